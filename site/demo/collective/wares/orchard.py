"""Fruit, juice, honey, jam and herbs."""

from functools import partial

from demo.collective.wares.ware import CUPBOARD, Shelf, Unit, Ware

fruit = partial(Ware, shelf=Shelf.FRUIT, unit=Unit.KG, step="0.5")
jar = partial(Ware, shelf=Shelf.GROCERY, unit=Unit.PIECE, storage=CUPBOARD, keeps=True)

ORCHARD = (
    fruit(
        fr="Pommes", en="Apples", plant="pomme", cents=290, stock=90, variety="Reine des reinettes",
        grade="I",
    ),
    fruit(
        fr="Pommes à cuire", en="Cooking apples", plant="pomme", cents=210, stock=60, grade="II",
        variety="Boskoop",
        story=("Un peu cabossées, très bonnes en compote.", "A little bruised, lovely stewed."),
    ),
    fruit(fr="Poires", en="Pears", plant="poire", cents=380, stock=45, grade="I", variety="Comice"),
    fruit(
        fr="Kiwis", en="Kiwis", plant="kiwi", cents=460, stock=30, grade="I", variety="Hayward"
    ),
    fruit(fr="Cerises", en="Cherries", plant="cerise", cents=980, stock=30, variety="Burlat"),
    fruit(
        fr="Abricots", en="Apricots", plant="abricot", cents=590, stock=45, variety="Bergeron"
    ),
    fruit(
        fr="Pêches blanches", en="White peaches", plant="peche", cents=560, stock=40, grade="I",
        variety="Manon",
    ),
    fruit(
        fr="Prunes mirabelles", en="Mirabelle plums", plant="prune", cents=540, stock=30,
        variety="Mirabelle de Nancy",
    ),
    fruit(
        fr="Raisin muscat", en="Muscat grapes", plant="raisin", cents=690, stock=24, grade="I",
        variety="Muscat de Hambourg",
    ),
    jar(
        fr="Jus de pomme, 1 litre", en="Apple juice, 1 litre", pictogram="pomme", cents=360,
        stock=48, content="1 litre",
        story=("Pressé au verger, trouble, sans sucre ajouté.", "Pressed at the orchard, cloudy."),
    ),
    jar(
        fr="Jus de poire, 1 litre", en="Pear juice, 1 litre", pictogram="poire", cents=420,
        stock=24, content="1 litre",
    ),
    # Two that wait at the desk: the hall does not sell alcohol yet, and a crate has not said its class.
    jar(
        fr="Cidre fermier brut, 75 cl", en="Dry farm cider, 75 cl", pictogram="pomme", cents=490,
        stock=24, content="0.75 litre", alcohol=True, vat="20.00",
    ),
    fruit(
        fr="Pommes tombées, à jus", en="Windfall apples, for juice", plant="pomme", cents=120,
        stock=60,
    ),
)  # fmt: skip

HIVES = (
    jar(
        fr="Miel de fleurs, 500 g", en="Wildflower honey, 500 g", pictogram="miel", cents=920,
        stock=24, content="0.5 kg",
        story=("Récolté en juin, crémeux.", "Gathered in June, creamy."),
    ),
    jar(
        fr="Miel de châtaignier, 250 g", en="Chestnut honey, 250 g", pictogram="miel", cents=640,
        stock=12, content="0.25 kg",
    ),
    jar(
        fr="Confiture de mûres, 320 g", en="Blackberry jam, 320 g", pictogram="confiture",
        cents=560, stock=18, content="0.32 kg",
        story=("60 % de fruits, cuite au chaudron.", "60% fruit, cooked in a copper pan."),
    ),
    jar(
        fr="Thym séché, 40 g", en="Dried thyme, 40 g", pictogram="aromates", cents=380, stock=15,
        content="0.04 kg", shelf=Shelf.HERBS,
    ),
    Ware(
        fr="Bouquet d’herbes fraîches", en="Fresh herbs", shelf=Shelf.HERBS, unit=Unit.BUNCH,
        pictogram="aromates", cents=200, stock=30, season=range(4, 11),
        story=("Persil, ciboulette, menthe selon le jour.", "Parsley, chives, mint: it depends."),
    ),
)  # fmt: skip
