"""The eight producers of the hall. None of them exists."""

from dataclasses import dataclass

from market.models import Producer, VatRegime

RESOLD, AT_STALL = Producer.Settlement.RESOLD, Producer.Settlement.AT_STALL


@dataclass(frozen=True, kw_only=True)
class Seller:
    """``certifier`` is given when all that they grow is organic."""

    slug: str
    name: str
    legal_name: str
    town: str
    km: int
    pictogram: str
    story_fr: str
    story_en: str
    settlement: str = RESOLD
    regime: str = VatRegime.LIABLE
    mention: str = ""
    certifier: str = ""


SELLERS = (
    Seller(
        slug="ferme-des-lones",
        name="La Ferme des Lônes",
        legal_name="EARL Castan",
        town="Val-des-Lônes",
        km=4,
        pictogram="carotte",
        certifier="Certilône FR-BIO-99",
        story_fr="Rémi et Jeanne Castan, trois hectares au bord de l’eau. Des légumes récoltés la "
        "veille, lavés à la main.",
        story_en="Rémi and Jeanne Castan, three hectares by the water. Vegetables picked the day "
        "before, washed by hand.",
    ),
    Seller(
        slug="maraichage-du-moulin",
        name="Le Maraîchage du Moulin",
        legal_name="Sana Belhadj, maraîchère",
        town="Saint-Ouré",
        km=9,
        pictogram="poireau",
        story_fr="Sana Belhadj s’est installée il y a quatre ans. Elle travaille sans désherbant et "
        "vous dira comment tout se cuisine.",
        story_en="Sana Belhadj set up four years ago. She uses no weedkiller and will tell you how to "
        "cook everything.",
    ),
    Seller(
        slug="verger-des-trois-combes",
        name="Le Verger des Trois Combes",
        legal_name="GAEC des Trois Combes",
        town="Combe-Vieille",
        km=22,
        pictogram="pomme",
        story_fr="Deux sœurs, onze variétés de pommes. Les fruits tachés partent au pressoir, rien ne "
        "se perd.",
        story_en="Two sisters, eleven kinds of apple. Blemished fruit goes to the press; nothing is "
        "wasted.",
    ),
    Seller(
        slug="fournil-du-lavoir",
        name="Le Fournil du Lavoir",
        legal_name="SCOP Le Fournil du Lavoir",
        town="Val-des-Lônes",
        km=1,
        pictogram="pain",
        certifier="Certilône FR-BIO-99",
        story_fr="Levain, four à bois, farines de la vallée. Le pain est encore tiède à l’ouverture.",
        story_en="Sourdough, a wood-fired oven, flour from the valley. Still warm when we open.",
    ),
    Seller(
        slug="laiterie-du-pre-carre",
        name="La Laiterie du Pré Carré",
        legal_name="GAEC du Pré Carré",
        town="Pré-Saint-Elme",
        km=18,
        pictogram="lait",
        story_fr="Vingt-six vaches à l’herbe, huit mois par an. Les pots en verre se rapportent.",
        story_en="Twenty-six cows out on grass eight months a year. Bring the glass jars back.",
    ),
    Seller(
        slug="ferme-du-coteau",
        name="La Ferme du Coteau",
        legal_name="Ibrahim Sow, agriculteur",
        town="Les Aulnes-sur-Vione",
        km=27,
        pictogram="oeuf",
        certifier="Certilône FR-BIO-99",
        story_fr="Ibrahim Sow cultive lentilles et tournesol, et ses poules passent derrière.",
        story_en="Ibrahim Sow grows lentils and sunflowers, and his hens follow on.",
    ),
    Seller(
        slug="chevrerie-de-la-roche",
        name="La Chèvrerie de la Roche",
        legal_name="Odile Fontan, éleveuse",
        town="La Roche-Caillée",
        km=31,
        pictogram="fromage",
        settlement=AT_STALL,
        regime=VatRegime.FLAT_RATE,
        mention="TVA non applicable : remboursement forfaitaire agricole",
        story_fr="Quarante chèvres, et Odile les connaît par leur nom. Elles se reposent en hiver, le "
        "fromage frais aussi.",
        story_en="Forty goats, and Odile knows each by name. They rest in winter, and so does the "
        "fresh cheese.",
    ),
    Seller(
        slug="rucher-des-aulnes",
        name="Le Rucher des Aulnes",
        legal_name="Pierre-Yves Amblard, apiculteur",
        town="Les Aulnes-sur-Vione",
        km=27,
        pictogram="miel",
        settlement=AT_STALL,
        regime=VatRegime.FRANCHISE,
        mention="TVA non applicable, art. 293 B du CGI",
        story_fr="Pierre-Yves a cent ruches, un chaudron à confiture et un carré d’herbes.",
        story_en="Pierre-Yves keeps a hundred hives, a jam pan and a patch of herbs.",
    ),
)


def lay() -> dict[str, Producer]:
    """Each producer, by slug; those there already are left as they are."""
    Producer.objects.bulk_create(
        (
            Producer(
                slug=seller.slug,
                name=seller.name,
                legal_name=seller.legal_name,
                siret=f"999 000 {rank:03d} 0001{rank}",
                town=seller.town,
                distance_km=seller.km,
                pictogram=seller.pictogram,
                story_fr=seller.story_fr,
                story_en=seller.story_en,
                settlement=seller.settlement,
                vat_regime=seller.regime,
                vat_mention=seller.mention,
            )
            for rank, seller in enumerate(SELLERS, start=1)
        ),
        ignore_conflicts=True,
    )
    return {producer.slug: producer for producer in Producer.objects.all()}
