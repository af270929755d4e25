"""The hall and the gardens both see what gardens offer to the solidarity baskets."""

from django.db import migrations

from content.granting import give

SEE = {"gardens.surplus": ("view",)}
ROLES = {"Jardins": SEE, "Marché": SEE, "Accueil": SEE, "Administration": SEE}


def grant(apps, schema_editor):
    give(apps, ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0011_care_of_gardens"),
        ("gardens", "0008_growing"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
