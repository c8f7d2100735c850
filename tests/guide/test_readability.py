"""Is the guide written for somebody who is eleven, or tired? And does our ruler measure rightly?"""

from statistics import mean

import pytest

from fanlight.guide.queries import Card, Focus, Idea, load_guide
from guide.readability import grade, sentences, syllables

MOST_ON_AVERAGE = 6.0
MOST_ANYWHERE = 9.0

GUIDE = load_guide()


def closed(parts: tuple[str, ...]) -> str:
    """Parts of a list become sentences, whether or not they end in a full stop."""
    return " ".join(part if part.endswith((".", "?", "!", "’", "”")) else f"{part}." for part in parts)


def text_of(entry: Card | Idea) -> str:
    if isinstance(entry, Card):
        return closed((entry.text, *entry.questions))
    measures = [measure.how for measure in entry.measures]
    return closed((entry.why, entry.first_version, *entry.steps, *entry.watch_for, entry.evidence, *measures))


SPOKEN = """
ward 1, made 1, walked 1, called 1, don’t 1, didn’t 2, wanted 2, table 2, nurses 2, quiet 2, safely 2,
handover 3, emergency 4, organisation 5
"""


@pytest.mark.parametrize("spoken", SPOKEN.split(","))
def test_syllables_are_counted_as_they_are_spoken(spoken: str) -> None:
    word, count = spoken.split()
    assert syllables(word) == int(count)


def test_the_grade_agrees_with_the_formula_worked_by_hand() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_a_sentence_often_used_as_an_example_gets_its_known_grade() -> None:
    # 13 words, 24 syllables: 11.3, as worked in textbooks and encyclopedias
    text = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    assert grade(text) == pytest.approx(11.3, abs=0.1)


def test_hard_prose_is_graded_as_hard() -> None:
    assert grade("Organisational accountability necessitates comprehensive deliberation.") > 20


def test_a_closing_quotation_mark_does_not_hide_the_end_of_a_sentence() -> None:
    assert sentences("‘Where is it?’ ‘I don’t know.’ We looked.") == 3


@pytest.mark.parametrize("entry", [*GUIDE.cards, *GUIDE.ideas], ids=lambda entry: entry.slug)
def test_no_card_or_idea_is_too_hard_to_read(entry: Card | Idea) -> None:
    assert grade(text_of(entry)) <= MOST_ANYWHERE, "shorten the sentences, then the words"


@pytest.mark.parametrize("focus", Focus)
def test_cards_and_ideas_read_easily_on_average(focus: Focus) -> None:
    cards = [grade(text_of(card)) for card in GUIDE.cards_for(focus=focus)]
    ideas = [grade(text_of(idea)) for idea in GUIDE.ideas_for(focus=focus)]
    print(f"{focus.value}: cards {mean(cards):.1f}, ideas {mean(ideas):.1f}")  # noqa: T201 (read with -s)
    assert mean(cards) <= MOST_ON_AVERAGE
    assert mean(ideas) <= MOST_ON_AVERAGE


def learning_texts() -> dict[str, str]:
    """What somebody may read after a bad day: it has to be the easiest of all."""
    learning = GUIDE.learning
    texts = {
        way.id.value: closed(
            (
                *(way.in_a_sentence, way.fits, *way.before, *way.during, *way.after, *way.watch_for),
                *(f"{question.ask} {question.hint}" for question in way.questions),
            )
        )
        for way in learning.ways
    }
    texts |= {choice.id: closed((choice.situation, choice.because)) for choice in learning.choices}
    texts |= {pause.id: closed((pause.ask, pause.because)) for pause in learning.pauses}
    texts |= {place.id: closed((place.title, place.text)) for place in learning.places}
    return texts | {party.id.value: closed((party.who, *party.needs)) for party in learning.parties}


def test_what_is_read_after_a_bad_day_is_easy() -> None:
    grades = {name: round(grade(text), 1) for name, text in learning_texts().items()}
    print(f"learning: {mean(grades.values()):.1f} on average")  # noqa: T201 (read with -s)
    assert mean(grades.values()) <= MOST_ON_AVERAGE
    assert {name: found for name, found in grades.items() if found > MOST_ANYWHERE} == {}


def test_every_other_text_for_readers_is_within_reach() -> None:
    texts = {
        f"{chapter.id.value}/{scene.title}": scene.text
        for chapter in GUIDE.chapters
        for scene in chapter.scenes
    }
    texts |= {f"{chapter.id.value}/why": chapter.why for chapter in GUIDE.chapters}
    texts |= {fact.id: fact.text for fact in GUIDE.facts}
    texts |= {route.id.value: closed((*route.steps, route.note)) for route in GUIDE.routes}
    texts |= {use.id.value: closed((use.in_a_sentence, *use.steps, use.good_for)) for use in GUIDE.uses}
    texts |= {
        plan.id.value: closed((plan.in_a_sentence, *plan.before, *plan.during, *plan.after, *plan.watch_for))
        for plan in GUIDE.windows
    }
    texts |= {f"{signs.id.value}/signs": closed((*signs.look_for, signs.ask)) for signs in GUIDE.signs}
    texts |= {
        "opening": GUIDE.debrief.opening,
        "with cards": GUIDE.debrief.opening_with_cards,
        "notes": GUIDE.debrief.notes,
    }
    hard = {name: round(grade(text), 1) for name, text in texts.items() if grade(text) > 10}
    assert hard == {}


def test_easy_read_sentences_are_short_and_simple() -> None:
    long = [
        sentence
        for text in GUIDE.easy_read
        for sentence in text.sentences
        if len(sentence.split()) > 12 or grade(sentence) > 7
    ]
    assert long == []
