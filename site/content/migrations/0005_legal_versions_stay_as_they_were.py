from django.db import migrations

# A draft may change, and may be given a date; what has come into force may not, whoever asks.
FORBID = """
CREATE FUNCTION legal_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.in_force_on <= CURRENT_DATE THEN
        RAISE EXCEPTION 'a legal text in force stays as it was: write a new version';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER legal_version_stays
    BEFORE UPDATE OR DELETE ON content_legalversion
    FOR EACH ROW EXECUTE FUNCTION legal_version_stays();
"""
ALLOW = """
DROP TRIGGER legal_version_stays ON content_legalversion;
DROP FUNCTION legal_version_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("content", "0004_topics_chronicles_partners_enquiries_legal")]

    operations = [migrations.RunSQL(FORBID, reverse_sql=ALLOW)]
