"""Those who lead workshops see their own sessions; the front desk books for those who ask."""

from django.db import migrations

from content.granting import give, take_back

KEEP = ("view", "add", "change")
RULE = (*KEEP, "delete")

ROLES = {
    "Animation": {"wagtailadmin.admin": ("access_admin",), "workshops.session": ("view",)},
    "Accueil": {"workshops.session": ("view",), "workshops.booking": ("add",)},
    "Ateliers": {
        "workshops.booking": ("add",),
        "workshops.cycle": KEEP,
        "workshops.topic": KEEP,
    },
    "Administration": {
        "workshops.booking": ("add",),
        "workshops.cycle": RULE,
        "workshops.topic": RULE,
    },
}


def grant(apps, schema_editor):
    give(apps, ROLES)


def take(apps, schema_editor):
    take_back(apps, ["Animation"])


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0009_roles_at_the_newer_screens"),
        ("workshops", "0005_a_suggestion_is_a_free_choice"),
        ("wagtailadmin", "0006_formstate"),
    ]
    operations = [migrations.RunPython(grant, take)]
