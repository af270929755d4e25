"""What the desks of the trades share: whose rows a person may see there, and change."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db.models import BooleanField, Model, ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel
from wagtail.admin.ui.tables import (
    BaseColumn,
    BooleanColumn,
    BulkActionsCheckboxColumn,
    Column,
)
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views import chooser, snippets
from wagtail.snippets.views.snippets import SnippetViewSet

ANY_SIGHT = ("add", "change", "delete", "view")


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Rows that only a verb may change: the desk lists and opens them, and no more."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)


class OwnRowsPolicy(ModelPermissionPolicy):
    """Rows of which a person keeps some: ``rows_of`` says which, for the actions they may do at all."""

    def __init__(self, model: type[Model], rows_of: Callable[[Any], QuerySet[Any]]) -> None:
        super().__init__(model)
        self.rows_of = rows_of

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        return (
            self.user_has_permission(user, action)
            and self.rows_of(user).filter(pk=instance.pk).exists()
        )

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        if self.user_has_any_permission(user, actions):
            return self.rows_of(user)
        return self.model._default_manager.none()


class OneRow:
    """A screen of one row: Wagtail asks the policy of the whole table, and of the row in some screens only."""

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        row = super().get_object(*args, **kwargs)  # type: ignore[misc]
        if not self.permission_policy.user_has_any_permission_for_instance(  # type: ignore[attr-defined]
            self.request.user,  # type: ignore[attr-defined]
            ANY_SIGHT,
            row,
        ):
            raise PermissionDenied
        return row


def said(name: str, label: Any, say: Callable[[Any], str]) -> Column:
    """A column of figures, said as people read them."""
    return Column(name, label=label, accessor=lambda row: say(getattr(row, name)), sort_key=name)


class IndexView(snippets.IndexView):
    """A list whose yes and no are drawn, not spelt as a machine does; without boxes to tick for nothing."""

    @cached_property
    def columns(self) -> list[BaseColumn]:
        columns: list[BaseColumn] = super().columns
        if self.user_has_any_permission({"change", "delete"}):
            return columns
        return [column for column in columns if not isinstance(column, BulkActionsCheckboxColumn)]

    def _get_custom_column(self, field_name: str, column_class: Any = Column, **given: Any) -> Any:
        if isinstance(self._field(field_name), BooleanField):
            column_class = BooleanColumn
        return super()._get_custom_column(field_name, column_class, **given)

    def _field(self, name: str) -> Any:
        try:
            return self.model._meta.get_field(name)
        except FieldDoesNotExist:
            return None


def refuse(view: Any, form: Any, sentence: str) -> HttpResponse:
    """What a form of the desk answers when saving itself was refused: Wagtail expects faults before that."""
    form.add_error(None, sentence)
    view.produced_error_code = "validation_error"
    view.produced_error_message = view.get_error_message()
    answer: HttpResponse = view.form_invalid(form)
    return answer


def say_still_needed() -> str:
    return _("D’autres fiches en ont besoin, une commande par exemple : rien n’a été supprimé.")


class EditView(OneRow, snippets.EditView):
    def form_valid(self, form: Any) -> HttpResponse:
        """A row taken out of a form may have been needed by another since it was looked at."""
        try:
            return super().form_valid(form)
        except ProtectedError:
            return refuse(self, form, say_still_needed())


class CopyView(OneRow, snippets.CopyView):
    pass


class DeleteView(OneRow, snippets.DeleteView):
    pass


class UsageView(OneRow, snippets.UsageView):
    pass


class HistoryView(OneRow, snippets.HistoryView):
    pass


class InspectView(OneRow, snippets.InspectView):
    pass


class OnlyWhoSees:
    """Choosers are open to whoever enters the desk; names of people in a list are not for everybody."""

    @property
    def _policy(self) -> ModelPermissionPolicy:
        return self.model_class.snippet_viewset.permission_policy  # type: ignore[attr-defined]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self._policy.user_has_any_permission(request.user, ANY_SIGHT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def get_object_list(self) -> QuerySet[Any]:
        """What the list of a chooser starts from."""
        request = self.request  # type: ignore[attr-defined]
        return self._policy.instances_user_has_any_permission_for(request.user, ANY_SIGHT)


class ChooseView(OnlyWhoSees, chooser.ChooseView):
    pass


class ChooseResultsView(OnlyWhoSees, chooser.ChooseResultsView):
    pass


class ChosenView(OnlyWhoSees, chooser.SnippetChosenView):
    def get_object(self, pk: Any) -> Any:
        return self.get_object_list().get(pk=pk)


class ChosenMultipleView(OnlyWhoSees, chooser.SnippetChosenMultipleView):
    def get_objects(self, pks: Iterable[Any]) -> QuerySet[Any]:
        return self.get_object_list().filter(pk__in=pks)


class ChooserViewSet(chooser.SnippetChooserViewSet):
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView


class DeskViewSet(SnippetViewSet):
    """The screens of a trade's rows: each of them, choosers included, asks the desk's policy for the row.

    Where a person keeps only some rows, the trade gives ``rows_of``; ``help_texts`` says, by field, what its
    name leaves open.
    """

    help_texts: Mapping[str, Any] = {}

    index_view_class = IndexView
    edit_view_class = EditView
    copy_view_class = CopyView
    delete_view_class = DeleteView
    usage_view_class = UsageView
    history_view_class = HistoryView
    inspect_view_class = InspectView
    chooser_viewset_class = ChooserViewSet

    def rows_of(self, person: Any) -> QuerySet[Any]:
        """The rows that a person may see at all."""
        return self.model._default_manager.all()

    @property
    def permission_policy(self) -> ModelPermissionPolicy:
        return OwnRowsPolicy(self.model, self.rows_of)

    def get_edit_handler(self) -> Panel:
        handler: Panel = super().get_edit_handler()
        for field in fields_in(handler):
            field.help_text = field.help_text or self.help_texts.get(field.field_name, "")
        return handler


def fields_in(panel: Panel) -> Iterator[FieldPanel]:
    """The fields that a panel bound to its model holds, at any depth."""
    if isinstance(panel, FieldPanel):
        yield panel
    inside = [panel.child_edit_handler] if isinstance(panel, InlinePanel) else []
    for child in (*inside, *getattr(panel, "children", ())):
        yield from fields_in(child)
