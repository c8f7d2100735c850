"""Settings: typed, secrets from files, unknown names refused, every problem told at once."""

from pathlib import Path

import pytest

from fanlight.site.options import OPTIONS, BadOptions, read


def test_without_any_variable_it_is_safe() -> None:
    settings = read({})
    assert (settings.debug, settings.demo, settings.https, settings.secret_key) == (False, False, True, "")


def test_a_value_has_its_type() -> None:
    settings = read(
        {"FANLIGHT_HOSTS": "a.example, b.example", "FANLIGHT_DATA": "/srv/f", "FANLIGHT_DEBUG": "Yes"}
    )
    assert (settings.hosts, settings.data, settings.debug) == (
        ("a.example", "b.example"),
        Path("/srv/f"),
        True,
    )
    assert settings.secrets == Path("/srv/f/secrets")


def test_a_secret_is_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("  very secret\n", encoding="utf-8")
    assert read({"FANLIGHT_SECRET_KEY_FILE": str(tmp_path / "key")}).secret_key == "very secret"


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(BadOptions) as refused:
        read({"FANLIGHT_SECRETKEY": "x", "FANLIGHT_DEBUG": "perhaps", "FANLIGHT_MINIMUM_GROUP": "3"})
    words = str(refused.value)
    assert "FANLIGHT_SECRETKEY is not a setting" in words
    assert "FANLIGHT_DEBUG: “perhaps” cannot be used: say yes or no" in words
    assert "cannot be below 5" in words


def test_a_secret_is_never_repeated_in_a_message() -> None:
    both = {"FANLIGHT_SECRET_KEY": "hush", "FANLIGHT_SECRET_KEY_FILE": "/nowhere"}
    with pytest.raises(BadOptions) as refused:
        read(both)
    assert "keep one" in str(refused.value)
    assert "hush" not in str(refused.value)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(BadOptions, match="FANLIGHT_SECRET_KEY_FILE: the file cannot be read"):
        read({"FANLIGHT_SECRET_KEY_FILE": "/nowhere/at/all"})


def test_only_secrets_may_come_from_files() -> None:
    with pytest.raises(BadOptions, match="FANLIGHT_DEMO_FILE is not a setting"):
        read({"FANLIGHT_DEMO_FILE": "/x"})


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.variable)
def test_every_option_says_what_it_is_for(option: object) -> None:
    assert option.purpose.endswith(".")  # type: ignore[attr-defined]
