import functools
import secrets

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


def count_from_the_date_of_asking(apps, _schema_editor):
    """Nobody had a head start before there were any."""
    requests = apps.get_model("gardens", "PlotRequest").objects
    requests.update(counted_from=models.F("asked_at"))


# What somebody has signed stays as it was: a new charter is written instead.
FORBID = """
CREATE FUNCTION signed_charter_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM gardens_signature WHERE charter_id = OLD.id) THEN
        RAISE EXCEPTION 'a charter that was signed stays as it was: write a new one';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER signed_charter_stays BEFORE UPDATE ON gardens_charter
    FOR EACH ROW EXECUTE FUNCTION signed_charter_stays();
CREATE FUNCTION signature_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a signature stays as it was';
END $$;
CREATE TRIGGER signature_stays BEFORE UPDATE ON gardens_signature
    FOR EACH ROW EXECUTE FUNCTION signature_stays();
"""
ALLOW = """
DROP TRIGGER signature_stays ON gardens_signature;
DROP FUNCTION signature_stays();
DROP TRIGGER signed_charter_stays ON gardens_charter;
DROP FUNCTION signed_charter_stays();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0002_keep_the_pictures_there_were"),
        ("gardens", "0003_tenancy_page_and_contact"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CareCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("visited", "visitée"),
                            ("help", "aide proposée"),
                            ("notice", "avis donné"),
                            ("committee", "devant le comité"),
                            ("released", "parcelle libérée"),
                            ("closed", "tout va bien"),
                        ],
                        max_length=10,
                        verbose_name="étape",
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="ouvert le")),
                (
                    "next_from",
                    models.DateField(
                        help_text="Before that day the next step is refused.",
                        verbose_name="étape suivante à partir du",
                    ),
                ),
            ],
            options={
                "verbose_name": "parcelle délaissée",
                "verbose_name_plural": "parcelles délaissées",
                "ordering": ["-opened_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="CareStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("visited", "visitée"),
                            ("help", "aide proposée"),
                            ("notice", "avis donné"),
                            ("committee", "devant le comité"),
                            ("released", "parcelle libérée"),
                            ("closed", "tout va bien"),
                        ],
                        max_length=10,
                        verbose_name="étape",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="le")),
                (
                    "words",
                    models.TextField(max_length=1000, verbose_name="ce qui a été vu, ou dit"),
                ),
                (
                    "answer",
                    models.TextField(blank=True, max_length=1000, verbose_name="réponse du foyer"),
                ),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="répondu le"),
                ),
            ],
            options={
                "verbose_name": "étape",
                "verbose_name_plural": "étapes",
                "ordering": ["case", "at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Charter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "in_force_on",
                    models.DateField(
                        blank=True,
                        help_text="Vide : c’est un brouillon. Signée une fois, elle ne se change plus.",
                        null=True,
                        verbose_name="en vigueur le",
                    ),
                ),
                (
                    "changes",
                    models.CharField(
                        blank=True,
                        help_text="Une phrase, pour qui a signé la version d’avant.",
                        max_length=300,
                        verbose_name="ce qui change",
                    ),
                ),
                ("text", wagtail.fields.RichTextField(verbose_name="texte")),
                (
                    "text_en",
                    wagtail.fields.RichTextField(blank=True, verbose_name="texte (anglais)"),
                ),
            ],
            options={
                "verbose_name": "charte",
                "verbose_name_plural": "chartes",
                "ordering": [
                    "garden",
                    models.OrderBy(models.F("in_force_on"), descending=True, nulls_first=True),
                ],
            },
        ),
        migrations.CreateModel(
            name="Corner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=functools.partial(secrets.token_urlsafe, *(24,)),
                        max_length=43,
                        unique=True,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "proposé"),
                            ("shared", "partagé"),
                            ("withdrawn", "retiré"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                (
                    "surface_m2",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(500),
                        ],
                        verbose_name="surface (m²)",
                    ),
                ),
                (
                    "hours",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("mornings", "en semaine, le matin"),
                                ("afternoons", "en semaine, l’après-midi"),
                                ("evenings", "en semaine, le soir"),
                                ("weekends", "le week-end"),
                            ],
                            max_length=16,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="quand nous jardinons",
                    ),
                ),
                (
                    "experience",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("beginner", "Je débute"),
                            ("some", "J’ai déjà un peu jardiné"),
                            ("seasoned", "Je jardine depuis longtemps"),
                        ],
                        max_length=12,
                        verbose_name="expérience",
                    ),
                ),
                (
                    "generation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("young", "moins de 35 ans"),
                            ("middle", "de 35 à 60 ans"),
                            ("older", "plus de 60 ans"),
                        ],
                        max_length=8,
                        verbose_name="génération",
                    ),
                ),
                (
                    "mixes_generations",
                    models.BooleanField(
                        default=False, verbose_name="souhaite mêler les générations"
                    ),
                ),
                (
                    "words",
                    models.TextField(blank=True, max_length=600, verbose_name="quelques mots"),
                ),
                ("opened_at", models.DateTimeField(verbose_name="proposé le")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="clos le")),
            ],
            options={
                "verbose_name": "coin à partager",
                "verbose_name_plural": "coins à partager",
                "ordering": ["opened_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Criterion",
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
                            ("no-outdoors", "ni jardin, ni balcon, ni cour"),
                            ("nearby", "à moins de quinze minutes à pied"),
                            ("shares", "accepte de partager une parcelle"),
                            ("large", "foyer de trois personnes ou plus"),
                        ],
                        max_length=12,
                        verbose_name="critère",
                    ),
                ),
                (
                    "days",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1095),
                        ],
                        verbose_name="jours d’avance",
                    ),
                ),
            ],
            options={
                "verbose_name": "critère de la liste",
                "verbose_name_plural": "critères de la liste",
                "ordering": ["garden", "-days", "kind"],
            },
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "n’a pas répondu"),
                            ("stays", "continue"),
                            ("leaves", "s’arrête"),
                        ],
                        default="asked",
                        max_length=8,
                        verbose_name="réponse",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="demandé le")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="répondu le"),
                ),
                (
                    "fee_cents",
                    models.PositiveIntegerField(default=0, verbose_name="cotisation (centimes)"),
                ),
                (
                    "deposit_cents",
                    models.PositiveIntegerField(default=0, verbose_name="caution (centimes)"),
                ),
                (
                    "fee_state",
                    models.CharField(
                        choices=[
                            ("none", "rien à verser"),
                            ("due", "à verser"),
                            ("paid", "versée"),
                            ("waived", "dispensée"),
                        ],
                        default="none",
                        max_length=8,
                        verbose_name="versement",
                    ),
                ),
                ("paid_at", models.DateTimeField(blank=True, null=True, verbose_name="versée le")),
                (
                    "paid_by_hand",
                    models.BooleanField(default=False, verbose_name="remise en main propre"),
                ),
                (
                    "deposit_back_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="caution rendue le"),
                ),
            ],
            options={
                "verbose_name": "adhésion à la saison",
                "verbose_name_plural": "adhésions à la saison",
                "ordering": ["season", "tenancy"],
            },
        ),
        migrations.CreateModel(
            name="FeeTier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words_fr", models.CharField(max_length=80, verbose_name="en clair")),
                (
                    "words_en",
                    models.CharField(blank=True, max_length=80, verbose_name="en clair (anglais)"),
                ),
                (
                    "amount_cents",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(50000)],
                        verbose_name="montant (centimes)",
                    ),
                ),
            ],
            options={
                "verbose_name": "palier",
                "verbose_name_plural": "paliers",
                "ordering": ["season", "amount_cents"],
            },
        ),
        migrations.CreateModel(
            name="LogLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="le")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("offered", "parcelle proposée"),
                            ("revoked", "proposition reprise"),
                            ("answered", "proposition répondue"),
                            ("expired", "proposition sans réponse"),
                            ("criteria", "critères changés"),
                            ("lapsed", "demande éteinte"),
                            ("season", "saison"),
                            ("tenancy", "attribution"),
                            ("care", "parcelle délaissée"),
                            ("sharing", "partage"),
                        ],
                        max_length=10,
                        verbose_name="quoi",
                    ),
                ),
                ("words", models.TextField(max_length=1000, verbose_name="en clair")),
            ],
            options={
                "verbose_name": "ligne du journal",
                "verbose_name_plural": "journal du jardin",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Match",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "proposé aux deux"),
                            ("agreed", "accepté par les deux"),
                            ("declined", "décliné"),
                            ("expired", "sans réponse"),
                            ("revoked", "repris"),
                        ],
                        default="proposed",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                (
                    "host_token",
                    models.CharField(
                        default=functools.partial(secrets.token_urlsafe, *(24,)),
                        max_length=43,
                        unique=True,
                    ),
                ),
                (
                    "guest_token",
                    models.CharField(
                        default=functools.partial(secrets.token_urlsafe, *(24,)),
                        max_length=43,
                        unique=True,
                    ),
                ),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16),
                        default=list,
                        size=None,
                        verbose_name="raisons",
                    ),
                ),
                ("rank", models.PositiveIntegerField(verbose_name="rang à ce moment")),
                ("proposed_at", models.DateTimeField(verbose_name="proposé le")),
                ("expires_at", models.DateTimeField(verbose_name="réponse attendue avant le")),
                (
                    "host_yes_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="oui du foyer qui accueille"
                    ),
                ),
                (
                    "guest_yes_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="oui du foyer accueilli"
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="clos le")),
            ],
            options={
                "verbose_name": "rapprochement",
                "verbose_name_plural": "rapprochements",
                "ordering": ["-proposed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PlotOffer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.PositiveSmallIntegerField(default=1, verbose_name="part")),
                ("starts_on", models.DateField(verbose_name="premier jour")),
                (
                    "token",
                    models.CharField(
                        default=functools.partial(secrets.token_urlsafe, *(24,)),
                        max_length=43,
                        unique=True,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "en attente de réponse"),
                            ("accepted", "acceptée"),
                            ("declined", "déclinée"),
                            ("expired", "sans réponse"),
                            ("revoked", "reprise"),
                        ],
                        default="pending",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                ("offered_at", models.DateTimeField(verbose_name="proposée le")),
                ("expires_at", models.DateTimeField(verbose_name="réponse attendue avant le")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="répondue le"),
                ),
                ("rank", models.PositiveIntegerField(verbose_name="rang à ce moment")),
                (
                    "reason",
                    models.CharField(blank=True, max_length=400, verbose_name="raison du choix"),
                ),
            ],
            options={
                "verbose_name": "proposition de parcelle",
                "verbose_name_plural": "propositions de parcelle",
                "ordering": ["-offered_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Season",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="premier jour")),
                ("ends_on", models.DateField(verbose_name="dernier jour")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("prepared", "en préparation"),
                            ("open", "ouverte"),
                            ("closed", "close"),
                        ],
                        default="prepared",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                (
                    "fee",
                    models.CharField(
                        choices=[
                            ("none", "sans cotisation"),
                            ("choice", "libre, à partir d’un plancher"),
                            ("tiers", "par paliers, au choix"),
                        ],
                        default="none",
                        max_length=8,
                        verbose_name="cotisation",
                    ),
                ),
                (
                    "floor_cents",
                    models.PositiveIntegerField(default=0, verbose_name="plancher (centimes)"),
                ),
                (
                    "suggested_cents",
                    models.PositiveIntegerField(
                        default=0, verbose_name="montant proposé (centimes)"
                    ),
                ),
                (
                    "deposit_cents",
                    models.PositiveIntegerField(
                        default=0,
                        validators=[django.core.validators.MaxValueValidator(50000)],
                        verbose_name="caution (centimes)",
                    ),
                ),
                (
                    "answer_by",
                    models.DateField(
                        blank=True,
                        help_text="Jusqu’à quand les foyers disent s’ils continuent.",
                        null=True,
                        verbose_name="réponse attendue avant le",
                    ),
                ),
            ],
            options={
                "verbose_name": "saison",
                "verbose_name_plural": "saisons",
                "ordering": ["garden", "-starts_on"],
            },
        ),
        migrations.CreateModel(
            name="SharingAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("shares", models.TextField(max_length=1000, verbose_name="qui cultive quoi")),
                (
                    "duties",
                    models.TextField(blank=True, max_length=1000, verbose_name="qui fait quoi"),
                ),
                ("trial_until", models.DateField(verbose_name="à l’essai jusqu’au")),
                ("written_at", models.DateTimeField(verbose_name="écrit le")),
            ],
            options={
                "verbose_name": "accord de partage",
                "verbose_name_plural": "accords de partage",
                "ordering": ["-written_at"],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="signée par")),
                ("signed_at", models.DateTimeField(verbose_name="signée le")),
            ],
            options={
                "verbose_name": "signature",
                "verbose_name_plural": "signatures",
                "ordering": ["-signed_at"],
            },
        ),
        migrations.AlterModelOptions(
            name="plotrequest",
            options={
                "ordering": ["counted_from", "pk"],
                "verbose_name": "demande de parcelle",
                "verbose_name_plural": "demandes de parcelle",
            },
        ),
        migrations.RemoveIndex(
            model_name="plotrequest",
            name="request_line",
        ),
        migrations.AddField(
            model_name="garden",
            name="most_plots",
            field=models.PositiveSmallIntegerField(
                default=1,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(5),
                ],
                verbose_name="parcelles par foyer, au plus",
            ),
        ),
        migrations.AddField(
            model_name="garden",
            name="offer_days",
            field=models.PositiveSmallIntegerField(
                default=10,
                validators=[
                    django.core.validators.MinValueValidator(2),
                    django.core.validators.MaxValueValidator(60),
                ],
                verbose_name="jours pour répondre à une proposition",
            ),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="counted_from",
            field=models.DateTimeField(
                help_text="When it was asked, less the head starts of the garden's criteria: the order of the line.",
                null=True,
                verbose_name="comptée depuis le",
            ),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="experience",
            field=models.CharField(
                blank=True,
                choices=[
                    ("beginner", "Je débute"),
                    ("some", "J’ai déjà un peu jardiné"),
                    ("seasoned", "Je jardine depuis longtemps"),
                ],
                max_length=12,
                verbose_name="expérience",
            ),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="generation",
            field=models.CharField(
                blank=True,
                choices=[
                    ("young", "moins de 35 ans"),
                    ("middle", "de 35 à 60 ans"),
                    ("older", "plus de 60 ans"),
                ],
                max_length=8,
                verbose_name="génération",
            ),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="hours",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("mornings", "en semaine, le matin"),
                        ("afternoons", "en semaine, l’après-midi"),
                        ("evenings", "en semaine, le soir"),
                        ("weekends", "le week-end"),
                    ],
                    max_length=16,
                ),
                blank=True,
                default=list,
                size=None,
                verbose_name="quand vous jardinez",
            ),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="lives_nearby",
            field=models.BooleanField(
                default=False, verbose_name="habite à moins de quinze minutes à pied"
            ),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="mixes_generations",
            field=models.BooleanField(default=False, verbose_name="souhaite mêler les générations"),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="no_outdoors",
            field=models.BooleanField(default=False, verbose_name="ni jardin, ni balcon, ni cour"),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="size",
            field=models.CharField(
                choices=[
                    ("any", "Peu importe"),
                    ("small", "Un coin, jusqu’à 10 m²"),
                    ("medium", "De 10 à 30 m²"),
                    ("large", "Plus de 30 m²"),
                ],
                default="any",
                max_length=8,
                verbose_name="surface souhaitée",
            ),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="still_at",
            field=models.DateTimeField(
                blank=True,
                help_text="The last yes to the yearly question.",
                null=True,
                verbose_name="toujours intéressé, dit le",
            ),
        ),
        migrations.AddField(
            model_name="plotrequest",
            name="still_by",
            field=models.DateField(
                blank=True,
                help_text="Set while the yearly question waits for its answer; then the request lapses.",
                null=True,
                verbose_name="réponse attendue avant le",
            ),
        ),
        migrations.AlterField(
            model_name="plotrequest",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "en attente"),
                    ("withdrawn", "retirée"),
                    ("lapsed", "éteinte"),
                    ("granted", "satisfaite"),
                ],
                default="waiting",
                max_length=10,
                verbose_name="état",
            ),
        ),
        migrations.RunPython(count_from_the_date_of_asking, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="plotrequest",
            name="counted_from",
            field=models.DateTimeField(
                help_text="When it was asked, less the head starts of the garden's criteria: the order of the line.",
                verbose_name="comptée depuis le",
            ),
        ),
        migrations.AddIndex(
            model_name="plotrequest",
            index=models.Index(
                condition=models.Q(("state", "waiting")),
                fields=["garden", "counted_from", "id"],
                name="request_line",
            ),
        ),
        migrations.AddConstraint(
            model_name="plotrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("counted_from__lte", models.F("asked_at"))),
                name="request_head_start_is_forward",
            ),
        ),
        migrations.AddField(
            model_name="carecase",
            name="tenancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="care_cases",
                to="gardens.tenancy",
                verbose_name="attribution",
            ),
        ),
        migrations.AddField(
            model_name="carestep",
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
            model_name="carestep",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="steps",
                to="gardens.carecase",
            ),
        ),
        migrations.AddField(
            model_name="carestep",
            name="photo",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="cms.picture",
                verbose_name="photo",
            ),
        ),
        migrations.AddField(
            model_name="charter",
            name="garden",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="charters",
                to="gardens.garden",
                verbose_name="jardin",
            ),
        ),
        migrations.AddField(
            model_name="corner",
            name="tenancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="corners",
                to="gardens.tenancy",
                verbose_name="attribution",
            ),
        ),
        migrations.AddField(
            model_name="criterion",
            name="garden",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="head_starts",
                to="gardens.garden",
                verbose_name="jardin",
            ),
        ),
        migrations.AddField(
            model_name="enrolment",
            name="tenancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="enrolments",
                to="gardens.tenancy",
                verbose_name="attribution",
            ),
        ),
        migrations.AddField(
            model_name="logline",
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
            model_name="logline",
            name="garden",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="log",
                to="gardens.garden",
                verbose_name="jardin",
            ),
        ),
        migrations.AddField(
            model_name="match",
            name="corner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="matches",
                to="gardens.corner",
                verbose_name="coin",
            ),
        ),
        migrations.AddField(
            model_name="match",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="matches",
                to="gardens.plotrequest",
                verbose_name="demande",
            ),
        ),
        migrations.AddField(
            model_name="plotoffer",
            name="decided_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="décidée par",
            ),
        ),
        migrations.AddField(
            model_name="plotoffer",
            name="plot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="offers",
                to="gardens.plot",
                verbose_name="parcelle",
            ),
        ),
        migrations.AddField(
            model_name="plotoffer",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="offers",
                to="gardens.plotrequest",
                verbose_name="demande",
            ),
        ),
        migrations.AddField(
            model_name="season",
            name="charter",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seasons",
                to="gardens.charter",
                verbose_name="charte",
            ),
        ),
        migrations.AddField(
            model_name="season",
            name="garden",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="seasons",
                to="gardens.garden",
                verbose_name="jardin",
            ),
        ),
        migrations.AddField(
            model_name="feetier",
            name="season",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tiers",
                to="gardens.season",
                verbose_name="saison",
            ),
        ),
        migrations.AddField(
            model_name="enrolment",
            name="season",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="enrolments",
                to="gardens.season",
                verbose_name="saison",
            ),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="guest",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gardens.tenancy",
                verbose_name="accueilli",
            ),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="host",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gardens.tenancy",
                verbose_name="accueille",
            ),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="match",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreement",
                to="gardens.match",
                verbose_name="rapprochement",
            ),
        ),
        migrations.AddField(
            model_name="signature",
            name="charter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="signatures",
                to="gardens.charter",
                verbose_name="charte",
            ),
        ),
        migrations.AddField(
            model_name="signature",
            name="tenancy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="signatures",
                to="gardens.tenancy",
                verbose_name="attribution",
            ),
        ),
        migrations.AddConstraint(
            model_name="carecase",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["released", "closed"]), _negated=True),
                fields=("tenancy",),
                name="care_one_open_case",
            ),
        ),
        migrations.AddConstraint(
            model_name="charter",
            constraint=models.UniqueConstraint(
                fields=("garden", "in_force_on"),
                name="charter_one_a_day",
                violation_error_message="Ce jardin a déjà une charte à cette date.",
            ),
        ),
        migrations.AddConstraint(
            model_name="corner",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")),
                fields=("tenancy",),
                name="corner_one_open_per_tenancy",
            ),
        ),
        migrations.AddConstraint(
            model_name="corner",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("state", "open")),
                    models.Q(
                        models.Q(("state", "open"), _negated=True), ("closed_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="corner_closed_has_its_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.UniqueConstraint(
                fields=("garden", "kind"), name="criterion_once_per_garden"
            ),
        ),
        migrations.AddConstraint(
            model_name="criterion",
            constraint=models.CheckConstraint(
                condition=models.Q(("days__gte", 1), ("days__lte", 1095)), name="criterion_days"
            ),
        ),
        migrations.AddIndex(
            model_name="logline",
            index=models.Index(fields=["garden", "-at"], name="garden_log_newest"),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "proposed")),
                fields=("corner",),
                name="match_one_per_corner",
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "proposed")),
                fields=("request",),
                name="match_one_per_request",
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.UniqueConstraint(
                fields=("corner", "request"), name="match_never_twice"
            ),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "agreed"), _negated=True),
                    models.Q(("guest_yes_at__isnull", False), ("host_yes_at__isnull", False)),
                    _connector="OR",
                ),
                name="match_agreed_by_both",
            ),
        ),
        migrations.AddConstraint(
            model_name="plotoffer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "pending")),
                fields=("plot", "part"),
                name="offer_one_per_part",
            ),
        ),
        migrations.AddConstraint(
            model_name="plotoffer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "pending")),
                fields=("request",),
                name="offer_one_per_request",
            ),
        ),
        migrations.AddConstraint(
            model_name="plotoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("state", "pending")),
                    models.Q(
                        models.Q(("state", "pending"), _negated=True),
                        ("answered_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="offer_answered_has_its_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="plotoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_at__gt", models.F("offered_at"))),
                name="offer_leaves_time_to_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="plotoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(("part__gte", 1)), name="offer_parts_count_from_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="season",
            constraint=models.UniqueConstraint(
                fields=("garden", "starts_on"), name="season_once_per_garden"
            ),
        ),
        migrations.AddConstraint(
            model_name="season",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                name="season_ends_after_it_starts",
                violation_error_message="Le dernier jour ne peut pas précéder le premier.",
            ),
        ),
        migrations.AddConstraint(
            model_name="season",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("suggested_cents__gte", models.F("floor_cents")),
                    ("suggested_cents__lte", 50000),
                ),
                name="season_suggests_its_floor_or_more",
                violation_error_message="Le montant proposé ne peut pas être sous le plancher.",
            ),
        ),
        migrations.AddConstraint(
            model_name="feetier",
            constraint=models.UniqueConstraint(
                fields=("season", "amount_cents"), name="tier_once_per_amount"
            ),
        ),
        migrations.AddConstraint(
            model_name="enrolment",
            constraint=models.UniqueConstraint(
                fields=("season", "tenancy"), name="enrolment_once_a_season"
            ),
        ),
        migrations.AddConstraint(
            model_name="enrolment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("state", "asked")),
                    models.Q(
                        models.Q(("state", "asked"), _negated=True), ("answered_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="enrolment_answered_has_its_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="enrolment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fee_state", "paid"), ("paid_at__isnull", False)),
                    models.Q(models.Q(("fee_state", "paid"), _negated=True), ("paid_at", None)),
                    _connector="OR",
                ),
                name="enrolment_paid_has_its_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.UniqueConstraint(
                fields=("charter", "tenancy"), name="charter_signed_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="signature_has_a_name"
            ),
        ),
        migrations.RunSQL(FORBID, reverse_sql=ALLOW),
    ]
