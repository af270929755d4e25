from django.utils.translation import gettext_lazy as _

from commons.bilingual import BilingualName


class Topic(BilingualName):
    """What workshops are about, to find them by: soil, cooking, repair…"""

    class Meta:
        verbose_name = _("sujet")
        verbose_name_plural = _("sujets")
        ordering = ["name_fr"]
