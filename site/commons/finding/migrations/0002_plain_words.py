"""Names without accents nor capitals, by a function that an index may use.

``unaccent`` alone may not: its dictionary could be another tomorrow. Ours names it, in full, so that a restored
backup finds it whatever its search path.
"""

from django.db import migrations

PLAIN_WORDS = """
CREATE FUNCTION plain_words(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1))
"""


class Migration(migrations.Migration):
    dependencies = [("finding", "0001_text_search")]

    operations = [migrations.RunSQL(PLAIN_WORDS, "DROP FUNCTION plain_words(text)")]
