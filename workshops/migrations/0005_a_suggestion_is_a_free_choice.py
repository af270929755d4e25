from django.db import migrations


def say_free_choice(apps, schema_editor):
    """Until now an amount above zero was a suggestion, paid on site at whatever price people chose."""
    workshops = apps.get_model("workshops", "Workshop").objects
    workshops.filter(price_cents__gt=0).update(price_kind="free-choice")


class Migration(migrations.Migration):
    dependencies = [("workshops", "0004_seats_lists_and_cycles")]

    operations = [migrations.RunPython(say_free_choice, migrations.RunPython.noop)]
