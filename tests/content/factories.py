"""Rows and pages of content, as editors and visitors make them."""

from uuid import uuid4

import factory

from content.actions import write_to_house, write_to_partner
from content.models import (
    ArticleIndexPage,
    ArticlePage,
    ContactReason,
    Enquiry,
    Need,
    Partner,
    Topic,
)

PRIVATE = "private.address@outils.example"


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Topic

    name_fr = factory.Sequence(lambda n: f"Sujet {n}")
    slug = factory.Sequence(lambda n: f"sujet-{n}")


class NeedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Need

    name_fr = factory.Sequence(lambda n: f"Besoin {n}")
    slug = factory.Sequence(lambda n: f"besoin-{n}")


class PartnerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Partner
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Outilthèque {n}")
    slug = factory.Sequence(lambda n: f"outiltheque-{n}")
    help_fr = "Des outils à emprunter."
    town = "Val-des-Lônes"
    days = [2, 4]
    relay_email = PRIVATE

    @factory.post_generation
    def needs(self, create, extracted, **kwargs):
        self.needs.set(extracted or [])


class ReasonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ContactReason

    name_fr = "Un atelier"
    email = "ateliers@halle.example"


SAID = {
    "name": "Amina Diallo",
    "email": "amina@exemple.fr",
    "words": "Bonjour, prêtez-vous une échelle ?",
}


def write_article(title, day, *, topics=(), model=ArticlePage, language="fr", **fields):
    """An article as an editor publishes it, with its topics."""
    index = ArticleIndexPage.objects.get(locale__language_code=language)
    page = index.add_child(instance=model(title=title, date=day, locale=index.locale, **fields))
    page.topics = list(topics)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def tell_the_house(**given) -> Enquiry:
    reason = given.pop("reason", None) or ReasonFactory()
    return write_to_house(
        **{"reason": reason, "form_key": uuid4(), "language": "fr", **SAID, **given}
    )


def tell_a_partner(**given) -> Enquiry:
    partner = given.pop("partner", None) or PartnerFactory()
    return write_to_partner(
        **{"partner": partner, "form_key": uuid4(), "language": "fr", **SAID, **given}
    )
