import django.core.validators
import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0002_keep_the_pictures_there_were"),
        ("gardens", "0005_offer_leads_to_a_tenancy"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlotChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("drawn", "plan redessiné"),
                            ("split", "parcelle divisée"),
                            ("merged", "parcelles réunies"),
                            ("retired", "parcelle retirée"),
                        ],
                        max_length=8,
                        verbose_name="sorte",
                    ),
                ),
                ("on", models.DateField(verbose_name="à partir du")),
                ("at", models.DateTimeField(verbose_name="noté le")),
                ("words", models.CharField(blank=True, max_length=400, verbose_name="pourquoi")),
            ],
            options={
                "verbose_name": "changement de parcelle",
                "verbose_name_plural": "changements de parcelles",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PlotPicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "taken_on",
                    models.DateField(
                        help_text="La saison s’en déduit. À peu près suffit.",
                        verbose_name="prise le",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="Ce qui pousse, ce qui a changé. Jamais le nom d’un foyer.",
                        max_length=160,
                        verbose_name="légende",
                    ),
                ),
                (
                    "words_en",
                    models.CharField(
                        blank=True,
                        help_text="Vide : la légende française sert aussi.",
                        max_length=160,
                        verbose_name="légende (anglais)",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo d’une parcelle",
                "verbose_name_plural": "photos des parcelles",
                "ordering": ["-taken_on", "-pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="plot",
            name="plot_number_in_garden",
        ),
        migrations.AddField(
            model_name="plot",
            name="retired_on",
            field=models.DateField(
                blank=True,
                editable=False,
                help_text="Le premier jour où elle n’est plus.",
                null=True,
                verbose_name="retirée le",
            ),
        ),
        migrations.AddField(
            model_name="plot",
            name="soil",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "pas encore connu"),
                    ("clay", "argileux"),
                    ("silt", "limoneux"),
                    ("sand", "sableux"),
                    ("stony", "caillouteux"),
                    ("rich", "riche en compost"),
                ],
                default="",
                max_length=8,
                verbose_name="sol",
            ),
        ),
        migrations.AddField(
            model_name="plot",
            name="soil_note",
            field=models.CharField(
                blank=True,
                help_text="Ce qu’il demande : paillage, drainage, apport de l’automne.",
                max_length=200,
                verbose_name="à savoir sur ce sol",
            ),
        ),
        migrations.AddField(
            model_name="plot",
            name="soil_note_en",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="à savoir sur ce sol (anglais)"
            ),
        ),
        migrations.AlterField(
            model_name="plot",
            name="surface_m2",
            field=models.DecimalField(
                blank=True,
                decimal_places=1,
                help_text="Vide : calculée d’après le contour.",
                max_digits=6,
                validators=[django.core.validators.MinValueValidator(0)],
                verbose_name="surface (m²)",
            ),
        ),
        migrations.AddConstraint(
            model_name="plot",
            constraint=models.UniqueConstraint(
                condition=models.Q(("retired_on", None)),
                fields=("garden", "number"),
                name="plot_number_in_garden",
                violation_error_message="Une autre parcelle de ce jardin porte déjà ce numéro.",
            ),
        ),
        migrations.AddField(
            model_name="plotchange",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="par",
            ),
        ),
        migrations.AddField(
            model_name="plotchange",
            name="garden",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="changes",
                to="gardens.garden",
                verbose_name="jardin",
            ),
        ),
        migrations.AddField(
            model_name="plotchange",
            name="results",
            field=models.ManyToManyField(
                related_name="came_from", to="gardens.plot", verbose_name="après"
            ),
        ),
        migrations.AddField(
            model_name="plotchange",
            name="sources",
            field=models.ManyToManyField(
                related_name="became", to="gardens.plot", verbose_name="avant"
            ),
        ),
        migrations.AddField(
            model_name="plotpicture",
            name="picture",
            field=models.ForeignKey(
                help_text="Sa description est lue à qui ne la voit pas : elle est nécessaire ici.",
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="cms.picture",
                verbose_name="image",
            ),
        ),
        migrations.AddField(
            model_name="plotpicture",
            name="plot",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pictures",
                to="gardens.plot",
                verbose_name="parcelle",
            ),
        ),
        migrations.AddIndex(
            model_name="plotchange",
            index=models.Index(fields=["garden", "-at"], name="plot_change_latest"),
        ),
    ]
