"""What `fanlight check` says of an installation: each thing that is wrong, and what to do about it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from fanlight.site.checks import findings

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(settings: LazySettings, tmp_path: Path) -> Any:
    data, secrets = tmp_path / "data", tmp_path / "secrets"
    for folder in (data, secrets):
        folder.mkdir(mode=0o700)
    well = replace(
        settings.FANLIGHT,
        secret_key="k" * 60,
        debug=False,
        demo=False,
        https=True,
        address="https://fanlight.example.org",
        data=data,
        secrets=secrets,
        email_url="smtp://mail.example.org",
    )

    def what_is_told(**changed: Any) -> list[str]:
        settings.FANLIGHT = replace(well, **changed)
        return findings()

    return what_is_told


def test_an_installation_that_is_well_has_nothing_said_about_it(told: Any) -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"secret_key": ""}, "FANLIGHT_SECRET_KEY is not set"),
        ({"secret_key": "short"}, "FANLIGHT_SECRET_KEY is shorter than 50 characters"),
        ({"debug": True}, "FANLIGHT_DEBUG is on"),
        ({"demo": True}, "FANLIGHT_DEMO is on"),
        ({"https": False}, "FANLIGHT_HTTPS is no"),
        ({"address": "http://fanlight.example.org"}, "FANLIGHT_ADDRESS does not begin with https://"),
        ({"email_url": ""}, "FANLIGHT_EMAIL_URL is not set"),
    ],
)
def test_each_thing_that_is_wrong_is_told_by_its_name(told: Any, changed: dict[str, Any], words: str) -> None:
    assert [line.startswith(words) for line in told(**changed)] == [True]


@pytest.mark.parametrize("which", ["data", "secrets"])
def test_a_folder_that_others_can_look_into_is_told(told: Any, which: str, settings: LazySettings) -> None:
    told()
    folder: Path = getattr(settings.FANLIGHT, which)
    folder.chmod(0o755)
    said = f"FANLIGHT_{which.upper()}: others on this machine can look into {folder}. Run: chmod 700 {folder}"
    assert told() == [said]
