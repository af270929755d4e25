from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("workshops", "0002_page_photo_and_blocks"),
    ]

    operations = [
        migrations.AddField(
            model_name="workshop",
            name="audience",
            field=models.CharField(
                choices=[
                    ("all", "tout public"),
                    ("families", "les familles"),
                    ("beginners", "les personnes qui débutent"),
                ],
                default="all",
                help_text="L’agenda se filtre ainsi ; tout le monde peut venir quand même.",
                max_length=20,
                verbose_name="pensé pour",
            ),
        ),
    ]
