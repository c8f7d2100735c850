"""Is all there that the guide promises, of every kind, for every focus? Run with -s to read the counts."""

import re
from collections import Counter
from datetime import date
from itertools import combinations

import pytest

from fanlight.guide.queries import (
    CardKind,
    Focus,
    Setting,
    Situation,
    SourceKind,
    Strength,
    Theme,
    load_guide,
)
from fanlight.guide.queries.checking import cited_sources
from fanlight.measure.instruments import load

GUIDE = load_guide()
FOCUSES = list(Focus)
EASY_READ = {text.full for text in GUIDE.easy_read}


@pytest.mark.parametrize("focus", FOCUSES)
def test_every_focus_has_enough_of_everything(focus: Focus) -> None:
    chapter = GUIDE.chapter(focus)
    assert len(chapter.scenes) >= 5
    assert len(GUIDE.cards_for(focus=focus)) >= 12
    assert len(GUIDE.ideas_for(focus=focus)) >= 8
    assert len(chapter.reading) >= 3


@pytest.mark.parametrize("focus", FOCUSES)
def test_every_focus_speaks_of_health_and_of_social_care(focus: Focus) -> None:
    social = {Setting.CARE_HOME, Setting.HOME_CARE}
    for settings in (
        {scene.setting for scene in GUIDE.chapter(focus).scenes},
        {card.setting for card in GUIDE.cards_for(focus=focus)},
        {setting for idea in GUIDE.ideas_for(focus=focus) for setting in idea.settings},
    ):
        assert settings & social
        assert len(settings - social) >= 3


@pytest.mark.parametrize("setting", [setting for setting in Setting if setting is not Setting.ANY])
@pytest.mark.parametrize("focus", FOCUSES)
def test_every_place_finds_itself_in_every_focus(focus: Focus, setting: Setting) -> None:
    """A pharmacy of three, or somebody in a car between two calls, should not have to think of wards all the time."""
    assert setting in {card.setting for card in GUIDE.cards_for(focus=focus)}
    assert sum(setting in idea.settings for idea in GUIDE.ideas_for(focus=focus)) >= 5


@pytest.mark.parametrize("focus", FOCUSES)
def test_cards_of_a_focus_vary(focus: Focus) -> None:
    cards = GUIDE.cards_for(focus=focus)
    assert {card.kind for card in cards} == set(CardKind)
    assert len({card.role for card in cards}) >= 9
    assert len({card.text.split()[0] for card in cards}) >= len(cards) * 0.6, "they open alike"
    assert len({card.setting for card in cards}) >= 6


@pytest.mark.parametrize("theme", GUIDE.themes, ids=lambda theme: theme.id)
def test_every_theme_has_cards_and_an_idea(theme: Theme) -> None:
    assert len(GUIDE.cards_for(theme=theme.id)) >= 2
    assert GUIDE.ideas_for(theme=theme.id)


@pytest.mark.parametrize("bank", ["fanlight-six", "fanlight-pulse"])
def test_every_statement_of_our_banks_leads_to_a_theme_and_has_an_easy_read_version(bank: str) -> None:
    for item in load(bank).items:
        assert GUIDE.theme_of_item(item.code).focus is item.focus
        assert str(item.wording) in EASY_READ


def test_what_an_organisation_asks_has_an_easy_read_version() -> None:
    bank = load("fanlight-fair")
    asked = [str(bank.introduction), *(str(item.wording) for item in bank.items)]
    assert [words for words in asked if words not in EASY_READ] == []


def test_the_choices_of_our_banks_have_an_easy_read_version() -> None:
    labels = {option.label for scale in load("fanlight-six").scales for option in scale.options}
    assert labels
    assert {str(label) for label in labels} <= EASY_READ


def test_every_thought_in_easy_read_has_a_picture_of_its_own() -> None:
    """Easy Read is read by its pictures too: the same one beside five statements says nothing of any."""
    pictures = Counter((text.of, text.picture) for text in GUIDE.easy_read)
    assert [pair for pair, count in pictures.items() if count > 1] == []


