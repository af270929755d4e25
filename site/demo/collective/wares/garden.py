"""Vegetables. Their season is their plant's."""

from functools import partial

from demo.collective.wares.ware import CELLAR, Shelf, Unit, Ware

by_kilo = partial(Ware, shelf=Shelf.VEGETABLES, unit=Unit.KG, step="0.5")
by_bunch = partial(Ware, shelf=Shelf.VEGETABLES, unit=Unit.BUNCH)
by_piece = partial(Ware, shelf=Shelf.VEGETABLES, unit=Unit.PIECE)

RIVERSIDE_FARM = (
    by_bunch(
        fr="Carottes en botte", en="Bunched carrots", plant="carotte", cents=280, stock=40,
        content="0.6 kg", variety="Nantaise", picture="carrots",
        story=("Les fanes se mangent : soupe ou pesto.", "The tops are good too: soup or pesto."),
    ),
    by_kilo(fr="Poireaux", en="Leeks", plant="poireau", cents=340, stock=45),
    by_kilo(
        fr="Potimarron", en="Red kuri squash", plant="courge", cents=320, stock=60,
        variety="Uchiki Kuri", weighed=True, picture="squash", storage=CELLAR,
        story=("Inutile de le peler.", "No need to peel it."),
    ),
    by_kilo(fr="Épinards", en="Spinach", plant="epinard", cents=560, stock=18),
    by_kilo(
        fr="Mâche", en="Lamb’s lettuce", plant="mache", cents=1480, stock=6, step="0.25",
        story=("Lavée une fois, à relaver.", "Washed once; wash it again."),
    ),
    by_bunch(
        fr="Radis roses", en="Pink radishes", plant="radis", cents=220, stock=50, content="0.3 kg"
    ),
    by_kilo(
        fr="Tomates anciennes", en="Heirloom tomatoes", plant="tomate", cents=520, stock=70,
        variety="Noire de Crimée, Ananas", grade="II",
    ),
    by_kilo(fr="Courgettes", en="Courgettes", plant="courgette", cents=290, stock=60),
    by_kilo(fr="Haricots verts", en="Green beans", plant="haricot-vert", cents=890, stock=22),
    by_piece(
        fr="Laitue batavia", en="Batavia lettuce", plant="laitue", cents=140, stock=60, grade="I",
        variety="Batavia",
    ),
    by_kilo(
        fr="Betteraves crues", en="Raw beetroot", plant="betterave", cents=310, stock=30,
        variety="Chioggia et rouge",
    ),
    by_kilo(fr="Petits pois", en="Peas", plant="petit-pois", cents=780, stock=20),
    by_kilo(
        fr="Fraises", en="Strawberries", plant="fraise", cents=1360, stock=16, shelf=Shelf.FRUIT,
        variety="Mara des bois", grade="I",
    ),
)  # fmt: skip

MILL_FARM = (
    by_kilo(
        fr="Pommes de terre", en="Potatoes", plant="pomme-de-terre", cents=210, stock=120,
        variety="Agata",
        story=("Chair fine, pour la vapeur ou le four.", "Waxy; for steaming or the oven."),
    ),
    by_kilo(fr="Oignons jaunes", en="Yellow onions", plant="oignon", cents=260, stock=60),
    by_piece(
        fr="Chou vert frisé", en="Savoy cabbage", plant="chou", cents=320, stock=24, variety="Milan"
    ),
    by_piece(fr="Chou-fleur", en="Cauliflower", plant="chou-fleur", cents=390, stock=20),
    by_kilo(fr="Brocoli", en="Broccoli", plant="brocoli", cents=480, stock=18),
    by_bunch(
        fr="Navets en botte", en="Bunched turnips", plant="navet", cents=270, stock=26,
        content="0.5 kg",
    ),
    by_kilo(
        fr="Poivrons", en="Peppers", plant="poivron", cents=560, stock=25, grade="I",
        variety="Corne de bœuf",
    ),
    by_kilo(fr="Aubergines", en="Aubergines", plant="aubergine", cents=480, stock=30),
    by_piece(fr="Concombre", en="Cucumber", plant="concombre", cents=150, stock=40),
    by_kilo(
        fr="Ail", en="Garlic", plant="ail", cents=1280, stock=10, step="0.25", variety="Messidor"
    ),
    by_kilo(
        fr="Topinambours", en="Jerusalem artichokes", plant="topinambour", cents=360, stock=20,
        story=("Un goût d’artichaut et de noisette.", "They taste of artichoke and hazelnut."),
    ),
)  # fmt: skip
