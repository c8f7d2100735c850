"""Settings for the tests."""

from fanlight.site.settings import *  # noqa: F403
