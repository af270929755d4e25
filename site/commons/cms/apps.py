from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "commons.cms"
    verbose_name = _("Édition")

    def ready(self) -> None:
        from commons.cms import cards, models, sharing

        cards.register("maison", sharing.load_house_card)
        cards.register("page", models.load_card)
