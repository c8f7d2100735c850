"""Settings for the tests."""

from fanlight.site.settings import *  # noqa: F403 (settings are read as a whole)
