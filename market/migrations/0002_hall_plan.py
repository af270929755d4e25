"""The hall's pitches become rows. Bare numbers of stalls stay beside them until 0004."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("market", "0001_market_days_offers_orders"), ("places", "0002_house")]

    operations = [
        migrations.CreateModel(
            name="Pitch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "x",
                    models.PositiveSmallIntegerField(
                        help_text="En décimètres : 120 pour 12 mètres.",
                        verbose_name="de la gauche (dm)",
                    ),
                ),
                (
                    "y",
                    models.PositiveSmallIntegerField(
                        help_text="En décimètres, depuis le haut du plan.",
                        verbose_name="du haut (dm)",
                    ),
                ),
                (
                    "width",
                    models.PositiveSmallIntegerField(
                        help_text="De gauche à droite sur le plan, en décimètres.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="largeur (dm)",
                    ),
                ),
                (
                    "height",
                    models.PositiveSmallIntegerField(
                        help_text="De haut en bas sur le plan, en décimètres.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="hauteur (dm)",
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="Le numéro peint au sol. Il ne sert qu’une fois par halle.",
                        verbose_name="numéro",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inside", "sous la halle"),
                            ("corner", "en angle"),
                            ("outside", "dehors, sous auvent"),
                        ],
                        default="inside",
                        help_text="Abrité ou dehors ; en angle, on y vient par deux côtés.",
                        max_length=8,
                        verbose_name="sorte",
                    ),
                ),
                (
                    "facing",
                    models.CharField(
                        choices=[
                            ("up", "vers le haut du plan"),
                            ("right", "vers la droite du plan"),
                            ("down", "vers le bas du plan"),
                            ("left", "vers la gauche du plan"),
                        ],
                        default="down",
                        help_text="Le côté où l’on fait la queue : l’auvent rayé s’y dessine.",
                        max_length=5,
                        verbose_name="comptoir tourné",
                    ),
                ),
                (
                    "power",
                    models.BooleanField(
                        default=False,
                        help_text="Une prise au pied de l’étal.",
                        verbose_name="électricité",
                    ),
                ),
                (
                    "cold",
                    models.BooleanField(
                        default=False,
                        help_text="Une vitrine réfrigérée, pour ce qui se garde au frais.",
                        verbose_name="froid",
                    ),
                ),
                (
                    "wheelchair_friendly",
                    models.BooleanField(
                        default=False,
                        help_text="Allée large et comptoir bas : c’est écrit sur le plan public.",
                        verbose_name="facile en fauteuil",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        help_text="La halle dont c’est le plan.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                        verbose_name="lieu",
                    ),
                ),
            ],
            options={
                "verbose_name": "emplacement",
                "verbose_name_plural": "emplacements",
                "ordering": ["place", "number"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Landmark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "x",
                    models.PositiveSmallIntegerField(
                        help_text="En décimètres : 120 pour 12 mètres.",
                        verbose_name="de la gauche (dm)",
                    ),
                ),
                (
                    "y",
                    models.PositiveSmallIntegerField(
                        help_text="En décimètres, depuis le haut du plan.",
                        verbose_name="du haut (dm)",
                    ),
                ),
                (
                    "width",
                    models.PositiveSmallIntegerField(
                        help_text="De gauche à droite sur le plan, en décimètres.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="largeur (dm)",
                    ),
                ),
                (
                    "height",
                    models.PositiveSmallIntegerField(
                        help_text="De haut en bas sur le plan, en décimètres.",
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="hauteur (dm)",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("roof", "toit de la halle"),
                            ("door", "porte"),
                            ("entrance", "entrée principale"),
                            ("column", "poteau"),
                            ("pick-up", "table de retrait"),
                            ("kitchen", "cuisine"),
                            ("toilets", "toilettes"),
                            ("bench", "banc"),
                            ("table", "grande table"),
                            ("compost", "compost"),
                            ("bikes", "vélos"),
                            ("tree", "arbre"),
                        ],
                        help_text="Le toit se dessine en premier : tout le reste se pose dessus.",
                        max_length=8,
                        verbose_name="sorte",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        help_text="La halle dont c’est le plan.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                        verbose_name="lieu",
                    ),
                ),
            ],
            options={
                "verbose_name": "repère de la halle",
                "verbose_name_plural": "repères de la halle",
                "ordering": ["place", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("height__gte", 1), ("width__gte", 1)),
                        name="landmark_has_a_size",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="pitch",
            constraint=models.CheckConstraint(
                condition=models.Q(("height__gte", 1), ("width__gte", 1)), name="pitch_has_a_size"
            ),
        ),
        migrations.AddConstraint(
            model_name="pitch",
            constraint=models.UniqueConstraint(
                fields=("place", "number"),
                name="pitch_number_once_per_place",
                violation_error_message="Ce numéro est déjà pris dans cette halle.",
            ),
        ),
        migrations.RemoveConstraint(model_name="stall", name="stall_one_per_pitch"),
        migrations.AlterModelOptions(
            name="stall", options={"verbose_name": "étal", "verbose_name_plural": "étals"}
        ),
        migrations.RenameField(model_name="stall", old_name="pitch", new_name="number"),
        migrations.AlterField(
            model_name="stall",
            name="number",
            field=models.PositiveSmallIntegerField(null=True, verbose_name="emplacement"),
        ),
        migrations.AddField(
            model_name="stall",
            name="pitch",
            field=models.ForeignKey(
                null=True,
                help_text="Un de ceux du lieu choisi pour ce jour.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stalls",
                to="market.pitch",
                verbose_name="emplacement",
            ),
        ),
    ]
