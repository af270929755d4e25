import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gardens", "0009_seasons_apart_answers_read"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgreementChange",
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
                            ("proposed", "à confirmer"),
                            ("confirmed", "confirmé"),
                            ("dropped", "abandonné"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("shares", models.TextField(max_length=1000, verbose_name="qui cultive quoi")),
                (
                    "duties",
                    models.TextField(blank=True, max_length=1000, verbose_name="qui fait quoi"),
                ),
                ("proposed_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "changement d’accord",
                "verbose_name_plural": "changements d’accord",
                "ordering": ["-proposed_at", "-pk"],
            },
        ),
        migrations.RemoveField(
            model_name="corner",
            name="token",
        ),
        migrations.AddField(
            model_name="corner",
            name="duties",
            field=models.TextField(blank=True, max_length=1000, verbose_name="qui fait quoi"),
        ),
        migrations.AddField(
            model_name="corner",
            name="shares",
            field=models.TextField(default="", max_length=1000, verbose_name="qui cultive quoi"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="garden",
            name="matches_by_itself",
            field=models.BooleanField(
                default=False,
                help_text="Coché : un coin qui s’ouvre est proposé aussitôt selon la règle, puis au foyer suivant s’il est décliné.",
                verbose_name="propose les coins sans attendre l’équipe",
            ),
        ),
        migrations.AddField(
            model_name="match",
            name="decline_words",
            field=models.TextField(blank=True, max_length=600, verbose_name="mot de qui décline"),
        ),
        migrations.AddField(
            model_name="match",
            name="declined_by_host",
            field=models.BooleanField(default=False, verbose_name="décliné par qui accueille"),
        ),
        migrations.AddField(
            model_name="match",
            name="taken_back_because",
            field=models.CharField(blank=True, max_length=400, verbose_name="raison de la reprise"),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="ended_on",
            field=models.DateField(blank=True, null=True, verbose_name="terminé le"),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="guest_stays_at",
            field=models.DateTimeField(
                blank=True, null=True, verbose_name="qui est accueilli continue"
            ),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="host_stays_at",
            field=models.DateTimeField(
                blank=True, null=True, verbose_name="qui accueille continue"
            ),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="left_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="gardens.tenancy",
                verbose_name="qui est parti",
            ),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="state",
            field=models.CharField(
                choices=[("trial", "à l’essai"), ("lasting", "continue"), ("ended", "terminé")],
                default="trial",
                max_length=8,
                verbose_name="état",
            ),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="talk_asked_at",
            field=models.DateTimeField(
                blank=True, null=True, verbose_name="l’équipe est appelée le"
            ),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="talk_words",
            field=models.TextField(
                blank=True, max_length=600, verbose_name="ce dont il faut parler"
            ),
        ),
        migrations.AddField(
            model_name="sharingagreement",
            name="whole_plot",
            field=models.CharField(
                blank=True,
                choices=[
                    ("asked", "demandée en entier"),
                    ("granted", "accordée en entier"),
                    ("refused", "gardée en deux parts"),
                ],
                max_length=8,
                verbose_name="toute la parcelle",
            ),
        ),
        migrations.AlterField(
            model_name="sharingagreement",
            name="match",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="agreement",
                to="gardens.match",
                verbose_name="rapprochement",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingagreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "ended"), _negated=True),
                fields=("host",),
                name="agreement_one_per_host",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingagreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "ended"), _negated=True),
                fields=("guest",),
                name="agreement_one_per_guest",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_on__isnull", False), ("state", "ended")),
                    models.Q(models.Q(("state", "ended"), _negated=True), ("ended_on", None)),
                    _connector="OR",
                ),
                name="agreement_ended_has_its_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="sharingagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "lasting"), _negated=True),
                    models.Q(("guest_stays_at__isnull", False), ("host_stays_at__isnull", False)),
                    _connector="OR",
                ),
                name="agreement_lasts_by_both",
            ),
        ),
        migrations.AddField(
            model_name="agreementchange",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="changes",
                to="gardens.sharingagreement",
            ),
        ),
        migrations.AddField(
            model_name="agreementchange",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="gardens.tenancy"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementchange",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "proposed")),
                fields=("agreement",),
                name="agreement_one_change_at_once",
            ),
        ),
    ]
