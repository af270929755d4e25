from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MarketConfig(AppConfig):
    name = "market"
    verbose_name = _("Marché")

    def ready(self) -> None:
        from commons.cms import live
        from commons.notices import letters as notices
        from commons.payments import handlers
        from market import completion, letters, showcase

        handlers.register(completion.KIND, completion.OrderCompletion())
        notices.register("market.receipt", letters.receipt)
        notices.register("market.expired", letters.expired)
        notices.register("market.paid-too-late", letters.paid_too_late)
        notices.register("market.cancelled", letters.cancelled)
        live.register("market.day", showcase.NEXT_DAY)
        live.register("market.season", showcase.IN_SEASON)
