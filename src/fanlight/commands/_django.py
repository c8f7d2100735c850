"""Starting Django for the verbs that need the database."""

import os

from django.core.exceptions import ImproperlyConfigured

from fanlight.commands import Refused


def start(*, needs_key: bool = True) -> None:
    """Read the settings and wake the apps; refuse in plain words if the installation cannot run."""
    import django
    from django.conf import settings

    os.environ["DJANGO_SETTINGS_MODULE"] = "fanlight.site.settings"  # whatever another project left there
    try:
        django.setup()
        has_key = bool(settings.SECRET_KEY)
    except ImproperlyConfigured as error:
        has_key = "SECRET_KEY" not in str(error)
        if has_key:
            raise Refused(f"the settings cannot be used.\n{error}") from None
    if needs_key and not has_key:
        raise Refused(
            "FANLIGHT_SECRET_KEY is not set. Set it (or FANLIGHT_SECRET_KEY_FILE) to 50 random characters or more; "
            "`fanlight demo` needs none."
        )
