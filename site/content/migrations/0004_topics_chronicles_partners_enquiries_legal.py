import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import wagtail.fields
import wagtail.models.preview
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0003_sections_of_the_homes_there_were"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChroniclePage",
            fields=[
                (
                    "articlepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="content.articlepage",
                    ),
                ),
                (
                    "steps",
                    wagtail.fields.StreamField(
                        [("step", 5)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Comme on le dit\u202f: «\u202fprintemps 2019\u202f», «\u202f14 mars 2021\u202f».",
                                    "label": "quand",
                                    "max_length": 60,
                                },
                            ),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "titre", "max_length": 120},
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "italic", "ul", "link"], "label": "texte"},
                            ),
                            3: ("wagtail.images.blocks.ImageBlock", [], {"label": "image"}),
                            4: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "légende", "max_length": 200, "required": False},
                            ),
                            5: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("when", 0),
                                        ("title", 1),
                                        ("text", 2),
                                        ("picture", 3),
                                        ("caption", 4),
                                    ]
                                ],
                                {},
                            ),
                        },
                        help_text="Dans l’ordre où les choses sont arrivées.",
                        verbose_name="étapes",
                    ),
                ),
            ],
            options={
                "verbose_name": "récit",
            },
            bases=("content.articlepage",),
        ),
        migrations.CreateModel(
            name="ContactPage",
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
                "verbose_name": "page de contact",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ContactReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_fr", models.CharField(max_length=120, verbose_name="nom")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="nom anglais"),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        help_text="Jamais montrée. Vide\u202f: l’adresse du pied de page.",
                        max_length=254,
                        verbose_name="adresse qui répond",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Le plus petit vient en premier.", verbose_name="rang"
                    ),
                ),
                (
                    "is_offered",
                    models.BooleanField(
                        default=True,
                        help_text="Décoché\u202f: on garde ses messages, on ne le propose plus.",
                        verbose_name="proposé",
                    ),
                ),
            ],
            options={
                "verbose_name": "raison d’écrire",
                "verbose_name_plural": "raisons d’écrire",
                "ordering": ["position", "name_fr"],
            },
        ),
        migrations.CreateModel(
            name="LegalPage",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("notice", "mentions légales"),
                            ("privacy", "vie privée"),
                            ("sales", "conditions de vente"),
                            ("accessibility", "accessibilité"),
                        ],
                        help_text="Ce dont la page parle, en droit.",
                        max_length=20,
                        verbose_name="texte",
                    ),
                ),
            ],
            options={
                "verbose_name": "page légale",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_fr", models.CharField(max_length=120, verbose_name="nom")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="nom anglais"),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="En minuscules, sans espace\u202f: «\u202fcompost\u202f». Le changer casse les liens gardés.",
                        unique=True,
                        verbose_name="mot de l’adresse",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Le plus petit vient en premier.", verbose_name="rang"
                    ),
                ),
            ],
            options={
                "verbose_name": "besoin",
                "verbose_name_plural": "besoins",
                "ordering": ["position", "name_fr"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnerIndexPage",
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
                "verbose_name": "annuaire des partenaires",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name_fr", models.CharField(max_length=120, verbose_name="nom")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=120, verbose_name="nom anglais"),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="En minuscules, sans espace\u202f: «\u202fcompost\u202f». Le changer casse les liens gardés.",
                        unique=True,
                        verbose_name="mot de l’adresse",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Le plus petit vient en premier.", verbose_name="rang"
                    ),
                ),
            ],
            options={
                "verbose_name": "sujet d’article",
                "verbose_name_plural": "sujets d’articles",
                "ordering": ["position", "name_fr"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="placepage",
            name="by_bike",
            field=models.TextField(
                blank=True, help_text="Par où arriver, où l’attacher.", verbose_name="à vélo"
            ),
        ),
        migrations.AddField(
            model_name="placepage",
            name="by_transit",
            field=models.TextField(
                blank=True,
                help_text="La ligne, l’arrêt, et le chemin à pied depuis lui.",
                verbose_name="en bus, en tram",
            ),
        ),
        migrations.AddField(
            model_name="placepage",
            name="opening",
            field=models.TextField(
                blank=True,
                help_text="Quand la porte est ouverte, jour par jour.",
                verbose_name="ouverture",
            ),
        ),
        migrations.AddField(
            model_name="placepage",
            name="wheelchair",
            field=models.TextField(
                blank=True,
                help_text="Portes, pentes, marches, toilettes\u202f: ce qui passe et ce qui ne passe pas.",
                verbose_name="en fauteuil, avec une poussette",
            ),
        ),
        migrations.AlterField(
            model_name="articlepage",
            name="date",
            field=models.DateField(
                default=django.utils.timezone.localdate,
                help_text="Celle que l’on lit sous le titre.",
                verbose_name="date",
            ),
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="nom")),
                ("slug", models.SlugField(unique=True, verbose_name="mot de l’adresse")),
                (
                    "pictogram",
                    models.SlugField(
                        blank=True,
                        help_text="Par exemple «\u202fvelo\u202f» ou «\u202fcompost\u202f».",
                        verbose_name="pictogramme",
                    ),
                ),
                (
                    "help_fr",
                    models.TextField(
                        help_text="Deux ou trois phrases simples.",
                        max_length=600,
                        verbose_name="ce que l’on y trouve",
                    ),
                ),
                (
                    "help_en",
                    models.TextField(
                        blank=True, max_length=600, verbose_name="ce que l’on y trouve, en anglais"
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="adresse")),
                ("town", models.CharField(max_length=80, verbose_name="ville")),
                (
                    "days",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        help_text="Les jours où l’on peut venir sans prévenir.",
                        size=None,
                        verbose_name="jours",
                    ),
                ),
                (
                    "hours_fr",
                    models.CharField(
                        blank=True,
                        help_text="«\u202fMardi, de 14 h à 17 h\u202f».",
                        max_length=160,
                        verbose_name="horaires",
                    ),
                ),
                (
                    "hours_en",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="horaires en anglais"
                    ),
                ),
                ("website", models.URLField(blank=True, verbose_name="site")),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="téléphone")),
                (
                    "relay_email",
                    models.EmailField(
                        blank=True,
                        help_text="Jamais montrée\u202f: un formulaire y fait suivre les messages. Vide\u202f: pas de message.",
                        max_length=254,
                        verbose_name="adresse e-mail privée",
                    ),
                ),
                ("is_shown", models.BooleanField(default=True, verbose_name="dans l’annuaire")),
                (
                    "needs",
                    models.ManyToManyField(
                        related_name="partners", to="content.need", verbose_name="besoins"
                    ),
                ),
            ],
            options={
                "verbose_name": "partenaire",
                "verbose_name_plural": "partenaires",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Enquiry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("form_key", models.UUIDField(editable=False, unique=True)),
                ("name", models.CharField(max_length=120, verbose_name="nom")),
                ("email", models.EmailField(max_length=254, verbose_name="adresse e-mail")),
                ("words", models.TextField(max_length=4000, verbose_name="message")),
                ("language", models.CharField(default="fr", max_length=5, verbose_name="langue")),
                (
                    "state",
                    models.CharField(
                        choices=[("to-answer", "à répondre"), ("answered", "répondu")],
                        default="to-answer",
                        max_length=10,
                        verbose_name="état",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="reçu le")),
                (
                    "reason",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="content.contactreason",
                        verbose_name="raison",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="content.partner",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "message reçu",
                "verbose_name_plural": "messages reçus",
                "ordering": ["-created_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="articlepage",
            name="topics",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True,
                help_text="Un ou deux suffisent. La liste se tient dans le menu Rédaction.",
                related_name="articles",
                to="content.topic",
                verbose_name="sujets",
            ),
        ),
        migrations.CreateModel(
            name="LegalVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "in_force_on",
                    models.DateField(
                        blank=True,
                        help_text="Vide\u202f: c’est un brouillon. Ce jour venu, le texte est public et ne se change plus\u202f: on en écrit un nouveau.",
                        null=True,
                        verbose_name="en vigueur le",
                    ),
                ),
                (
                    "changes",
                    models.CharField(
                        blank=True,
                        help_text="Une phrase, pour qui a lu la version d’avant.",
                        max_length=300,
                        verbose_name="ce qui change",
                    ),
                ),
                (
                    "text",
                    wagtail.fields.RichTextField(
                        help_text="Ce qui est entre crochets, «\u202f[à compléter…]\u202f», doit l’être avant de dater.",
                        verbose_name="texte",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="content.legalpage",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "version d’un texte légal",
                "verbose_name_plural": "versions des textes légaux",
                "ordering": [
                    "page",
                    models.OrderBy(models.F("in_force_on"), descending=True, nulls_first=True),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page", "in_force_on"),
                        name="legal_version_one_a_day",
                        violation_error_message="Ce texte a déjà une version à cette date.",
                    )
                ],
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
        migrations.AddConstraint(
            model_name="partner",
            constraint=models.CheckConstraint(
                condition=models.Q(("days__contained_by", [1, 2, 3, 4, 5, 6, 7])),
                name="partner_days_are_days",
                violation_error_message="Les jours vont de 1, lundi, à 7, dimanche.",
            ),
        ),
        migrations.AddIndex(
            model_name="enquiry",
            index=models.Index(fields=["email", "created_at"], name="enquiry_by_sender"),
        ),
        migrations.AddConstraint(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("partner__isnull", True), ("reason__isnull", False)),
                    models.Q(("partner__isnull", False), ("reason__isnull", True)),
                    _connector="OR",
                ),
                name="enquiry_to_the_house_or_to_a_partner",
            ),
        ),
    ]
