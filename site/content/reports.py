"""Who did what, for those who rule the roles only: to others it would tell of rows they may not see."""

from django.contrib.auth.models import Group
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.permission_policies import ModelPermissionPolicy


class HistoryReport(LogEntriesView):
    permission_policy = ModelPermissionPolicy(Group)
    any_permission_required = ["change"]


history = never_cache(require_admin_access(HistoryReport.as_view()))
history_results = never_cache(require_admin_access(HistoryReport.as_view(results_only=True)))
