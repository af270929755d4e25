from django.db import migrations

# What a picture of Wagtail's and one of ours have in common.
SHARED = (
    "title", "file", "description", "width", "height", "created_at", "uploaded_by_user_id",
    "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    "file_size", "file_hash", "collection_id",
)  # fmt: skip


def keep(apps, schema_editor):
    """Pictures keep their number, by which blocks name them, their file, their tags and their uses."""
    Image, Picture = apps.get_model("wagtailimages", "Image"), apps.get_model("cms", "Picture")
    rows = Image.objects.values("id", *SHARED)
    Picture.objects.bulk_create([Picture(**row) for row in rows])
    # A new row dates itself of today.
    Picture.objects.bulk_update([Picture(**row) for row in rows], ["created_at"])
    _after_the_last(schema_editor, Picture)
    ContentType = apps.get_model("contenttypes", "ContentType")
    theirs = ContentType.objects.filter(app_label="wagtailimages", model="image").first()
    if theirs is None:
        return
    ours, _made = ContentType.objects.get_or_create(app_label="cms", model="picture")
    apps.get_model("taggit", "TaggedItem").objects.filter(content_type=theirs).update(
        content_type=ours
    )
    uses = apps.get_model("wagtailcore", "ReferenceIndex").objects
    uses.filter(to_content_type=theirs).update(to_content_type=ours)


def _after_the_last(schema_editor, Picture):
    """The next picture takes the number after those that were brought along."""
    table = schema_editor.quote_name(Picture._meta.db_table)
    schema_editor.execute(
        f"SELECT setval(pg_get_serial_sequence('{Picture._meta.db_table}', 'id'),"  # noqa: S608 (our own table's name)
        f" greatest((SELECT max(id) FROM {table}), 1), (SELECT max(id) FROM {table}) IS NOT NULL)"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("cms", "0001_pictures_and_links"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
