from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MarketConfig(AppConfig):
    name = "market"
    verbose_name = _("Marché")

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from commons.cms import cards, live
        from commons.notices import letters as notices
        from commons.payments import handlers
        from commons.people import mine as promises
        from market import basket, circulars, letters, mine, recurring, showcase, structured
        from market.money import completion, paying

        handlers.register(paying.KIND, completion.OrderCompletion())
        handlers.register(paying.GIFT, completion.GiftCompletion())
        notices.register("market.thanks", letters.thanks)
        notices.register("market.receipt", letters.receipt)
        notices.register("market.expired", letters.expired)
        notices.register("market.paid-too-late", letters.paid_too_late)
        notices.register("market.cancelled", letters.cancelled)
        notices.register(circulars.DAY_MESSAGE, circulars.day_message)
        notices.register("market.word", letters.word)
        notices.register("market.withdrawn", letters.withdrawn)
        notices.register("market.changed", letters.changed)
        notices.register("market.lapsed", letters.lapsed)
        notices.register(recurring.READY, recurring.ready)
        cards.register(structured.DAY, structured.load_day_card)
        cards.register(structured.PRODUCT, structured.load_product_card)
        cards.register(structured.PRODUCER, structured.load_producer_card)
        live.register("market.day", showcase.NEXT_DAY)
        live.register("market.season", showcase.IN_SEASON)
        promises.register("market", mine.orders_of)
        user_logged_in.connect(basket.bring_to_account, dispatch_uid="market.basket")
