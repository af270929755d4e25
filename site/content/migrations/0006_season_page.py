import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0005_legal_versions_stay_as_they_were"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="SeasonPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.CharField(
                        blank=True,
                        help_text="Une ou deux phrases sous le titre.",
                        max_length=300,
                        verbose_name="chapeau",
                    ),
                ),
                (
                    "illustration",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "aucune"),
                            ("hall", "la halle"),
                            ("garden", "le jardin"),
                            ("seedlings", "les semis"),
                            ("pruning", "la taille"),
                            ("compost", "le compost"),
                            ("kitchen", "la cuisine"),
                            ("baskets", "les paniers"),
                            ("bikes", "les vélos"),
                        ],
                        max_length=20,
                        verbose_name="dessin",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [("text", 0), ("picture", 4), ("quote", 7), ("call", 12)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": [
                                        "h2",
                                        "h3",
                                        "bold",
                                        "italic",
                                        "ol",
                                        "ul",
                                        "link",
                                        "document-link",
                                    ],
                                    "label": "Texte",
                                    "template": "cms/blocks/text.html",
                                },
                            ),
                            1: ("wagtail.images.blocks.ImageBlock", [], {"label": "image"}),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "légende", "max_length": 200, "required": False},
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "crédit", "max_length": 120, "required": False},
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 1), ("caption", 2), ("credit", 3)]],
                                {},
                            ),
                            5: ("wagtail.blocks.TextBlock", (), {"label": "paroles"}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "de qui", "max_length": 120, "required": False},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("words", 5), ("who", 6)]], {}),
                            8: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "titre", "max_length": 120},
                            ),
                            9: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "texte", "required": False},
                            ),
                            10: ("wagtail.blocks.PageChooserBlock", (), {"label": "page"}),
                            11: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "bouton", "max_length": 60},
                            ),
                            12: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 8), ("text", 9), ("page", 10), ("button", 11)]],
                                {},
                            ),
                        },
                        verbose_name="texte",
                    ),
                ),
            ],
            options={
                "verbose_name": "de saison",
            },
            bases=("wagtailcore.page",),
        ),
    ]
