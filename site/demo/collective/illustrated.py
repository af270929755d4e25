"""Pages that show every block an editor may use, with pictures drawn for the demo."""

from pathlib import Path
from typing import Any

from django.core.files import File
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import RichText

from commons.cms.pictures import Picture
from demo.collective.prose import DATA, Blocks

CREDIT = "Noa, carnet de la halle"

# File, then what it shows in French and in English.
PICTURES = {
    "compost": ("carnet-compost", "Un bac à compost ouvert, une fourche plantée à côté.", "An open compost bin, a fork standing beside it."),
    "kitchen": ("carnet-kitchen", "Un plan de travail, des légumes et des bocaux.", "A worktop, vegetables and jars."),
    "garden": ("carnet-garden", "Des rangs de légumes devant une cabane.", "Rows of vegetables in front of a shed."),
    "baskets": ("carnet-baskets", "Des paniers de légumes prêts à partir.", "Baskets of vegetables ready to go."),
    "plot-winter": ("parcelle-hiver", "La parcelle 9 en hiver : de la paille sur la terre, un rang de poireaux, un rouge-gorge sur le piquet.", "Plot 9 in winter: straw on the soil, a row of leeks, a robin on the stake."),
    "plot-spring": ("parcelle-printemps", "La parcelle 9 au printemps : des rangs de jeunes pousses et de salades le long de cordeaux.", "Plot 9 in spring: rows of seedlings and salads along strings."),
    "plot-summer": ("parcelle-ete", "La parcelle 9 en été : des tomates mûres au fond, deux rangs de laitues devant.", "Plot 9 in summer: ripe tomatoes at the back, two rows of lettuces in front."),
    "plot-autumn": ("parcelle-automne", "La parcelle 9 en automne : un rang de poireaux, des courges orange entre leurs feuilles.", "Plot 9 in autumn: a row of leeks, orange squashes among their leaves."),
    "plot-joined": ("parcelle-deux", "Une parcelle plantée de jeunes pousses, une planche posée au milieu.", "A plot of seedlings, with a board laid across the middle."),
    "carrots": ("produit-carottes", "Une cagette de carottes avec leurs fanes.", "A crate of carrots with their tops."),
    "tomme": ("produit-tomme", "Une meule de tomme entamée, un morceau coupé devant.", "A wheel of tomme with a wedge cut from it."),
    "squash": ("produit-potimarron", "Un potimarron orange, avec sa queue et une feuille.", "An orange red kuri squash with its stalk and a leaf."),
    "loaf": ("produit-pain", "Un pain de campagne grigné, un épi de blé à côté.", "A scored country loaf beside an ear of wheat."),
    "plan": ("plan", "Croquis du quartier : la halle entre l’école et le square, au-dessus de la rivière ; l’arrêt du bus 4 juste au nord.", "Sketch of the area: the hall between the school and the small park, above the river; the number 4 bus stop just to the north."),
}  # fmt: skip


def image(name: str, language: str) -> dict[str, Any]:
    """What an image block holds: the picture, and its description in the language of the page."""
    _file, french, english = PICTURES[name]
    alt = french if language == "fr" else english
    return {"image": picture(name), "alt_text": alt, "decorative": False}


def picture(name: str) -> Picture:
    """Brought in once, as a volunteer would."""
    file, french, _english = PICTURES[name]
    kept = Picture.objects.filter(title=file).first()
    if kept is None:
        kept = Picture(title=file, description=french, credit=CREDIT)
        path = DATA / "pictures" / f"{file}.webp"
        with path.open("rb") as drawing:
            kept.file.save(path.name, File(drawing), save=True)
    return kept


def document(file: str, title: str) -> Any:
    """Brought in once."""
    model = get_document_model()
    kept = model.objects.filter(title=title).first()
    if kept is None:
        kept = model(title=title)
        with (DATA / file).open("rb") as content:
            kept.file.save(Path(file).name, File(content), save=True)
    return kept


def compost_notebook(language: str) -> Blocks:
    """The article's blocks after its first words."""
    return (_notebook_in_french if language == "fr" else _notebook_in_english)()


def _notebook_in_french() -> Blocks:
    return [
        ("picture", {"image": image("compost", "fr"), "caption": "Le bac 2, un matin de novembre.", "credit": ""}),
        ("figures", {"figures": [
            {"number": "340 kg", "sentence": "d’épluchures devenues du compost au printemps", "source": "pesées du bac 1, mars à mai"},
            {"number": "64 °C", "sentence": "au cœur du tas, deux jours après le montage", "source": "thermomètre du bac 2"},
            {"number": "1 sur 3", "sentence": "vient d’abord pour déposer, puis reste retourner", "source": "cahier du compost"},
        ]}),
        ("text", RichText("<h2>En images</h2><p>Du seau de cuisine au panier : un tour complet dure huit mois.</p>")),
        ("gallery", {"pictures": [
            {"image": image("kitchen", "fr"), "caption": "Le seau se remplit."},
            {"image": image("compost", "fr"), "caption": "Le tas chauffe."},
            {"image": image("garden", "fr"), "caption": "La terre reçoit."},
            {"image": image("baskets", "fr"), "caption": "On récolte."},
        ]}),
        ("video", {
            "film": document("semis.webm", "La levée, en six secondes"), "title": "La levée, en six secondes",
            "poster": image("garden", "fr"), "captions": None, "wordless": True,
            "transcript": RichText("<p>Dessin animé sans paroles : cinq jeunes plants sortent de terre l’un après l’autre et ouvrent leurs deux premières feuilles.</p>"),
        }),
        ("remote_video", {"title": "Monter un tas à plusieurs", "url": "https://videos.example/compost-a-plusieurs", "length": "4 min", "text": "Les gestes, filmés par un jardin voisin."}),
        ("quote", {"words": "Le premier jour, je tenais la fourche à l’envers. Personne n’a ri, quelqu’un a juste tourné la sienne lentement.", "who": "Idriss, arrivé en mars"}),
        ("accordion", {"questions": [
            {"question": "Est-ce que ça sent ?", "answer": RichText("<p>Non, tant qu’un seau de feuilles suit chaque seau de cuisine. Si ça sent, c’est trop mouillé : ajoutez du sec et dites-le-nous.</p>")},
            {"question": "Puis-je déposer du pain ?", "answer": RichText("<p>En miettes, un peu. Entier, il attire les rats.</p>")},
            {"question": "Je ne peux pas porter. Puis-je aider ?", "answer": RichText("<p>Oui : trier, peser, noter, accueillir. Il y a deux chaises et une table à bonne hauteur.</p>")},
        ]}),
        ("file", {"document": document("compost-en-une-page.pdf", "Le compost en une page"), "title": "", "text": "À imprimer et à coller sur le frigo."}),
        ("live", {"what": "workshops.sessions", "title": "Apprendre avec les mains", "limit": 2}),
        ("live", {"what": "gardens.surplus", "title": "Les jardins donnent", "limit": 3}),
        ("call", {"title": "Le bac 2 cherche des bras", "text": "Le premier samedi du mois, à neuf heures. Toutes les mains servent, assises aussi.", "page": _page("agenda", "fr"), "button": "Voir les prochaines dates"}),
    ]  # fmt: skip


