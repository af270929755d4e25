from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gardens", "0004_lists_offers_seasons_sharing_care")]

    operations = [
        migrations.AddField(
            "plotoffer",
            "tenancy",
            models.OneToOneField(
                blank=True,
                null=True,
                on_delete=models.deletion.SET_NULL,
                related_name="offer",
                to="gardens.tenancy",
                verbose_name="attribution",
            ),
        ),
        migrations.AddField(
            "plotoffer",
            "taken_back_because",
            models.CharField(
                blank=True, default="", max_length=400, verbose_name="raison de la reprise"
            ),
            preserve_default=False,
        ),
    ]
