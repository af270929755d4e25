from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("market", "0015_solidarity_fund")]

    operations = [
        migrations.AddIndex(
            model_name="order",
            index=models.Index(fields=["-created_at", "-id"], name="order_by_latest"),
        ),
        migrations.RemoveIndex(model_name="order", name="order_latest"),
    ]
