from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('improvement', '0005_fixed_limits'),
    ]

    operations = [
        migrations.AlterField(
            model_name='agreedaction',
            name='progress',
            field=models.CharField(choices=[('agreed', 'Agreed, not begun yet'), ('trying', 'We are trying it'), ('kept', 'It helped, and we keep it'), ('stopped', 'We let it go')], default='agreed', max_length=10),
        ),
    ]
