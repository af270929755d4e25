"""The pages a new site stands on, in both languages."""

from dataclasses import dataclass, field

from commons.cms.models import StoryPage
from content.models import (
    AgendaPage,
    ArticleIndexPage,
    ContactPage,
    HomePage,
    LegalPage,
    PartnerIndexPage,
    PlaceIndexPage,
    SeasonPage,
)
from gardens.models import GardenIndexPage
from impact.pages import ImpactPage
from market.models import ProducerIndexPage
from workshops.models import WorkshopIndexPage


@dataclass(frozen=True, kw_only=True)
class Words:
    """What one page says in one language."""

    title: str
    lead: str = ""
    headline: str = ""


@dataclass(frozen=True, kw_only=True)
class Foundation:
    """A page the site stands on. Its slug is the same in both languages: addresses speak French."""

    model: type[StoryPage]
    slug: str
    fr: Words
    en: Words
    illustration: str = ""
    facts: dict[str, str] = field(default_factory=dict)  # what tells it from others of its model


HOME = Foundation(
    model=HomePage,
    slug="accueil",
    illustration=StoryPage.Illustration.HALL,
    fr=Words(
        title="Accueil",
        headline="Samedi, c’est marché. Dimanche, on sème.",
        lead="Une halle où l’on connaît qui cultive, des jardins à partager, des ateliers à taille "
        "humaine. Tenus par les gens du quartier.",
    ),
    en=Words(
        title="Home",
        headline="Saturday is market day. Sunday, we sow.",
        lead="A market hall where you know who grows your food, gardens to share, workshops small "
        "enough to talk. Run by the people who live here.",
    ),
)

CHILDREN = (
    Foundation(
        model=WorkshopIndexPage,
        slug="ateliers",
        illustration=StoryPage.Illustration.SEEDLINGS,
        fr=Words(
            title="Les ateliers",
            lead="Tailler, semer, cuisiner, réparer : on apprend à moins de quinze, "
            "et l’on repart en se connaissant un peu.",
        ),
        en=Words(
            title="Workshops",
            lead="Pruning, sowing, cooking, mending: we learn in groups of fewer than fifteen, "
            "and leave knowing each other a little.",
        ),
    ),
    Foundation(
        model=GardenIndexPage,
        slug="jardins",
        illustration=StoryPage.Illustration.GARDEN,
        fr=Words(
            title="Les jardins",
            lead="Des parcelles à soi, à deux ou à toute une rue. On demande, on attend son tour, "
            "on sait pourquoi ; et l’on peut commencer par un coin partagé.",
        ),
        en=Words(
            title="Gardens",
            lead="Plots of your own, for two, or for a whole street. You ask, you wait your turn "
            "and know why; and you can start with a shared corner.",
        ),
    ),
    Foundation(
        model=AgendaPage,
        slug="agenda",
        fr=Words(
            title="L’agenda",
            lead="Jours de marché et ateliers des semaines qui viennent, jour après jour.",
        ),
        en=Words(
            title="What’s on",
            lead="Market days and workshops of the coming weeks, day by day.",
        ),
    ),
    Foundation(
        model=SeasonPage,
        slug="saison",
        fr=Words(
            title="De saison",
            lead="Ce que l’on trouve aux étals ce mois-ci, et ce qui se fait au jardin.",
        ),
        en=Words(
            title="In season",
            lead="What the stalls hold this month, and what there is to do in the garden.",
        ),
    ),
    Foundation(
        model=ArticleIndexPage,
        slug="articles",
        illustration=StoryPage.Illustration.BASKETS,
        fr=Words(
            title="Nouvelles de la halle",
            lead="Ce qui pousse, ce qui se cuisine, ce qui se décide.",
        ),
        en=Words(
            title="News from the hall",
            lead="What is growing, what is cooking, what is being decided.",
        ),
    ),
    Foundation(
        model=ProducerIndexPage,
        slug="producteurs",
        illustration=StoryPage.Illustration.BASKETS,
        fr=Words(
            title="Nos producteurs et productrices",
            lead="Qui cultive, pétrit, trait ou récolte ce que l’on mange ; d’où cela vient, "
            "et quel jour venir leur parler.",
        ),
        en=Words(
            title="Our producers",
            lead="Who grows, kneads, milks or gathers what we eat; where it comes from, "
            "and which day to come and talk to them.",
        ),
    ),
    Foundation(
        model=ImpactPage,
        slug="effets",
        illustration=StoryPage.Illustration.HALL,
        fr=Words(
            title="Ce que le lieu apporte",
            lead="Quelques chiffres, et comment ils sont comptés. Personne n’y est nommé.",
        ),
        en=Words(
            title="What the place gives",
            lead="A few figures, and how they are counted. Nobody is named.",
        ),
    ),
    Foundation(
        model=PlaceIndexPage,
        slug="lieux",
        illustration=StoryPage.Illustration.HALL,
        fr=Words(
            title="Les lieux",
            lead="Où l’on se retrouve, comment y venir, et ce qu’il faut savoir avant d’entrer.",
        ),
        en=Words(
            title="Places",
            lead="Where we meet, how to get there, and what to know before you come in.",
        ),
    ),
    Foundation(
        model=PartnerIndexPage,
        slug="partenaires",
        illustration=StoryPage.Illustration.HALL,
        fr=Words(
            title="Qui peut aider",
            lead="Des voisines, des associations, des services du quartier : qui aide à quoi, "
            "et quand la porte est ouverte.",
        ),
        en=Words(
            title="Who can help",
            lead="Neighbours, associations and services nearby: who helps with what, "
            "and when the door is open.",
        ),
    ),
    Foundation(
        model=ContactPage,
        slug="contact",
        fr=Words(
            title="Nous écrire",
            lead="Une question, une idée, un souci : quelqu’un du collectif vous répond.",
        ),
        en=Words(
            title="Write to us",
            lead="A question, an idea, a problem: somebody from the collective will answer.",
        ),
    ),
    Foundation(
        model=LegalPage,
        slug="mentions-legales",
        facts={"kind": LegalPage.Kind.NOTICE},
        fr=Words(title="Mentions légales", lead="Qui tient ce site, et où il est hébergé."),
        en=Words(title="Legal notice", lead="Who runs this site, and where it is hosted."),
    ),
    Foundation(
        model=LegalPage,
        slug="vie-privee",
        facts={"kind": LegalPage.Kind.PRIVACY},
        fr=Words(
            title="Vie privée",
            lead="Ce que nous gardons de vous, pourquoi, et jusqu’à quand.",
        ),
        en=Words(
            title="Privacy",
            lead="What we keep about you, why, and for how long.",
        ),
    ),
    Foundation(
        model=LegalPage,
        slug="conditions-de-vente",
        facts={"kind": LegalPage.Kind.SALES},
        fr=Words(
            title="Conditions de vente",
            lead="Commander, payer, retirer, changer d’avis.",
        ),
        en=Words(title="Terms of sale", lead="Ordering, paying, picking up, changing your mind."),
    ),
    Foundation(
        model=LegalPage,
        slug="accessibilite",
        facts={"kind": LegalPage.Kind.ACCESSIBILITY},
        fr=Words(
            title="Accessibilité",
            lead="Ce qui a été vérifié, ce qui ne l’a pas été, et à qui le dire.",
        ),
        en=Words(
            title="Accessibility",
            lead="What has been checked, what has not, and whom to tell.",
        ),
    ),
)
