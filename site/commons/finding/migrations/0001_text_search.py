"""How PostgreSQL reads words: without their accents, in French and in English.

The little words of both languages (« le », "the") are dropped whatever the language of the sentence, so
that a French title asks nothing of an English reader. They are recognised after the accents are gone:
« été » stays a season.
"""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

LITTLE_WORDS = """
CREATE TEXT SEARCH DICTIONARY halle_little_{language} (
    TEMPLATE = pg_catalog.simple, STOPWORDS = {language}, ACCEPT = false
)
"""

CONFIGURATION = """
CREATE TEXT SEARCH CONFIGURATION {name} (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION {name}
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
    WITH {dictionaries};
"""

CONFIGURATIONS = {
    # Forms of French words; « jardins partages » finds « jardin partagé ».
    "halle_fr": "unaccent, halle_little_english, pg_catalog.french_stem",
    # The same with accents, which tell some forms apart: « partagée » is « partagé », "partagee" is not.
    "halle_accents": "halle_little_english, pg_catalog.french_stem",
    "halle_en": "unaccent, halle_little_french, pg_catalog.english_stem",
    # Words as they are written, for a word whose end is not typed yet.
    "halle_plain": "unaccent, pg_catalog.simple",
}


class Migration(migrations.Migration):
    dependencies = []

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        *(
            migrations.RunSQL(
                LITTLE_WORDS.format(language=language),
                f"DROP TEXT SEARCH DICTIONARY halle_little_{language}",
            )
            for language in ("french", "english")
        ),
        *(
            migrations.RunSQL(
                CONFIGURATION.format(name=name, dictionaries=dictionaries),
                f"DROP TEXT SEARCH CONFIGURATION {name}",
            )
            for name, dictionaries in CONFIGURATIONS.items()
        ),
    ]
