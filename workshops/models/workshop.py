from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.search import index

from commons.agenda import Audience
from commons.bilingual import BilingualName, in_the_readers_language
from workshops.models.topic import Topic
from workshops.rules.groups import LARGEST_GROUP


class Workshop(index.Indexed, ClusterableModel, BilingualName):
    """What is taught or done; it has sessions. Its story is a page in each language."""

    class Kind(models.TextChoices):
        WORKSHOP = "workshop", _("atelier")
        COLLECTIVE_DAY = "collective-day", _("journée collective")
        DROP_IN = "drop-in", _("permanence")
        COUNCIL = "council", _("conseil ou réunion")
        EVENT = "event", _("événement")

    class PriceKind(models.TextChoices):
        FREE = "free", _("gratuit")
        FIXED = "fixed", _("prix fixe")
        FREE_CHOICE = "free-choice", _("prix libre, avec un montant conseillé")
        TIERS = "tiers", _("tarifs solidaires, au choix de chacun·e")

    class PaidWhere(models.TextChoices):
        ON_SITE = "on-site", _("sur place")
        ONLINE = "online", _("en ligne, à la réservation")

    class Held(models.TextChoices):
        IN_PLACE = "in-place", _("sur place")
        ONLINE = "online", _("en ligne")
        BOTH = "both", _("sur place et en ligne")

    class Level(models.TextChoices):
        ALL = "all", _("tous niveaux")
        BEGINNERS = "beginners", _("pour débuter")
        USED = "used", _("avec un peu d’habitude")
        SKILLED = "skilled", _("pour aller plus loin")

    # Open to all who come: these set their own size.
    ANY_SIZE = (Kind.EVENT, Kind.COUNCIL)

    kind = models.CharField(
        _("sorte"),
        max_length=16,
        choices=Kind.choices,
        default=Kind.WORKSHOP,
        help_text=_("Un événement ou un conseil fixe sa taille ; le reste se tient à moins de 15."),
    )
    takes_bookings = models.BooleanField(
        _("sur inscription"),
        default=True,
        help_text=_("Décochez pour une permanence ou un rendez-vous où l’on vient sans prévenir."),
    )
    facilitator = models.CharField(
        _("animateur·rice"),
        max_length=120,
        blank=True,
        help_text=_("Comme on le lit sur la page : « Samira et Paul, du jardin des Lavandières »."),
    )
    facilitators = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("personnes qui animent"),
        blank=True,
        related_name="facilitated_workshops",
        help_text=_("Leur compte ouvre la liste d’émargement et leurs séances, et rien d’autre."),
    )
    topics = ParentalManyToManyField(
        Topic,
        verbose_name=_("sujets"),
        blank=True,
        related_name="workshops",
        help_text=_("Pour retrouver l’atelier dans la liste."),
    )
    level = models.CharField(
        _("niveau"),
        max_length=10,
        choices=Level.choices,
        default=Level.ALL,
        help_text=_("Dans le doute : tous niveaux."),
    )
    spoken = models.CharField(
        _("langue parlée"),
        max_length=60,
        blank=True,
        help_text=_("Vide : le français. Sinon, par exemple : « français et arabe »."),
    )
    min_age = models.PositiveSmallIntegerField(
        _("à partir de (ans)"),
        null=True,
        blank=True,
        help_text=_("Vide : pas d’âge minimum."),
    )
    max_age = models.PositiveSmallIntegerField(
        _("jusqu’à (ans)"),
        null=True,
        blank=True,
        help_text=_("Vide : pas d’âge maximum."),
    )
    held = models.CharField(
        _("où"),
        max_length=8,
        choices=Held.choices,
        default=Held.IN_PLACE,
        help_text=_("Le lien d’une séance en ligne n’est donné qu’aux personnes inscrites."),
    )
    usual_capacity = models.PositiveSmallIntegerField(
        _("places d’habitude"),
        default=LARGEST_GROUP,
        validators=[MinValueValidator(1)],
        help_text=_("Moins de quinze personnes : c’est ainsi qu’on se parle."),
    )
    price_kind = models.CharField(
        _("participation"),
        max_length=12,
        choices=PriceKind.choices,
        default=PriceKind.FREE,
        help_text=_("La personne qui anime ne voit jamais ce que chacun·e a choisi."),
    )
    price_cents = models.PositiveIntegerField(
        _("prix, ou montant conseillé (centimes)"),
        default=0,
        help_text=_("Par place. 1200 pour 12 €. Sans effet pour un atelier gratuit."),
    )
    paid_where = models.CharField(
        _("réglée"),
        max_length=8,
        choices=PaidWhere.choices,
        default=PaidWhere.ON_SITE,
        help_text=_("En ligne : la place est retenue le temps de payer."),
    )
    bring = models.CharField(
        _("à apporter"),
        max_length=200,
        blank=True,
        help_text=_("Ce que chacun·e prend avec soi : gants, bocal, curiosité."),
    )
    bring_en = models.CharField(
        _("à apporter (anglais)"),
        max_length=200,
        blank=True,
        help_text=_("La même chose en anglais."),
    )
    provided_fr = models.CharField(
        _("fourni"),
        max_length=200,
        blank=True,
        help_text=_("Ce que le collectif prête ou donne : outils, plants, farine."),
    )
    provided_en = models.CharField(
        _("fourni (anglais)"),
        max_length=200,
        blank=True,
        help_text=_("La même chose en anglais."),
    )
    access_fr = models.CharField(
        _("pour venir à l’aise"),
        max_length=300,
        blank=True,
        help_text=_("Debout ou assis, bruit, marches, odeurs, garde d’enfants possible."),
    )
    access_en = models.CharField(
        _("pour venir à l’aise (anglais)"),
        max_length=300,
        blank=True,
        help_text=_("La même chose en anglais."),
    )
    reminds_week = models.BooleanField(
        _("rappel 7 jours avant"),
        default=False,
        help_text=_("Utile quand il faut s’organiser : garde, trajet, matériel."),
    )
    reminds_two_days = models.BooleanField(
        _("rappel 48 heures avant"),
        default=True,
        help_text=_("Celui qui libère le plus de places : on peut encore les offrir."),
    )
    reminds_morning = models.BooleanField(
        _("rappel le matin même"),
        default=False,
        help_text=_("Court : l’heure, le lieu, quoi prendre."),
    )
    audience = models.CharField(
        _("pensé pour"),
        max_length=20,
        choices=Audience.choices,
        default=Audience.ALL,
        help_text=_("L’agenda se filtre ainsi ; tout le monde peut venir quand même."),
    )

    search_fields = [
        index.SearchField("title", boost=2),
        index.AutocompleteField("title"),
        index.SearchField("facilitator"),
    ]

    class Meta:
        verbose_name = _("atelier")
        verbose_name_plural = _("ateliers")
        ordering = ["name_fr"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(price_kind="fixed") | models.Q(price_cents__gt=0),
                name="workshop_fixed_price_is_given",
                violation_error_message=_("Un prix fixe se dit en centimes, au-dessus de zéro."),
            ),
            models.CheckConstraint(
                condition=models.Q(usual_capacity__lte=LARGEST_GROUP)
                | models.Q(kind__in=["event", "council"]),
                name="workshop_stays_under_fifteen",
                violation_error_message=_(
                    "Moins de quinze personnes, sauf pour un événement ou un conseil."
                ),
            ),
        ]

    @property
    def any_size(self) -> bool:
        return self.kind in self.ANY_SIZE

    @property
    def is_paid_online(self) -> bool:
        return self.price_kind != self.PriceKind.FREE and self.paid_where == self.PaidWhere.ONLINE

    @property
    def what_to_bring(self) -> str:
        """In the reader's language, in French when there is no other."""
        return in_the_readers_language(self.bring, self.bring_en)

    @property
    def provided(self) -> str:
        return in_the_readers_language(self.provided_fr, self.provided_en)

    @property
    def access(self) -> str:
        return in_the_readers_language(self.access_fr, self.access_en)
