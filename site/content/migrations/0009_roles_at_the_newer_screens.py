"""What the roles may do with topics, partners, legal texts and messages, and with the hall's plan."""

from django.db import migrations

from content.granting import give

KEEP = ("view", "add", "change")
RULE = (*KEEP, "delete")
ANSWER = ("view", "change")

ROLES = {
    "Rédaction": {
        "content.topic": ("view",),
        "content.need": ("view",),
        "content.partner": KEEP,
    },
    "Relecture": {
        "content.topic": KEEP,
        "content.need": KEEP,
        "content.partner": KEEP,
        "content.enquiry": ANSWER,
    },
    "Accueil": {"content.enquiry": ANSWER},
    "Marché": {"market.pitch": RULE, "market.landmark": RULE},
    "Administration": {
        "content.topic": RULE,
        "content.need": RULE,
        "content.partner": RULE,
        "content.contactreason": RULE,
        "content.enquiry": ANSWER,
        "content.legalversion": RULE,
        "market.pitch": RULE,
        "market.landmark": RULE,
        "places.place": KEEP,
    },
}


def grant(apps, schema_editor):
    give(apps, ROLES)


class Migration(migrations.Migration):
    dependencies = [("content", "0008_roles"), ("market", "0009_producers_people")]
    # Backwards there is nothing to take: the rights go with the tables.
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
