"""Django's settings."""

INSTALLED_APPS: list[str] = []
SECRET_KEY = ""
USE_TZ = True
