"""What the roles may do with topics, partners, legal texts, messages, places, and with the hall's plan."""

from django.db import migrations

from content.granting import give

SEE = ("view",)
KEEP = (*SEE, "add", "change")
RULE = (*KEEP, "delete")
ANSWER = ("view", "change")

ROLES = {
    # Partners have no drafts: who writes without publishing leaves them to who publishes.
    "Relecture": {
        "content.topic": KEEP,
        "content.need": KEEP,
        "content.partner": KEEP,
        "content.enquiry": ANSWER,
    },
    "Accueil": {"content.enquiry": ANSWER},
    "Ateliers": {"places.place": SEE},
    "Marché": {"market.pitch": RULE, "market.landmark": RULE, "places.place": SEE},
    "Jardins": {"places.place": SEE},
    "Administration": {
        "content.topic": RULE,
        "content.need": RULE,
        "content.partner": RULE,
        "content.contactreason": RULE,
        "content.enquiry": ANSWER,
        "content.legalversion": RULE,
        "market.pitch": RULE,
        "market.landmark": RULE,
        "places.place": RULE,
    },
}


def grant(apps, schema_editor):
    give(apps, ROLES)


class Migration(migrations.Migration):
    dependencies = [("content", "0008_roles"), ("market", "0009_producers_people")]
    # Backwards there is nothing to take: the rights go with the tables.
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