def _notebook_in_english() -> Blocks:
    return [
        ("picture", {"image": image("compost", "en"), "caption": "Bin 2, one November morning.", "credit": ""}),
        ("figures", {"figures": [
            {"number": "340 kg", "sentence": "of peelings turned into compost in spring", "source": "weighed at bin 1, March to May"},
            {"number": "64 °C", "sentence": "in the heart of the heap, two days after it was built", "source": "thermometer of bin 2"},
            {"number": "1 in 3", "sentence": "come to drop off, then stay to turn the heap", "source": "the compost notebook"},
        ]}),
        ("text", RichText("<h2>In pictures</h2><p>From kitchen bucket to basket: one full turn takes eight months.</p>")),
        ("gallery", {"pictures": [
            {"image": image("kitchen", "en"), "caption": "The bucket fills."},
            {"image": image("compost", "en"), "caption": "The heap warms."},
            {"image": image("garden", "en"), "caption": "The soil is fed."},
            {"image": image("baskets", "en"), "caption": "We harvest."},
        ]}),
        ("video", {
            "film": document("semis.webm", "La levée, en six secondes"), "title": "Coming up, in six seconds",
            "poster": image("garden", "en"), "captions": None, "wordless": True,
            "transcript": RichText("<p>A cartoon without words: five young plants rise from the soil one after the other and open their first two leaves.</p>"),
        }),
        ("remote_video", {"title": "Building a heap together", "url": "https://videos.example/compost-a-plusieurs", "length": "4 min", "text": "The gestures, filmed by a neighbouring garden (in French)."}),
        ("quote", {"words": "On my first day I held the fork the wrong way round. Nobody laughed; someone just turned theirs, slowly.", "who": "Idriss, who came in March"}),
        ("accordion", {"questions": [
            {"question": "Does it smell?", "answer": RichText("<p>No, as long as one bucket of leaves follows each kitchen bucket. If it smells, it is too wet: add dry leaves and tell us.</p>")},
            {"question": "May I bring bread?", "answer": RichText("<p>A little, in crumbs. Whole, it attracts rats.</p>")},
            {"question": "I cannot carry. Can I help?", "answer": RichText("<p>Yes: sorting, weighing, noting, welcoming. There are two chairs and a table at the right height.</p>")},
        ]}),
        ("file", {"document": document("compost-en-une-page.pdf", "Le compost en une page"), "title": "Compost on one page (in French)", "text": "To print and stick on the fridge."}),
        ("live", {"what": "workshops.sessions", "title": "Learning by hand", "limit": 2}),
        ("live", {"what": "gardens.surplus", "title": "The gardens give", "limit": 3}),
        ("call", {"title": "Bin 2 needs hands", "text": "The first Saturday of the month, at nine. Every hand helps, seated ones too.", "page": _page("agenda", "en"), "button": "See the next dates"}),
    ]  # fmt: skip


def way_to_the_hall(language: str) -> Blocks:
    """How to come to the hall, in words and with a sketch."""
    french = {
        "name": "Venir à la halle",
        "on_foot": "Cinq minutes depuis l’école, par la rue du Lavoir : tout est plat.",
        "by_bus": "Bus 4, arrêt Halle, à cinquante mètres. Le bus s’abaisse.",
        "by_bike": "Arceaux côté lavoir, dont deux larges pour les vélos cargos.",
        "by_car": "Deux places réservées devant la porte nord ; dépose-minute le jour du marché.",
    }
    english = {
        "name": "Coming to the hall",
        "on_foot": "Five minutes from the school along rue du Lavoir: flat all the way.",
        "by_bus": "Bus 4, stop “Halle”, fifty metres away. The bus kneels.",
        "by_bike": "Racks on the washhouse side, two of them wide enough for cargo bikes.",
        "by_car": "Two accessible spaces at the north door; drop-off on market days.",
    }
    words = french if language == "fr" else english
    where = {
        "address": "place du Lavoir\n01990 Val-des-Lônes",
        "sketch": image("plan", language),
        "latitude": "45.900000",
        "longitude": "5.100000",
    }
    return [("map", {**words, **where})]


def _page(slug: str, language: str) -> Page | None:
    return Page.objects.filter(slug=slug, depth=3, locale__language_code=language).first()
