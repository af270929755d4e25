"""Bread, milk, cheese, eggs, and what keeps in a cupboard."""

from functools import partial

from demo.collective.wares.ware import (
    COOL,
    CUPBOARD,
    GLUTEN,
    MILK,
    Allergens,
    Shelf,
    Unit,
    Ware,
)
from market.rules import Allergen

bread = partial(Ware, shelf=Shelf.BREAD, allergens=GLUTEN, pictogram="pain")
dairy = partial(Ware, shelf=Shelf.DAIRY, allergens=MILK, pictogram="fromage", storage=COOL)
packet = partial(Ware, shelf=Shelf.GROCERY, pictogram="sachet", storage=CUPBOARD, keeps=True)

BAKERY = (
    bread(
        fr="Pain de campagne au levain", en="Sourdough country loaf", cents=480, stock=40,
        content="0.8 kg", picture="loaf",
        story=("Croûte épaisse, il se garde cinq jours.", "Thick crust; keeps for five days."),
    ),
    bread(
        fr="Pain de seigle", en="Rye bread", cents=430, stock=6, content="0.5 kg",
        allergens=Allergens((Allergen.GLUTEN,), "seigle, blé", "rye, wheat"),
    ),
    bread(
        fr="Pain aux graines", en="Seeded loaf", cents=460, stock=18, content="0.5 kg",
        allergens=Allergens((Allergen.GLUTEN, Allergen.SESAME), "blé", "wheat"),
    ),
    bread(fr="Baguette de tradition", en="Baguette", cents=130, stock=60, content="0.25 kg"),
    bread(
        fr="Brioche au beurre", en="Butter brioche", cents=620, stock=5, content="0.4 kg",
        allergens=Allergens((Allergen.GLUTEN, Allergen.EGGS, Allergen.MILK), "blé", "wheat"),
    ),
    bread(
        fr="Farine de blé T80, 1 kg", en="Stoneground wheat flour, 1 kg", cents=290, stock=30,
        content="1 kg", pictogram="sachet", storage=CUPBOARD, keeps=True,
    ),
)  # fmt: skip

DAIRY = (
    dairy(
        fr="Lait entier cru", en="Raw whole milk", unit=Unit.LITRE, cents=165, stock=40,
        pictogram="lait",
        story=("À faire bouillir pour les tout-petits.", "Boil it for very young children."),
    ),
    dairy(
        fr="Yaourts nature, les 4", en="Plain yoghurts, pack of 4", unit=Unit.PACK, cents=340,
        stock=10, content="0.5 kg", pictogram="lait",
    ),
    dairy(
        fr="Beurre demi-sel, 250 g", en="Salted butter, 250 g", cents=390, stock=20,
        content="0.25 kg",
    ),
    dairy(
        fr="Crème crue, 25 cl", en="Raw cream, 25 cl", cents=280, stock=16, content="0.25 litre",
        pictogram="lait",
    ),
    dairy(
        fr="Tomme de vache", en="Cow’s milk tomme", unit=Unit.KG, cents=2150, stock=8, step="0.25",
        weighed=True, picture="tomme",
        story=("Affinée quatre mois en cave.", "Aged four months in the cellar."),
    ),
)  # fmt: skip

GOATS = (
    dairy(
        fr="Crottin frais", en="Fresh goat’s cheese", cents=260, stock=40, content="0.12 kg",
        season=range(3, 12),
    ),
    dairy(
        fr="Faisselle de chèvre, les 2", en="Goat’s curd cheese, pack of 2", unit=Unit.PACK,
        cents=420, stock=12, content="0.3 kg", season=range(3, 12),
    ),
    dairy(fr="Bûche cendrée", en="Ash-coated goat’s log", cents=680, stock=10, content="0.22 kg"),
    dairy(
        fr="Tomme de chèvre", en="Goat’s milk tomme", unit=Unit.KG, cents=2780, stock=6,
        step="0.25", weighed=True,
    ),
)  # fmt: skip

HILL_FARM = (
    Ware(
        fr="Œufs, la boîte de 6", en="Eggs, box of 6", shelf=Shelf.EGGS, cents=290, stock=36,
        pictogram="oeuf", allergens=Allergens((Allergen.EGGS,)), content="0.36 kg", grade="A",
        story=("Pondus de la semaine, poules au pré.", "Laid this week, by hens out on grass."),
    ),
    Ware(
        fr="Poulet fermier entier", en="Whole free-range chicken", shelf=Shelf.MEAT, unit=Unit.KG,
        cents=1290, stock=20, step="0.5", pictogram="poulet", weighed=True, storage=COOL,
        is_organic=False,
        story=("Cent jours dehors ; prêt à cuire, avec ses abats.",
               "A hundred days outdoors; oven-ready, with its giblets."),
    ),
    packet(
        fr="Lentilles vertes, 500 g", en="Green lentils, 500 g", cents=370, stock=30,
        content="0.5 kg",
    ),
    packet(
        fr="Pois chiches, 500 g", en="Chickpeas, 500 g", cents=380, stock=24, content="0.5 kg"
    ),
    packet(
        fr="Huile de tournesol, 75 cl", en="Sunflower oil, 75 cl", cents=640, stock=18,
        content="0.75 litre", pictogram="huile",
    ),
    packet(
        fr="Farine de sarrasin, 500 g", en="Buckwheat flour, 500 g", cents=420, stock=15,
        content="0.5 kg", is_organic=False,
    ),
)  # fmt: skip
