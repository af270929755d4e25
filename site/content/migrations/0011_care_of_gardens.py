"""The committee of the gardens keeps turns, things, keys and notices."""

from django.db import migrations

from content.granting import give

ANSWER = ("view", "change")
KEEP = ("view", "add", "change")
RULE = (*KEEP, "delete")

ROLES = {
    "Jardins": {
        "gardens.chore": KEEP,
        "gardens.turn": ANSWER,
        "gardens.thing": KEEP,
        "gardens.key": KEEP,
        "gardens.notice": KEEP,
    },
    "Administration": {
        "gardens.chore": RULE,
        "gardens.turn": ANSWER,
        "gardens.thing": RULE,
        "gardens.key": RULE,
        "gardens.notice": KEEP,
    },
}


def grant(apps, schema_editor):
    give(apps, ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0010_facilitators"),
        ("gardens", "0007_rota_things_and_notices"),
    ]
    # Backwards there is nothing to take: the rights go with the tables.
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
