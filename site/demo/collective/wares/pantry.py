"""What keeps on a shelf and is there in every season, so that no market day is thin."""

from functools import partial

from demo.collective.wares.ware import GLUTEN, MILK, Allergens, Shelf, Ware
from market.rules.allergens import Allergen

bread = partial(Ware, shelf=Shelf.BREAD, allergens=GLUTEN, pictogram="pain")
dairy = partial(Ware, shelf=Shelf.DAIRY, allergens=MILK, pictogram="lait")
jar = partial(Ware, shelf=Shelf.GROCERY)

BAKERY = (
    bread(
        fr="Sablés aux noisettes, 150 g", en="Hazelnut shortbread, 150 g", cents=420, stock=22,
        content="0.15 kg",
        allergens=Allergens((Allergen.GLUTEN, Allergen.MILK, Allergen.NUTS), "blé, noisettes", "wheat, hazelnuts"),
        story=("Les noisettes viennent du coteau d’en face.", "Hazelnuts from the hill opposite."),
    ),
    bread(
        fr="Petit épeautre, la miche", en="Einkorn loaf", cents=540, stock=14, content="0.5 kg",
        allergens=Allergens((Allergen.GLUTEN,), "épeautre", "einkorn"),
    ),
)  # fmt: skip

DAIRY = (
    dairy(
        fr="Fromage blanc, 500 g", en="Fromage blanc, 500 g", cents=310, stock=20, content="0.5 kg",
        story=("Égoutté une nuit, en pot consigné.", "Drained overnight; bring the pot back."),
    ),
)  # fmt: skip

HILL_FARM = (
    jar(
        fr="Moutarde à l’ancienne, 200 g", en="Wholegrain mustard, 200 g", pictogram="confiture",
        cents=390, stock=24, content="0.2 kg",
        allergens=Allergens((Allergen.MUSTARD, Allergen.SULPHITES)),
    ),
    jar(
        fr="Graines de tournesol, 250 g", en="Sunflower seeds, 250 g", pictogram="sachet", cents=280,
        stock=20, content="0.25 kg",
    ),
)  # fmt: skip

HIVES = (
    jar(
        fr="Pain d’épices, 300 g", en="Spiced honey cake, 300 g", pictogram="pain", cents=650,
        stock=16, content="0.3 kg", allergens=Allergens((Allergen.GLUTEN, Allergen.EGGS), "seigle", "rye"),
        story=("Moitié miel, moitié seigle.", "Half honey, half rye."),
    ),
)  # fmt: skip

ORCHARD = (
    jar(
        fr="Compote de pommes, 380 g", en="Stewed apples, 380 g", pictogram="pomme", cents=340,
        stock=36, content="0.38 kg",
    ),
    jar(
        fr="Vinaigre de cidre, 50 cl", en="Cider vinegar, 50 cl", pictogram="huile", cents=380,
        stock=24, content="0.5 litre", allergens=Allergens((Allergen.SULPHITES,)),
    ),
    jar(
        fr="Pommes séchées, 100 g", en="Dried apple rings, 100 g", pictogram="pomme", cents=360,
        stock=18, content="0.1 kg",
    ),
)  # fmt: skip
