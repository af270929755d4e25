"""The committee keeps a garden's seasons, charters and path of care; the treasurer takes its fees."""

from django.db import migrations

from content.granting import give

SEE, KEEP, RULE = ("view",), ("view", "add", "change"), ("view", "add", "change", "delete")

ROLES = {
    "Jardins": {
        "gardens.season": KEEP,
        "gardens.charter": KEEP,
        "gardens.signature": SEE,
        "gardens.enrolment": ("view", "change"),
        "gardens.carecase": KEEP,
    },
    "Trésorerie": {"gardens.enrolment": ("view", "change")},
    "Administration": {
        "gardens.season": RULE,
        "gardens.charter": RULE,
        "gardens.signature": SEE,
        "gardens.enrolment": ("view", "change"),
        "gardens.carecase": KEEP,
    },
}


def grant(apps, schema_editor):
    give(apps, ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0012_surplus_of_gardens"),
        ("gardens", "0009_seasons_apart_answers_read"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
