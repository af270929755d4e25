"""Letters to two households that share a plot. Each is None when its reason no longer stands."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from commons.cms.spoken import say_day
from commons.notices.letters import Letter
from commons.notices.models import Message
from gardens.letters import kinds
from gardens.models import AgreementChange, SharingAgreement, Side, Tenancy
from gardens.words_sharing import full_name

TEMPLATE = "gardens/emails/sharing"
Compose = Callable[[Message], Letter | None]
State, Whole = SharingAgreement.State, SharingAgreement.WholePlot


def _agreed(side: Side) -> Compose:
    """Each learns how to reach the other, now that both said yes."""

    def compose(message: Message) -> Letter | None:
        agreement = _agreement(message)
        if not agreement.is_living:
            return None
        me, partner = agreement.tenancy_of(side), agreement.tenancy_of(side.other)
        sentences = [
            _("Deux oui, c’est d’accord. Le plus simple : se donner rendez-vous au jardin."),
            _("Vous essayez jusqu’au %(day)s.") % {"day": say_day(agreement.trial_until)},
        ]
        if side == Side.GUEST:
            sentences.append(
                _(
                    "Votre page dit ce qu’il reste à faire : la charte, et la cotisation s’il y en a une."
                )
            )
        return _letter(
            me,
            subject=_("Vous partagez la parcelle %(number)d : %(garden)s"),
            heading=_("Vous jardinez avec %(partner)s") % {"partner": full_name(partner)},
            sentences=sentences,
            told=[(_("Pour vous joindre"), contact(partner)), *_terms(agreement)],
            link=_page(me) if side == Side.GUEST else _sharing_page(me),
            label=_("Ouvrir ma page") if side == Side.GUEST else _("Relire notre accord"),
        )

    return compose


def _trial_ends(side: Side) -> Compose:
    def compose(message: Message) -> Letter | None:
        agreement = _agreement(message)
        if agreement.state != State.TRIAL or agreement.stays(side):
            return None
        me, partner = agreement.tenancy_of(side), agreement.tenancy_of(side.other)
        return _letter(
            me,
            subject=_("Continuer à partager ? %(garden)s"),
            heading=_("L’essai se termine : on continue ?"),
            sentences=[
                _("Votre essai avec %(partner)s va jusqu’au %(day)s.")
                % {"partner": full_name(partner), "day": say_day(agreement.trial_until)},
                _("Sans réponse, rien ne s’arrête : l’équipe vous en parlera."),
            ],
            link=_sharing_page(me),
            label=_("Dire si je continue"),
        )

    return compose


def _lasts(side: Side) -> Compose:
    def compose(message: Message) -> Letter | None:
        agreement = _agreement(message)
        if agreement.state != State.LASTING:
            return None
        me, partner = agreement.tenancy_of(side), agreement.tenancy_of(side.other)
        return _letter(
            me,
            subject=_("Le partage continue : %(garden)s"),
            heading=_("Vous continuez avec %(partner)s") % {"partner": full_name(partner)},
            sentences=[_("Deux oui : le partage n’est plus à l’essai.")],
            link=_sharing_page(me),
            label=_("Relire notre accord"),
        )

    return compose


def partner_left(message: Message) -> Letter | None:
    agreement = _agreement(message)
    if agreement.left_by_id is None:
        return None
    stays = _who_stayed(agreement)
    left = agreement.partner_of(stays)
    is_host = agreement.side_of(stays) == Side.HOST
    sentences = [
        _("%(partner)s rend sa part. La vôtre ne change pas.") % {"partner": full_name(left)},
        _("Le coin vous revient. Vous pourrez le proposer de nouveau quand vous voudrez.")
        if is_host
        else _(
            "La part libre sera proposée à la liste. Si vous souhaitez toute la parcelle, dites-le"
            " sur votre page : l’équipe décide."
        ),
    ]
    return _letter(
        stays,
        subject=_("Votre place au jardin reste la vôtre : %(garden)s"),
        heading=_("Vous gardez votre place"),
        sentences=sentences,
        link=_sharing_page(stays),
        label=_("Ouvrir ma page"),
    )


def sharing_left(message: Message) -> Letter | None:
    agreement = _agreement(message)
    left = agreement.left_by
    if left is None:
        return None
    return _letter(
        left,
        subject=_("Vous avez rendu votre part : %(garden)s"),
        heading=_("C’est noté, et merci"),
        sentences=[
            _("Votre part de la parcelle %(number)d est rendue. L’autre foyer garde la sienne.")
            % {"number": left.plot.number}
        ],
        link=_page(left),
        label=_("Ouvrir ma page"),
    )


def whole_plot(message: Message) -> Letter | None:
    agreement = _agreement(message)
    if agreement.whole_plot not in (Whole.GRANTED, Whole.REFUSED) or agreement.left_by_id is None:
        return None
    stays = _who_stayed(agreement)
    granted = agreement.whole_plot == Whole.GRANTED
    return _letter(
        stays,
        subject=_("Votre demande pour la parcelle %(number)d : %(garden)s"),
        heading=_("La parcelle est à vous") if granted else _("La parcelle reste en parts"),
        sentences=[
            _("L’équipe est d’accord : vous cultivez toute la parcelle.")
            if granted
            else _("L’équipe propose la part libre à qui attend. La vôtre ne change pas.")
        ],
        link=_page(stays),
        label=_("Ouvrir ma page"),
    )


def change_proposed(message: Message) -> Letter | None:
    change = _change(message)
    if change.state != AgreementChange.State.PROPOSED:
        return None
    partner = change.agreement.partner_of(change.by)
    return _letter(
        partner,
        subject=_("D’autres mots pour votre accord : %(garden)s"),
        heading=_("%(partner)s propose d’autres mots") % {"partner": full_name(change.by)},
        sentences=[_("Ils comptent une fois que vous dites oui. D’ici là, rien ne change.")],
        told=_terms(change),
        link=_sharing_page(partner),
        label=_("Lire et répondre"),
    )


def change_answered(message: Message) -> Letter | None:
    change = _change(message)
    confirmed = change.state == AgreementChange.State.CONFIRMED
    return _letter(
        change.by,
        subject=_("Réponse sur votre accord : %(garden)s"),
        heading=_("C’est d’accord") if confirmed else _("L’accord reste comme il était"),
        sentences=[
            _("Les mots que vous proposiez sont maintenant ceux de l’accord.")
            if confirmed
            else _("L’autre foyer préfère les mots d’avant. Parlez-en au jardin.")
        ],
        link=_sharing_page(change.by),
        label=_("Relire notre accord"),
    )


def contact(tenancy: Tenancy) -> str:
    """How a household is reached, once both agreed."""
    return "\n".join(filter(None, (full_name(tenancy), tenancy.email, tenancy.phone)))


def _agreement(message: Message) -> SharingAgreement:
    rows = SharingAgreement.objects.select_related(
        "host__plot__garden", "host__household", "guest__plot__garden", "guest__household",
        "left_by__plot__garden", "left_by__household",
    )  # fmt: skip
    return rows.get(pk=message.subject_id)


def _change(message: Message) -> AgreementChange:
    rows = AgreementChange.objects.select_related(
        "by__plot__garden",
        "by__household",
        "agreement__host__plot__garden",
        "agreement__host__household",
        "agreement__guest__plot__garden",
        "agreement__guest__household",
    )
    return rows.get(pk=message.subject_id)


def _who_stayed(agreement: SharingAgreement) -> Tenancy:
    return agreement.guest if agreement.left_by_id == agreement.host_id else agreement.host


def _terms(said: Any) -> list[tuple[str, str]]:
    told = [(_("Qui cultive quoi"), said.shares), (_("Qui fait quoi"), said.duties)]
    return [(name, words) for name, words in told if words]


def _page(tenancy: Tenancy) -> str:
    return settings.SITE_URL + tenancy.get_absolute_url()


def _sharing_page(tenancy: Tenancy) -> str:
    return settings.SITE_URL + reverse("gardens:sharing", args=[tenancy.token])


def _letter(to: Tenancy, *, subject: str, **context: Any) -> Letter:
    facts = {"garden": to.plot.garden.name, "number": to.plot.number}
    why = _("Vous recevez ce message parce que vous jardinez sur une parcelle partagée.")
    return Letter(subject=subject % facts, template=TEMPLATE, context={"why": why, **context})


COMPOSERS = {
    kinds.SHARING_HOST: _agreed(Side.HOST),
    kinds.SHARING_GUEST: _agreed(Side.GUEST),
    kinds.TRIAL_ENDS_HOST: _trial_ends(Side.HOST),
    kinds.TRIAL_ENDS_GUEST: _trial_ends(Side.GUEST),
    kinds.SHARING_LASTS_HOST: _lasts(Side.HOST),
    kinds.SHARING_LASTS_GUEST: _lasts(Side.GUEST),
    kinds.PARTNER_LEFT: partner_left,
    kinds.SHARING_LEFT: sharing_left,
    kinds.WHOLE_PLOT: whole_plot,
    kinds.CHANGE_PROPOSED: change_proposed,
    kinds.CHANGE_ANSWERED: change_answered,
}
