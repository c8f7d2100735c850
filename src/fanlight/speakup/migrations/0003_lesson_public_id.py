"""Name each lesson at random, so that a team can take it onto its board."""

from django.db import migrations

import fanlight.audit.fields


def name_each(apps, schema_editor):
    lessons = apps.get_model("speakup", "Lesson").objects.using(schema_editor.connection.alias)
    for lesson in lessons.filter(public_id=None):
        lesson.public_id = fanlight.audit.fields.random_identifier()
        lesson.save(update_fields=["public_id"])


class Migration(migrations.Migration):
    dependencies = [("speakup", "0002_record_stays")]

    operations = [
        migrations.AddField("lesson", "public_id", fanlight.audit.fields.PublicIdField(null=True, default=None)),
        migrations.RunPython(name_each, migrations.RunPython.noop),
        migrations.AlterField("lesson", "public_id", fanlight.audit.fields.PublicIdField()),
    ]
