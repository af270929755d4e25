"""The ten workshops: who leads each, how many it seats, and what each person brings."""

from dataclasses import dataclass

from commons.cms.models import StoryPage

Drawing = StoryPage.Illustration


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Its story is in ``demo/data/workshops``, under its slug."""

    slug: str
    facilitator: str
    drawing: str
    seats: int
    suggested_cents: int = 0
    bring: str = ""
    bring_en: str = ""


WORKSHOPS = (
    Facts(
        slug="tailler-sans-crainte",
        facilitator="Joris Delmas",
        drawing=Drawing.PRUNING,
        seats=12,
        suggested_cents=600,
        bring="un sécateur si vous en avez un",
        bring_en="secateurs, if you own some",
    ),
    Facts(
        slug="le-compost-du-seau-au-sol",
        facilitator="Maëlle Vidal",
        drawing=Drawing.COMPOST,
        seats=14,
    ),
    Facts(
        slug="semer-sous-abri",
        facilitator="Sana Belhadj",
        drawing=Drawing.SEEDLINGS,
        seats=12,
        suggested_cents=400,
        bring="des boîtes d’œufs ou des pots de yaourt vides",
        bring_en="empty egg boxes or yoghurt pots",
    ),
    Facts(
        slug="pain-au-levain",
        facilitator="Le Fournil du Lavoir",
        drawing=Drawing.KITCHEN,
        seats=8,
        suggested_cents=1200,
        bring="un torchon et un bocal",
        bring_en="a tea towel and a jar",
    ),
    Facts(
        slug="conserves-de-saison",
        facilitator="Colette Nguyen",
        drawing=Drawing.KITCHEN,
        seats=10,
        suggested_cents=800,
        bring="deux bocaux à joint",
        bring_en="two jars with rubber seals",
    ),
    Facts(
        slug="reparer-son-velo",
        facilitator="Tomasz Nowak",
        drawing=Drawing.BIKES,
        seats=6,
        bring="votre vélo, même crevé",
        bring_en="your bike, punctures and all",
    ),
    Facts(
        slug="cuisiner-du-trognon-aux-fanes",
        facilitator="Sana Belhadj",
        drawing=Drawing.KITCHEN,
        seats=10,
        suggested_cents=700,
        bring="une boîte pour le dîner",
        bring_en="a box for your dinner",
    ),
    Facts(
        slug="teindre-avec-les-plantes",
        facilitator="Anouk Vasseur",
        drawing=Drawing.GARDEN,
        seats=10,
        suggested_cents=900,
        bring="un vêtement blanc en coton ou en laine",
        bring_en="something white, in cotton or wool",
    ),
    Facts(
        slug="lire-son-sol",
        facilitator="Rémi Castan",
        drawing=Drawing.GARDEN,
        seats=12,
        bring="une poignée de votre terre, dans un bocal",
        bring_en="a handful of your soil, in a jar",
    ),
    Facts(
        slug="mercredi-en-famille",
        facilitator="Nour Haddad",
        drawing=Drawing.GARDEN,
        seats=14,
        bring="des bottes et un goûter à partager",
        bring_en="wellies and a snack to share",
    ),
)
