"""Draws a pitch for each number that a stall ever stood on: in rows of six, to be moved at the desk."""

from django.db import migrations

PER_ROW = 6
LEFT, TOP, WIDTH, HEIGHT, GAP = 20, 20, 40, 30, 10


def draw_pitches(apps, schema_editor):
    Stall, Pitch = apps.get_model("market", "Stall"), apps.get_model("market", "Pitch")
    in_use = Stall.objects.order_by("market_day__place_id", "number").values_list(
        "market_day__place_id", "number"
    )
    rank, last_place = 0, None
    for place_id, number in in_use.distinct():
        rank = rank + 1 if place_id == last_place else 0
        last_place = place_id
        row, column = divmod(rank, PER_ROW)
        pitch = Pitch.objects.create(
            place_id=place_id,
            number=number,
            x=LEFT + column * (WIDTH + GAP),
            y=TOP + row * (HEIGHT + 3 * GAP),
            width=WIDTH,
            height=HEIGHT,
        )
        Stall.objects.filter(market_day__place_id=place_id, number=number).update(pitch=pitch)


def give_numbers_back(apps, schema_editor):
    Stall = apps.get_model("market", "Stall")
    for stall in Stall.objects.select_related("pitch"):
        stall.number = stall.pitch.number
        stall.save(update_fields=["number"])


class Migration(migrations.Migration):
    dependencies = [("market", "0002_hall_plan")]

    operations = [migrations.RunPython(draw_pitches, give_numbers_back)]
