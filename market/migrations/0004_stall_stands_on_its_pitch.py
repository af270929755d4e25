import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("market", "0003_draw_the_pitches_in_use")]

    operations = [
        migrations.AlterField(
            model_name="stall",
            name="pitch",
            field=models.ForeignKey(
                help_text="Un de ceux du lieu choisi pour ce jour.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stalls",
                to="market.pitch",
                verbose_name="emplacement",
            ),
        ),
        migrations.RemoveField(model_name="stall", name="number"),
        migrations.AlterModelOptions(
            name="stall",
            options={
                "ordering": ["pitch__number"],
                "verbose_name": "étal",
                "verbose_name_plural": "étals",
            },
        ),
        migrations.AddConstraint(
            model_name="stall",
            constraint=models.UniqueConstraint(
                fields=["market_day", "pitch"], name="stall_one_per_pitch"
            ),
        ),
    ]
