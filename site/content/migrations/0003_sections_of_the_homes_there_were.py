import json
from uuid import uuid4

from django.db import migrations

# What the home page showed before its editors could choose.
SECTIONS = (
    ("market", {"title": ""}),
    ("season", {"title": "", "limit": 12}),
    ("workshops", {"title": "", "lead": "", "limit": 3}),
    ("gardens", {"title": "", "lead": ""}),
    ("articles", {"title": "", "lead": "", "limit": 3}),
)


def choose(apps, schema_editor):
    """The same sections, then what stood under them; in the drafts and the history too."""
    homes = apps.get_model("content", "HomePage").objects
    for home in homes.all():
        if not home.sections:
            home.sections = _sections(list(home.body.raw_data))
            home.save(update_fields=["sections"])
    numbers = [str(number) for number in homes.values_list("pk", flat=True)]
    kind = apps.get_model("contenttypes", "ContentType").objects.filter(
        app_label="content", model="homepage"
    )
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(content_type__in=kind, object_id__in=numbers):
        if "sections" not in revision.content:
            revision.content["sections"] = _sections(
                json.loads(revision.content.get("body") or "[]")
            )
            revision.save(update_fields=["content"])


def _sections(body):
    first = [{"type": name, "value": value, "id": str(uuid4())} for name, value in SECTIONS]
    return json.dumps(first + body)


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0002_page_photo_blocks_and_home_sections"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(choose, migrations.RunPython.noop)]
