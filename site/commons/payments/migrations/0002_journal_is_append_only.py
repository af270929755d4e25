from django.db import migrations

FORBID = """
CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only: write a reversal instead';
END $$;
CREATE TRIGGER journal_is_append_only
    BEFORE UPDATE OR DELETE ON payments_journalentry
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
"""
ALLOW = """
DROP TRIGGER journal_is_append_only ON payments_journalentry;
DROP FUNCTION journal_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_payments_and_journal")]

    operations = [migrations.RunSQL(FORBID, reverse_sql=ALLOW)]
