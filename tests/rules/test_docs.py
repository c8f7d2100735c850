"""What can be set, typed or asked has its page; every link leads somewhere; every Python block runs."""

import doctest
import re
from pathlib import Path

import pytest

from fanlight.commands.__main__ import verbs
from fanlight.measure.instruments import shelf
from fanlight.people.roles import Role
from fanlight.site.options import OPTIONS

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *REPOSITORY.glob("*.md")])


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.variable)
def test_every_setting_is_explained(option: object) -> None:
    assert f"`{option.variable}`" in text("reference/settings.md")  # type: ignore[attr-defined]


def test_no_setting_is_explained_that_does_not_exist() -> None:
    named = set(re.findall(r"`(FANLIGHT_[A-Z_]+)`", text("reference/settings.md")))
    assert {name.removesuffix("_FILE") for name in named} <= {option.variable for option in OPTIONS}


@pytest.mark.parametrize("verb", verbs())
def test_every_command_has_its_page(verb: str) -> None:
    assert f"fanlight {verb}" in text(f"reference/commands/{verb}.md")


@pytest.mark.parametrize("role", Role)
def test_every_role_is_explained(role: Role) -> None:
    assert role.label in text("reference/roles.md")


@pytest.mark.parametrize("instrument", shelf(), ids=lambda instrument: instrument.id)
def test_every_instrument_is_listed(instrument: object) -> None:
    assert f"`{instrument.id}`" in text("reference/instruments.md")  # type: ignore[attr-defined]


def broken_links(page: Path) -> list[str]:
    """Links of a page to files that are not there."""
    found = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    return [link for link in found if not (page.parent / link).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert broken_links(page) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_example_in_the_docs_runs(page: Path) -> None:
    blocks = re.findall(r"```(?:python|pycon)\n(>>> .*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    for block in blocks:
        test = doctest.DocTestParser().get_doctest(block, {}, page.name, str(page), 0)
        assert doctest.DocTestRunner(verbose=False).run(test).failed == 0


def test_the_readme_is_short() -> None:
    assert len((REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines()) < 120


def test_the_rule_sees_a_broken_link(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("[there](nowhere.md) [and](page.md) [out](https://example.org)", encoding="utf-8")
    assert broken_links(page) == ["nowhere.md"]
