"""Are mistakes in the content named where they stand? Can an operator lay newer facts over ours?"""

import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.guide.queries import (
    Focus,
    InvalidContent,
    OrganisationKind,
    Question,
    Setting,
    Use,
    load_guide,
    loading,
)
from fanlight.guide.queries.reading import Place, build

FACT = """
[[facts]]
id = "being-fair-tool"
topic = "fairness"
title = "A newer tool"
text = "There is a newer tool."
as_of = 2027-01-31
check_by = 2028-01-31
sources = ["nhse-being-fair-tool-2025"]
"""


def laid_over(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return folder


def test_an_operator_lays_a_newer_fact_over_ours(tmp_path: Path) -> None:
    ours = {fact.id: fact for fact in load_guide().facts}
    theirs = {fact.id: fact for fact in load_guide(overrides=laid_over(tmp_path, "facts.toml", FACT)).facts}
    assert theirs["being-fair-tool"].title == "A newer tool"
    assert ours["being-fair-tool"].title != "A newer tool"
    assert set(theirs) == set(ours)


def test_an_operator_adds_a_fact_with_a_source_of_their_own(tmp_path: Path) -> None:
    laid_over(
        tmp_path, "facts.toml", FACT.replace("being-fair-tool", "our-guardian").replace("nhse-our", "our")
    )
    with pytest.raises(
        InvalidContent, match="fact our-guardian: source “our-guardian-2025” is not in the register"
    ):
        load_guide(overrides=tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'topic = "fairness"',
            'topic = "weather"',
            r"facts\.toml: facts 1 \(being-fair-tool\): topic: “weather”",
        ),
        ('title = "A newer tool"\n', "", r"facts\.toml: facts 1 \(being-fair-tool\): title: this is missing"),
        ("title =", "titel =", r"titel: this field is not known"),
        ("as_of = 2027-01-31", 'as_of = "soon"', r"as_of: “soon” should be a date"),
        ("check_by = 2028-01-31", "check_by = 2026-01-31", r"check_by: this should be later than as_of"),
        ("There is a newer tool.", "  ", r"text: this is empty"),
        ("[[facts]]", "[facts]", r"facts\.toml: facts: this should be a list, written \[\[facts\]\]"),
        ("[[facts]]", "[[fact]]", r"facts\.toml: this file holds \[\[facts\]\] and nothing else"),
        ("title = ", "title is ", r"facts\.toml: this is not TOML"),
        ("nhse-being-fair-tool-2025", "hearsay", r"source “hearsay” is not in the register"),
    ],
)
def test_a_mistake_is_named_with_its_file_entry_and_field(
    old: str, new: str, message: str, tmp_path: Path
) -> None:
    laid_over(tmp_path, "facts.toml", FACT.replace(old, new))
    with pytest.raises(InvalidContent, match=message):
        load_guide(overrides=tmp_path)


def test_an_entry_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidContent, match="facts 2: “being-fair-tool” stands there twice"):
        load_guide(overrides=laid_over(tmp_path, "facts.toml", FACT + FACT))


def test_a_source_that_stands_in_two_files_is_refused(tmp_path: Path) -> None:
    """Else the one that is read later would win in silence, with another record of how it was checked."""
    one = """
[[sources]]
id = "ours"
authors = "We"
title = "What we saw"
published_in = "Our own shelf"
where = "https://example.org/"
kind = "report"
strength = "early"
supports = "That we looked."
checked_how = "Read."
checked_on = 2026-11-26
"""
    load_guide(overrides=laid_over(tmp_path / "once", "sources/a.toml", one))
    laid_over(tmp_path / "twice", "sources/a.toml", one)
    laid_over(tmp_path / "twice", "sources/b.toml", one)
    with pytest.raises(
        InvalidContent, match=r"sources/b\.toml: sources: “ours” stands in sources/a\.toml too"
    ):
        load_guide(overrides=tmp_path / "twice")


def test_a_file_that_nothing_would_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidContent, match=r"fcats\.toml: no file of the guide has this name"):
        load_guide(overrides=laid_over(tmp_path, "fcats.toml", FACT))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidContent, match="there is no such folder"):
        load_guide(overrides=tmp_path / "nowhere")


def test_a_card_needs_three_questions(tmp_path: Path) -> None:
    ours = (loading.CONTENT / "teamwork" / "cards.toml").read_text(encoding="utf-8")
    lines = [
        line
        for line in ours.splitlines()
        if "sees what we miss" not in line and "see what we miss" not in line
    ]
    with pytest.raises(
        InvalidContent, match=r"teamwork/cards\.toml: cards 1 \(.*\): questions: a card has three"
    ):
        load_guide(overrides=laid_over(tmp_path, "teamwork/cards.toml", "\n".join(lines)))


def test_an_idea_file_is_called_by_its_slug(tmp_path: Path) -> None:
    (tmp_path / "teamwork" / "ideas").mkdir(parents=True)
    shutil.copy(loading.CONTENT / "teamwork/ideas/start-huddle.toml", tmp_path / "teamwork/ideas/huddle.toml")
    with pytest.raises(InvalidContent, match=r"should be called start-huddle\.toml"):
        load_guide(overrides=tmp_path)


def test_the_guide_is_read_once() -> None:
    assert load_guide() is load_guide()


def test_the_guide_needs_no_django() -> None:
    program = "import sys, fanlight.guide.queries as q; q.load_guide(); print('django' in sys.modules)"
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=path
    )
    assert found.stdout.strip() == "False"


def test_nothing_can_be_found_that_is_not_there() -> None:
    for look_up in (load_guide().card, load_guide().idea, load_guide().source, load_guide().theme):
        with pytest.raises(KeyError):
            look_up("no-such-thing")


def test_cards_for_a_setting_include_those_for_anybody() -> None:
    cards = load_guide().cards_for(focus=Focus.TEAMWORK, setting=Setting.CARE_HOME, use=Use.COMPARE_VIEWS)
    assert {card.setting for card in cards} == {Setting.CARE_HOME, Setting.ANY}


def test_search_finds_all_words_and_puts_titles_first() -> None:
    found = load_guide().search("Huddle")
    assert "huddle" in found[0].title.casefold()
    assert len(found) > 1
    assert load_guide().search("") == ()


def test_facts_past_their_day_are_listed() -> None:
    guide = load_guide()
    last = max(fact.check_by for fact in guide.facts)
    assert set(guide.facts) <= set(guide.overdue(last + timedelta(days=1)))
    assert guide.overdue(date(2026, 11, 23)) == ()


def test_every_kind_of_organisation_has_a_route() -> None:
    assert {route.id for route in load_guide().routes} == set(OrganisationKind)


@pytest.mark.parametrize("minutes", [30, 45, 60])
def test_there_is_an_agenda_for_so_many_minutes(minutes: int) -> None:
    assert load_guide().debrief.agenda(minutes).minutes == minutes


def test_the_longest_agenda_that_fits_is_offered() -> None:
    assert load_guide().debrief.agenda(50).minutes == 45
    assert load_guide().debrief.agenda(10).minutes == 30


@given(
    st.dictionaries(st.text(max_size=5), st.one_of(st.integers(), st.text(max_size=5), st.none()), max_size=4)
)
def test_any_table_is_built_or_refused_with_its_place(table: dict[str, object]) -> None:
    with pytest.raises(InvalidContent, match=r"way\.toml: entry"):
        build(Question, table, Place("way.toml", "entry"))
