"""Gives each product the address of its page, made of its French name."""

from itertools import chain, count

from django.db import migrations, models
from django.utils.text import slugify


def name_the_pages(apps, schema_editor):
    """The name's own address for the first product that has it; the producer's name makes the others'."""
    Product = apps.get_model("market", "Product")
    taken = set()
    for product in Product.objects.select_related("producer").order_by("pk"):
        name = product.name_fr.replace("œ", "oe").replace("Œ", "Oe")
        alone = slugify(name)[:100].strip("-") or "produit"
        both = f"{alone}-{product.producer.slug}"[:100].strip("-")
        candidates = chain((alone, both), (f"{both}-{number}" for number in count(2)))
        product.slug = next(slug for slug in candidates if slug not in taken)
        taken.add(product.slug)
        product.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [("market", "0006_product_addresses")]

    operations = [
        migrations.RunPython(name_the_pages, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="product",
            name="slug",
            field=models.SlugField(
                blank=True,
                help_text="Vide : faite du nom. Ensuite elle ne change plus, pour que les liens tiennent.",
                max_length=120,
                unique=True,
                verbose_name="adresse de la page",
            ),
        ),
    ]
