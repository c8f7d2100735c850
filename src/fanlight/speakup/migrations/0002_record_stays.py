"""Lock the guardians' record: the database refuses to change or remove a line of it."""

from django.db import migrations

from fanlight.speakup.migrations import _lock_of_record as lock_of_record


def lock(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(lock_of_record.function())
    for name in lock_of_record.NAMES:
        schema_editor.execute(lock_of_record.create(name, vendor))


def unlock(apps, schema_editor):
    for name in lock_of_record.NAMES:
        schema_editor.execute(lock_of_record.drop(name, schema_editor.connection.vendor))


class Migration(migrations.Migration):
    dependencies = [("speakup", "0001_initial")]

    operations = [migrations.RunPython(lock, unlock)]
