"""Where the island lies: speaking up may have a database file or server of its own, and nothing else goes there."""

from typing import Any

from django.conf import settings
from django.db.models import Model

APP = ALIAS = "speakup"


def _has_its_own() -> bool:
    return ALIAS in settings.DATABASES


class Island:
    """Django's database router. Without a database of its own, the island lies with everything else."""

    def _for(self, model: type[Model]) -> str | None:
        return ALIAS if _has_its_own() and model._meta.app_label == APP else None

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:  # noqa: ARG002 (Django's signature)
        return self._for(model)

    def db_for_write(self, model: type[Model], **hints: Any) -> str | None:  # noqa: ARG002
        return self._for(model)

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:  # noqa: ARG002
        if not _has_its_own():
            return None
        return (app_label == APP) if db == ALIAS else (False if app_label == APP else None)
