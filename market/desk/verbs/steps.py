"""The steps of a market day: announced, closed, prepared, over; or called off."""

from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from commons.cms.spoken import say_day, say_hours, say_price
from market import actions, queries
from market.desk.forms import CallOffForm, ReopenForm
from market.desk.verbs.asking import DayVerb
from market.models import Stall


class AnnounceView(DayVerb):
    verb = gettext_lazy("Annoncer")
    done = gettext_lazy("Le marché est annoncé.")

    def consequences(self) -> list[str]:
        day = self.market_day
        stalls, silent = queries.stalls_and_silent(day)
        told = [
            _("Sa page devient publique ; on y commande à partir du %(day)s, %(hour)s.")
            % {"day": say_day(day.orders_open_at), "hour": say_hours(day.orders_open_at)},
            ngettext("%(count)d étal y est.", "%(count)d étals y sont.", stalls)
            % {"count": stalls},
        ]
        if silent:
            told.append(
                ngettext(
                    "%(count)d n’a pas encore dit ce qu’il apporte.",
                    "%(count)d n’ont pas encore dit ce qu’ils apportent.",
                    silent,
                )
                % {"count": silent}
            )
        return told

    def act(self, form: forms.Form) -> None:
        actions.open_orders(market_day_id=self.market_day.pk, by=self.volunteer, now=timezone.now())


class CloseView(DayVerb):
    verb = gettext_lazy("Clore les commandes")
    done = gettext_lazy("Les commandes sont closes.")

    def consequences(self) -> list[str]:
        return [
            _("Plus personne ne peut commander, changer ni annuler sa commande en ligne."),
            _("Qui paie par carte en ce moment garde sa commande."),
            _("Elles peuvent être rouvertes tant que la halle n’a pas ouvert."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.close_orders(
            market_day_id=self.market_day.pk, by=self.volunteer, now=timezone.now()
        )


class ReopenView(DayVerb):
    form_class = ReopenForm
    verb = gettext_lazy("Rouvrir les commandes")
    done = gettext_lazy("Les commandes sont rouvertes.")

    def get_initial(self) -> dict[str, Any]:
        return {"until": self.market_day.orders_close_at}

    def consequences(self) -> list[str]:
        return [_("Prévenez les fermes : ce qu’elles préparent peut encore changer.")]

    def act(self, form: forms.Form) -> None:
        actions.reopen_orders(
            market_day_id=self.market_day.pk,
            by=self.volunteer,
            now=timezone.now(),
            **form.cleaned_data,
        )


class PrepareView(DayVerb):
    verb = gettext_lazy("Commencer la préparation")
    done = gettext_lazy("Les paniers sont en préparation.")

    def consequences(self) -> list[str]:
        return [_("Les commandes sont closes, et leur compte est définitif pour les fermes.")]

    def act(self, form: forms.Form) -> None:
        actions.start_preparing(
            market_day_id=self.market_day.pk, by=self.volunteer, now=timezone.now()
        )


class FinishView(DayVerb):
    verb = gettext_lazy("Terminer le marché")
    done = gettext_lazy("Le marché est terminé.")

    def consequences(self) -> list[str]:
        return [
            _("Il passe dans les jours tenus ; ses comptes restent à lire ici."),
            _("Sans rien faire, il se termine de lui-même le lendemain à six heures."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.finish_day(market_day_id=self.market_day.pk, by=self.volunteer, now=timezone.now())


class CallOffView(DayVerb):
    form_class = CallOffForm
    verb = gettext_lazy("Annuler ce marché")
    done = gettext_lazy("Le marché est annulé. Les messages et les remboursements partent.")
    is_grave = True

    def consequences(self) -> list[str]:
        orders, cents = queries.called_off_at_what_cost(self.market_day)
        money = (
            _("%(amount)s payés par carte sont remboursés, en entier, sans rien demander.")
            % {"amount": say_price(cents)}
            if cents
            else _("Rien n’a été payé par carte : rien à rembourser.")
        )
        return [
            ngettext(
                "%(count)d commande est annulée, et la personne prévenue.",
                "%(count)d commandes sont annulées, et chaque personne prévenue.",
                orders,
            )
            % {"count": orders},
            money,
            _("On ne revient pas en arrière."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.call_off(
            market_day_id=self.market_day.pk,
            reason=form.cleaned_data["reason"],
            by=self.volunteer,
            now=timezone.now(),
        )


class AnswerView(DayVerb):
    verb = gettext_lazy("Noter sa réponse")
    done = gettext_lazy("C’est noté.")
    stall: Stall

    def load(self) -> None:
        super().load()
        stalls = self.market_day.stalls.select_related("producer")
        self.stall = get_object_or_404(stalls, pk=self.kwargs["stall_id"])

    def consequences(self) -> list[str]:
        return [
            _(
                "%(producer)s vous a répondu autrement : ses offres du jour sont bonnes telles quelles."
            )
            % {"producer": self.stall.producer.name}
        ]

    def act(self, form: forms.Form) -> None:
        actions.note_answer(stall_id=self.stall.pk, by=self.volunteer, now=timezone.now())
