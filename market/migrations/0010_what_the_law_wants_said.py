"""The facts that a product must say before it is sold; allergens become a choice, and no word of theirs is lost."""

import re
from decimal import Decimal

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

# In the order of annex II. First the plain name, which the choice says as well; then what only hints at it.
FRENCH = {
    "gluten": ("gluten", "blés?|seigle|orge|avoine|épeautre|kamut"),
    "crustaces": ("crustacés?", "crevettes?|écrevisses?"),
    "oeufs": ("œufs?|oeufs?", ""),
    "poissons": ("poissons?", ""),
    "arachides": ("arachides?", "cacahuètes?"),
    "soja": ("soja", ""),
    "lait": ("lait", "lactose|beurre|crème|fromages?"),
    "fruits-a-coque": ("fruits? à coques?", "noix|noisettes?|amandes?|pistaches?"),
    "celeri": ("céleris?", ""),
    "moutarde": ("moutarde", ""),
    "sesame": ("sésame", ""),
    "sulfites": ("sulfites?", "anhydride sulfureux"),
    "lupin": ("lupin", ""),
    "mollusques": ("mollusques?", "huîtres?|moules?|escargots?"),
}
PLAIN_FRENCH = "|".join(plain for plain, _hints in FRENCH.values())
ENGLISH = dict(
    zip(
        FRENCH,
        (
            *("gluten", "crustaceans", "eggs", "fish", "peanuts", "soya", "milk", "nuts", "celery"),
            *("mustard", "sesame", "sulphites", "lupin", "molluscs"),
        ),
        strict=True,
    ),
    aucun="none",
)
PLAIN_ENGLISH = "|".join(f"{word.removesuffix('s')}s?" for word in ENGLISH.values())
NO_ALLERGEN = "aucune?s?|néant|none"
# A name, what its brackets add, and the comma before the next.
PART = re.compile(r"\s*([^,;(]+?)\s*(?:\(([^()]*)\))?\s*(?:[,;]|$)")


def codes_in(sentence):
    """What a sentence speaks of, in the order of the annex; « aucun » only when it names none of them."""
    codes = [
        code
        for code, (plain, hints) in FRENCH.items()
        if _speaks_of(f"{plain}|{hints}" if hints else plain, sentence)
    ]
    return codes or (["aucun"] if _speaks_of(NO_ALLERGEN, sentence) else [])


def rest_of(sentence, plain):
    """What the choices do not say: "gluten (blé), œuf" → "blé"; the whole sentence when it is no plain list."""
    sentence = sentence.strip()
    if re.fullmatch(NO_ALLERGEN, sentence, re.IGNORECASE):
        return ""
    kept, end = [], 0
    for part in PART.finditer(sentence):
        if part.start() != end or not re.fullmatch(plain, part[1], re.IGNORECASE):
            return sentence
        end = part.end()
        if part[2]:
            kept.append(part[2].strip())
    return ", ".join(kept) if end == len(sentence) else sentence


def _speaks_of(words, sentence):
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", sentence, re.IGNORECASE)


def choose(apps, schema_editor):
    """A sentence that is not understood chooses nothing: it is kept, and the desk asks."""
    Product = apps.get_model("market", "Product")
    for product in Product.objects.all():
        product.allergen_codes = codes_in(product.allergens_fr)
        if product.allergen_codes:
            product.allergens_fr = rest_of(product.allergens_fr, PLAIN_FRENCH)
            product.allergens_en = rest_of(product.allergens_en, PLAIN_ENGLISH)
        # What keeps in a cupboard can be sent back [C. conso. L.221-28 spares fresh food only].
        product.perishable = product.category != "epicerie"
        product.save(update_fields=["allergen_codes", "allergens_fr", "allergens_en", "perishable"])


def write_out(apps, schema_editor):
    """The choices as words again, before the words kept beside them."""
    Product = apps.get_model("market", "Product")
    french = dict(Product._meta.get_field("allergen_codes").base_field.choices)
    for product in Product.objects.exclude(allergen_codes=[]):
        product.allergens_fr = _in_words(product.allergen_codes, french, product.allergens_fr)
        product.allergens_en = _in_words(product.allergen_codes, ENGLISH, product.allergens_en)
        product.save(update_fields=["allergens_fr", "allergens_en"])


