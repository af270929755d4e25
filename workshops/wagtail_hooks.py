from wagtail.snippets.models import register_snippet

from workshops.desk import WorkshopsDesk

register_snippet(WorkshopsDesk)
