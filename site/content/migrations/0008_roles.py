"""The roles of the collective's volunteers, as groups."""

from django.db import migrations

from content.granting import give, take_back

SEE = ("view",)
KEEP = ("view", "add", "change")
RULE = (*KEEP, "delete")

ENTER = {"wagtailadmin.admin": ("access_admin",)}
TRANSLATE = {"simple_translation.simpletranslation": ("submit_translation",)}
WRITE = {**ENTER, **TRANSLATE}

ROLES = {
    "Rédaction": WRITE,
    "Relecture": {**WRITE, "wagtailredirects.redirect": RULE},
    "Ateliers": {
        **WRITE,
        "workshops.workshop": KEEP,
        "workshops.session": KEEP,
        "workshops.booking": SEE,
    },
    "Marché": {
        **WRITE,
        "market.producer": (*KEEP, "keep_every_stall"),
        "market.product": KEEP,
        "market.marketday": KEEP,
        "market.offer": KEEP,
        "market.order": SEE,
    },
    "Jardins": {
        **WRITE,
        "gardens.garden": KEEP,
        "gardens.plot": KEEP,
        "gardens.feature": RULE,
        "gardens.tenancy": KEEP,
        "gardens.plotrequest": SEE,
    },
    "Production": {**ENTER, "market.product": KEEP, "market.offer": KEEP},
    "Trésorerie": {
        **ENTER,
        "market.order": SEE,
        "market.producer": (*SEE, "keep_every_stall"),
        "market.collective": ("change",),
    },
    "Accueil": {
        **ENTER,
        "market.order": SEE,
        "workshops.booking": SEE,
        "gardens.plotrequest": SEE,
    },
    "Administration": {
        **WRITE,
        "workshops.workshop": RULE,
        "workshops.session": RULE,
        "workshops.booking": SEE,
        "market.producer": (*RULE, "keep_every_stall"),
        "market.product": RULE,
        "market.marketday": RULE,
        "market.offer": RULE,
        "market.order": SEE,
        "market.collective": ("change",),
        "gardens.garden": RULE,
        "gardens.plot": RULE,
        "gardens.feature": RULE,
        "gardens.tenancy": RULE,
        "gardens.plotrequest": SEE,
        "places.house": ("change",),
        "people.person": RULE,
        "auth.group": RULE,
        "wagtailcore.site": ("change",),
        "wagtailcore.collection": ("add", "change", "delete"),
        "wagtailcore.workflow": ("add", "change", "delete"),
        "wagtailredirects.redirect": RULE,
    },
}


def make(apps, schema_editor):
    give(apps, ROLES)


def unmake(apps, schema_editor):
    """Writers and reviewers stay: they are older than this migration."""
    take_back(apps, set(ROLES) - {"Rédaction", "Relecture"})


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0007_photos_and_blocks_of_the_newer_pages"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("gardens", "0001_gardens_plots_tenancies_requests"),
        ("market", "0009_producers_people"),
        ("people", "0001_people_and_households"),
        ("places", "0002_house"),
        ("simple_translation", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        # After these, which let every group there is choose any file.
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("workshops", "0001_workshops_sessions_bookings"),
    ]
    operations = [migrations.RunPython(make, unmake)]
