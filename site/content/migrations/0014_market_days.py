"""The coordination of the market changes orders at the desk, with a reason."""

from django.db import migrations

from content.granting import give

ROLES = {
    "Marché": {"market.order": ("change",)},
    "Administration": {"market.order": ("change",)},
}


def grant(apps, schema_editor):
    give(apps, ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0013_seasons_of_gardens"),
        ("market", "0013_states_messages_search"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