def _in_words(codes, labels, words):
    said = ", ".join(str(labels[code]) for code in codes)
    return (f"{said} ({words})" if words else said)[:160]


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0002_keep_the_pictures_there_were"),
        ("market", "0009_producers_people"),
        ("plants", "0002_growing_facts"),
    ]

    operations = [
        migrations.AddField(
            model_name="collective",
            name="allows_alcohol",
            field=models.BooleanField(
                default=False,
                help_text="Sans cet accord, aucun produit qui contient de l’alcool ne se met en vente.",
                verbose_name="alcool autorisé sous la halle",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="alcohol",
            field=models.BooleanField(
                default=False,
                help_text="Plus de 1,2 % : vendu aux adultes, et seulement si la halle l’autorise.",
                verbose_name="contient de l’alcool",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="allergen_codes",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("gluten", "gluten"),
                        ("crustaces", "crustacés"),
                        ("oeufs", "œufs"),
                        ("poissons", "poissons"),
                        ("arachides", "arachides"),
                        ("soja", "soja"),
                        ("lait", "lait"),
                        ("fruits-a-coque", "fruits à coque"),
                        ("celeri", "céleri"),
                        ("moutarde", "moutarde"),
                        ("sesame", "sésame"),
                        ("sulfites", "sulfites"),
                        ("lupin", "lupin"),
                        ("mollusques", "mollusques"),
                        ("aucun", "aucun"),
                    ],
                    max_length=16,
                ),
                blank=True,
                default=list,
                help_text="Rien de coché : pas encore dit. « aucun » se coche aussi, et seul.",
                size=None,
                verbose_name="allergènes",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="origin_place",
            field=models.CharField(blank=True, max_length=80, verbose_name="lieu d’origine"),
        ),
        migrations.AddField(
            model_name="product",
            name="perishable",
            field=models.BooleanField(
                default=True,
                help_text="Ce qui se garde peu ne se rend pas ; le reste se rend dans les 14 jours.",
                verbose_name="se garde peu",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="picture",
            field=models.ForeignKey(
                blank=True,
                help_text="Sans photo, son pictogramme. Cadrez-la sur ce qui se vend.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="cms.picture",
                verbose_name="photo",
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="storage_en",
            field=models.CharField(
                blank=True, max_length=120, verbose_name="conservation, en anglais"
            ),
        ),
        migrations.AddField(
            model_name="product",
            name="storage_fr",
            field=models.CharField(blank=True, max_length=120, verbose_name="conservation"),
        ),
        migrations.AddField(
            model_name="product",
            name="weighed",
            field=models.BooleanField(
                default=False,
                help_text="Le prix suit le poids réel. Seulement pour ce qui se vend au kilo.",
                verbose_name="pesé à la halle",
            ),
        ),
        migrations.AlterField(
            model_name="product",
            name="allergens_en",
            field=models.CharField(
                blank=True, max_length=160, verbose_name="précision, en anglais"
            ),
        ),
        migrations.AlterField(
            model_name="product",
            name="allergens_fr",
            field=models.CharField(
                blank=True, max_length=160, verbose_name="précision sur les allergènes"
            ),
        ),
        migrations.AlterField(
            model_name="product",
            name="origin",
            field=models.CharField(
                blank=True, default="France", max_length=80, verbose_name="pays d’origine"
            ),
        ),
        migrations.AlterField(
            model_name="product",
            name="vat_rate",
            field=models.DecimalField(
                choices=[
                    (Decimal("5.50"), "5,5 % : alimentation"),
                    (Decimal("10.00"), "10 % : à manger tout de suite, plants et fleurs"),
                    (Decimal("20.00"), "20 % : alcool, confiseries, le reste"),
                    (Decimal("2.10"), "2,1 % : cas particuliers"),
                ],
                decimal_places=2,
                default=Decimal("5.50"),
                max_digits=4,
                verbose_name="taux de TVA",
            ),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.CheckConstraint(
                condition=models.Q(("weighed", False), ("unit", "kg"), _connector="OR"),
                name="product_weighed_is_sold_by_the_kilo",
                violation_error_message="Seul ce qui se vend au kilo se pèse à la halle.",
            ),
        ),
        migrations.AddConstraint(
            model_name="product",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("allergen_codes__contains", ["aucun"]), _negated=True),
                    ("allergen_codes", ["aucun"]),
                    _connector="OR",
                ),
                name="product_no_allergen_stands_alone",
                violation_error_message="« aucun » se coche seul.",
            ),
        ),
        migrations.RunPython(choose, write_out),
    ]
