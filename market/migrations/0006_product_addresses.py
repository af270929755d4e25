from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("market", "0005_producer_pages")]

    operations = [
        migrations.AddField(
            model_name="product",
            name="slug",
            field=models.SlugField(
                null=True,
                blank=True,
                help_text="Vide : faite du nom. Ensuite elle ne change plus, pour que les liens tiennent.",
                max_length=120,
                verbose_name="adresse de la page",
            ),
        )
    ]
