"""Seasons of a garden never overlap; an answer says when it was read, an ended tenancy why."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gardens", "0008_growing"),
    ]

    operations = [
        migrations.AddField(
            model_name="carestep",
            name="answer_read_at",
            field=models.DateTimeField(
                blank=True,
                help_text="Until then the next step is refused.",
                null=True,
                verbose_name="réponse lue le",
            ),
        ),
        migrations.AlterField(
            model_name="charter",
            name="in_force_on",
            field=models.DateField(
                blank=True,
                help_text="Vide\u202f: c’est un brouillon. Signée une fois, elle ne se change plus.",
                null=True,
                verbose_name="en vigueur le",
            ),
        ),
        migrations.AddField(
            model_name="tenancy",
            name="ended_because",
            field=models.TextField(
                blank=True,
                help_text="In the committee's words, when the committee decided it; the household reads them.",
                max_length=1000,
                verbose_name="raison de la fin",
            ),
        ),
        migrations.AddConstraint(
            model_name="carestep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None)),
                    models.Q(
                        models.Q(("answer", ""), _negated=True), ("answered_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="care_answer_has_its_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="season",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("garden", "="),
                    (
                        models.Func(
                            "starts_on",
                            "ends_on",
                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                inclusive_lower=True, inclusive_upper=True
                            ),
                            function="DATERANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="season_one_at_a_time",
                violation_error_message="Une autre saison de ce jardin court à ces dates.",
            ),
        ),
    ]
