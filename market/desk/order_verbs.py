"""An order changed or cancelled by the hall, always with its reason."""

from decimal import Decimal
from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commons.cms.spoken import say_price, say_quantity
from commons.cms.verbs import VerbView
from market import actions, own, queries, refusals, withdrawing
from market.models import Order, OrderLine, Withdrawal

REASON = forms.Textarea({"rows": 3})


class CancelOrderForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Pourquoi ?"),
        max_length=200,
        widget=REASON,
        help_text=gettext_lazy("Écrit à la personne, tel quel."),
    )
    meant = forms.BooleanField(label=gettext_lazy("Oui, annuler cette commande"))


class ChangeOrderForm(forms.Form):
    """A quantity per line, and why; zero takes a line out."""

    def __init__(self, *args: Any, lines: list[OrderLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in lines:
            self.fields[_field_of(line)] = forms.DecimalField(
                label=line.name,
                min_value=Decimal(0),
                max_digits=9,
                decimal_places=3,
                initial=line.quantity.normalize(),
                help_text=_("%(price)s %(unit)s, par pas de %(step)s ; 0 retire la ligne.")
                % {
                    "price": say_price(line.price_cents),
                    "unit": line.get_unit_display(),
                    "step": say_quantity(line.offer.product.step, ""),
                },
            )
        self.fields["reason"] = forms.CharField(
            label=_("Pourquoi ?"),
            max_length=200,
            widget=REASON,
            help_text=_("Gardé avec la commande, et écrit à la personne."),
        )
        self.lines = lines

    @property
    def quantities(self) -> dict[int, Decimal]:
        return {line.pk: self.cleaned_data[_field_of(line)] for line in self.lines}


def _field_of(line: OrderLine) -> str:
    return f"line_{line.pk}"


class OrderVerb(VerbView):
    permission = own.CHANGE_ORDERS
    header_icon = "clipboard-list"
    refusals = (refusals.OrderRefusedError,)
    order: Order

    def load(self) -> None:
        orders = queries.with_lines(Order.objects.filter(state=Order.State.PLACED))
        self.order = get_object_or_404(orders, pk=self.kwargs["order_id"])

    def subject(self) -> str:
        return _("Commande %(number)s, %(name)s") % {
            "number": self.order.number,
            "name": self.order.name,
        }

    def back_url(self) -> str:
        return reverse("wagtailsnippets_market_order:inspect", args=[self.order.pk])

    def say(self, refusal: Exception, *, form: forms.Form) -> None:
        form.add_error(None, _words(refusal))


class ChangeOrderView(OrderVerb):
    verb = gettext_lazy("Changer la commande")
    done = gettext_lazy("La commande est changée ; stock et argent suivent.")

    def get_form(self, form_class: Any = None) -> ChangeOrderForm:
        lines = list(self.order.lines.filter(quantity__gt=0).select_related("offer__product"))
        return ChangeOrderForm(lines=lines, **self.get_form_kwargs())

    def consequences(self) -> list[str]:
        return [
            _("Chaque ligne garde le prix promis. Le stock suit, et rien n’est vendu deux fois."),
            _("Le trop-payé par carte est rendu ; ce qui manque se règle au retrait."),
        ]

    def act(self, form: forms.Form) -> None:
        given: Any = form
        actions.change_order(
            order_id=self.order.pk,
            quantities=given.quantities,
            by=self.volunteer,
            reason=given.cleaned_data["reason"],
            now=timezone.now(),
        )


class CancelOrderView(OrderVerb):
    form_class = CancelOrderForm
    verb = gettext_lazy("Annuler la commande")
    done = gettext_lazy("La commande est annulée, et la personne prévenue.")
    is_grave = True

    def consequences(self) -> list[str]:
        return [
            _("Ses produits retournent à la vente ; ce qui a été payé par carte est rendu."),
            _("On ne revient pas en arrière."),
        ]

    def act(self, form: forms.Form) -> None:
        actions.call_off_order(
            order_id=self.order.pk,
            reason=form.cleaned_data["reason"],
            by=self.volunteer,
            now=timezone.now(),
        )


class TakeBackView(OrderVerb):
    verb = gettext_lazy("Les produits sont revenus")
    done = gettext_lazy("C’est noté.")
    withdrawal: Withdrawal

    def load(self) -> None:
        waiting = Withdrawal.objects.filter(returned_at=None).select_related("order__market_day")
        self.withdrawal = get_object_or_404(waiting, pk=self.kwargs["withdrawal_id"])
        self.order = self.withdrawal.order

    def consequences(self) -> list[str]:
        return [*self.withdrawal.words.split("\n"), *_say_way_back(self.withdrawal)]

    def act(self, form: forms.Form) -> None:
        actions.take_back(withdrawal_id=self.withdrawal.pk, by=self.volunteer, now=timezone.now())


def _say_way_back(withdrawal: Withdrawal) -> list[str]:
    """Who pays back, and how: each seller is named with what they owe where we cannot do it for them."""
    way = withdrawing.way_back(withdrawal.order)
    if way == withdrawing.Way.CARD:
        refund = _("%(amount)s repartent sur la carte qui a payé, et le compte de la ferme suit.")
        return [refund % {"amount": say_price(withdrawal.cents)}]
    owes = _("%(seller)s doit %(amount)s.")
    debts = [
        owes % {"seller": seller, "amount": say_price(cents)}
        for seller, cents in withdrawing.owed(withdrawal)
    ]
    if way == withdrawing.Way.AT_HALL:
        return [*debts, _("Rendez-les à l’étal, si la commande y avait été payée.")]
    left = _(
        "Leur part est déjà partie : rien n’est remboursé tout seul. Voyez avec eux, puis remboursez "
        "sur la carte depuis le prestataire de paiement."
    )
    return [*debts, left]


def _words(refusal: Exception) -> str:
    """A refusal of the order's own verbs, for the volunteer who asked."""
    if isinstance(refusal, refusals.ShortStockError):
        short = ", ".join(
            f"{one.product.name} ({say_quantity(one.left, '')})" for one in refusal.shortages
        )
        return _("Il n’en reste pas assez : %(products)s.") % {"products": short}
    if isinstance(refusal, refusals.WrongQuantityError):
        return _("Une quantité n’est pas un multiple de son pas de commande.")
    return _("La commande ne peut plus être changée : regardez où elle en est.")
