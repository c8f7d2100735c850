"""Keep a form once that was sent twice at the same moment: its key is the same both times."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("speakup", "0004_gone_on")]

    operations = [migrations.AlterField("concern", "reporter_key", models.BinaryField(max_length=32, unique=True))]
