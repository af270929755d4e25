"""The proposal of the rota, as the committee reads it, changes it and confirms it."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from gardens import actions, queries
from gardens.actions import Given
from gardens.desk.chores import CHANGE_TURNS
from gardens.desk.rota import OneRota, board
from gardens.models import Turn
from gardens.queries.proposal import Ground
from gardens.rules.proposal import Line, propose
from gardens.turn_words import say_nobody, say_when, say_why


@dataclass(frozen=True, kw_only=True)
class Row:
    """One empty place: its turn, who is proposed, and why, in words."""

    name: str
    turn: Turn
    when: str
    chosen: int | None
    reason: str


class ProposalView(OneRota, TemplateView):
    """A line for each empty place of the coming four weeks; nothing is written until it is confirmed."""

    template_name = "gardens/desk/proposal.html"
    permission = CHANGE_TURNS

    def get_page_subtitle(self) -> str:
        return str(_("Proposer les tours vides"))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": _("Proposer")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ground = queries.proposal_for(self.garden.pk, now=timezone.now())
        lines = propose(ground.needs, ground.helpers)
        there = ((one.pk, one.household.name) for one in ground.tenancies.values())
        return super().get_context_data(
            garden=self.garden,
            rows=[_row(place, line, ground=ground) for place, line in enumerate(lines)],
            choices=sorted(there, key=lambda choice: choice[1]),
            back_url=board(self.garden.pk),
            **kwargs,
        )

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Each line carries its turn and its household; a line left as proposed keeps its reason."""
        ground = queries.proposal_for(self.garden.pk, now=timezone.now())
        reasons = {
            (line.turn, ground.tenancies[line.household].pk): line.why
            for line in propose(ground.needs, ground.helpers)
            if line.household is not None
        }
        given = [
            Given(turn_id=turn, tenancy_id=tenancy, why=reasons.get((turn, tenancy)))
            for turn, tenancy in self._chosen()
        ]
        written, refused = actions.confirm_proposal(garden_id=self.garden.pk, given=given)
        self._tell(len(written), len(refused))
        return redirect(board(self.garden.pk))

    def _chosen(self) -> list[tuple[int, int]]:
        """Turn and tenancy of each line where somebody is chosen: the names say « turn.place »."""
        chosen = []
        for name, tenancy in self.request.POST.items():
            turn, _dot, place = name.partition(".")
            if turn.isdigit() and place.isdigit() and str(tenancy).isdigit():
                chosen.append((int(turn), int(str(tenancy))))
        return chosen

    def _tell(self, written: int, refused: int) -> None:
        told = ngettext(
            "%(count)d tour donné ; chaque foyer reçoit un message et peut décliner.",
            "%(count)d tours donnés ; chaque foyer reçoit un message et peut décliner.",
            written,
        ) % {"count": written}
        messages.success(self.request, told)
        if refused:
            messages.warning(
                self.request,
                ngettext(
                    "%(count)d ligne n’a pas pu être gardée : le tour a été pris, ou le foyer l’est.",
                    "%(count)d lignes n’ont pas pu être gardées : les tours ont été pris, ou les"
                    " foyers le sont.",
                    refused,
                )
                % {"count": refused},
            )


def _row(place: int, line: Line, *, ground: Ground) -> Row:
    turn = ground.turns[line.turn]
    chosen = ground.tenancies[line.household].pk if line.household is not None else None
    return Row(
        name=f"{turn.pk}.{place}",
        turn=turn,
        when=say_when(turn),
        chosen=chosen,
        reason=say_why(line.why) if chosen else say_nobody(line.why),
    )
