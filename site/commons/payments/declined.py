"""Why a card was declined, in words that help to pay [Stripe: decline codes]."""

from django.utils.translation import gettext as _


def say_decline(code: str) -> str:
    """A sentence for a decline code; "" when nothing was declined.

    A lost or stolen card is told like any other: the provider asks not to say more.
    """
    if not code:
        return ""
    sentences = {
        "insufficient_funds": _("Le solde de la carte ne suffit pas."),
        "expired_card": _("Cette carte a expiré."),
        "incorrect_cvc": _("Le code de sécurité n’est pas le bon."),
        "incorrect_number": _("Le numéro de carte n’est pas le bon."),
        "processing_error": _("La banque n’a pas pu répondre. Réessayez dans un instant."),
        "payment_intent_authentication_failure": _("La banque n’a pas reconnu votre accord."),
    }
    return sentences.get(code, _("La carte a été refusée par la banque."))
