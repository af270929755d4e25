"""The market's coordination and the treasurer keep the solidarity fund; the front desk gives its words."""

from django.db import migrations

from content.granting import give

KEEP = {
    "market.fundword": ("view", "add", "change"),
    "market.fundentry": ("view", "add"),
    "market.solidarity": ("change",),
}
ROLES = {
    "Marché": KEEP,
    "Trésorerie": KEEP,
    "Accueil": {"market.fundword": ("view",)},
    "Administration": {**KEEP, "market.fundword": ("view", "add", "change", "delete")},
}


def grant(apps, schema_editor):
    give(apps, ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0014_market_days"),
        ("market", "0015_solidarity_fund"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