def test_no_question_is_asked_twice_in_the_deck() -> None:
    questions = Counter(question for card in GUIDE.cards for question in card.questions)
    assert [question for question, count in questions.items() if count > 1] == []


def test_questions_are_open() -> None:
    closed = re.compile(
        r"^(do|does|did|is|are|was|were|have|has|had|can|could|would|will|should)\b", re.IGNORECASE
    )
    questions = [question for card in GUIDE.cards for question in card.questions]
    assert [question for question in questions if closed.match(question)] == []


def test_no_two_cards_read_like_each_other() -> None:
    shingles = {card.slug: _runs(f"{card.text} {' '.join(card.questions)}", 5) for card in GUIDE.cards}
    alike = [(a, b) for a, b in combinations(shingles, 2) if len(shingles[a] & shingles[b]) > 3]
    assert alike == []


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_every_idea_can_be_begun_today_and_counted() -> None:
    for idea in GUIDE.ideas:
        assert len(idea.first_version.split()) <= 75, f"{idea.slug}: a first version must be short"
        assert len(idea.steps) >= 4, idea.slug
        assert len(idea.watch_for) >= 2, idea.slug
        assert len(idea.measures) >= 2, idea.slug
        assert len({measure.kind for measure in idea.measures}) >= 2, f"{idea.slug}: count more than one kind"


def test_no_idea_changes_people_alone_without_saying_why_it_might_still_help() -> None:
    alone = [idea.slug for idea in GUIDE.ideas if [part.value for part in idea.work_system] == ["people"]]
    assert len(alone) <= len(GUIDE.ideas) * 0.15, (
        "most changes should touch the work and not the people alone"
    )


def test_an_idea_called_strong_leans_on_a_review_or_a_trial() -> None:
    firm = {SourceKind.REVIEW, SourceKind.TRIAL}
    for idea in GUIDE.ideas:
        if idea.strength is Strength.STRONG:
            assert any(GUIDE.source(source).kind in firm for source in idea.sources), idea.slug


def test_every_source_is_used_once_and_says_how_it_was_checked() -> None:
    titles = Counter((source.authors, source.title) for source in GUIDE.sources)
    assert [title for title, count in titles.items() if count > 1] == []
    assert {source.id for source in GUIDE.sources} - cited_sources(GUIDE) == set()
    for source in GUIDE.sources:
        assert re.search(r"read|verified", source.checked_how), source.id
        assert source.checked_on >= date(2026, 11, 1), source.id


def test_further_reading_has_a_year() -> None:
    undated = [
        r.source for chapter in GUIDE.chapters for r in chapter.reading if GUIDE.source(r.source).year is None
    ]
    assert undated == []


def test_every_situation_in_the_way_in_leads_to_ideas() -> None:
    for situation in Situation:
        assert sum(situation in idea.situations for idea in GUIDE.ideas) >= 4, situation.value


AMERICAN = r"\b(behavior|color|favor|center|organiz\w+|recogniz\w+|gotten|reach out|ballpark|kudos)\b"
SLOGANS = r"\b(journey|empower\w*|world-class|game.changer|passionate|deep dive|leverag\w+|synerg\w+)\b"
BLAME = r"\b(culprit|offender|negligent|careless|lazy|incompetent)\b"


@pytest.mark.parametrize("pattern", [AMERICAN, SLOGANS, BLAME])
def test_the_voice_is_british_plain_and_kind(pattern: str) -> None:
    texts = [f"{card.title} {card.text} {' '.join(card.questions)}" for card in GUIDE.cards]
    texts += [
        f"{i.title} {i.why} {i.first_version} {' '.join((*i.steps, *i.watch_for))}" for i in GUIDE.ideas
    ]
    texts += [scene.text for chapter in GUIDE.chapters for scene in chapter.scenes]
    assert [found.group() for text in texts for found in re.finditer(pattern, text, re.IGNORECASE)] == []
