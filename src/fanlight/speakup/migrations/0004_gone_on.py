"""Know on which day a guardian's role was seen to have ended, so that it is told once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("speakup", "0003_lesson_public_id")]

    operations = [migrations.AddField("guardian", "gone_on", models.DateField(default=None, null=True))]
