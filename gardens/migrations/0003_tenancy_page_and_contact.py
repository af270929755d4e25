from functools import partial
from secrets import token_urlsafe
from typing import Any

from django.db import migrations, models

NEW_TOKEN = partial(token_urlsafe, 24)


def give_each_its_key_and_contact(apps: Any, _schema_editor: Any) -> None:
    """Each tenancy gets its own token, and the first person of its household to write to."""
    for tenancy in apps.get_model("gardens", "Tenancy").objects.select_related("household"):
        tenancy.token = NEW_TOKEN()
        person = tenancy.household.people.order_by("pk").first()
        if person:
            tenancy.name = f"{person.first_name} {person.last_name}".strip()
            tenancy.email = person.email
            tenancy.phone = person.phone
        tenancy.save(update_fields=["token", "name", "email", "phone"])


class Migration(migrations.Migration):
    dependencies = [
        ("gardens", "0002_page_photo_and_blocks"),
        ("people", "0002_calendar_keys"),
    ]

    operations = [
        migrations.AddField(
            "tenancy",
            "name",
            models.CharField(blank=True, default="", max_length=120, verbose_name="à qui écrire"),
            preserve_default=False,
        ),
        migrations.AddField(
            "tenancy",
            "email",
            models.EmailField(
                blank=True, default="", max_length=254, verbose_name="adresse e-mail"
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "tenancy",
            "phone",
            models.CharField(blank=True, default="", max_length=30, verbose_name="téléphone"),
            preserve_default=False,
        ),
        migrations.AddField("tenancy", "language", models.CharField(default="fr", max_length=5)),
        migrations.AddField(
            "tenancy", "token", models.CharField(default=NEW_TOKEN, max_length=43, null=True)
        ),
        migrations.RunPython(give_each_its_key_and_contact, migrations.RunPython.noop),
        migrations.AlterField(
            "tenancy", "token", models.CharField(default=NEW_TOKEN, max_length=43, unique=True)
        ),
    ]
