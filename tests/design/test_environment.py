from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import DictLoader, UndefinedError

import fanlight
from fanlight.design.environment import environment


@dataclass(frozen=True)
class Page:
    title: str = "Ward 6 looks out of the window"


def made(text, **context):
    return environment(loader=DictLoader({"page.html": text})).get_template("page.html").render(context)


def test_a_page_shows_its_title():
    assert made("{{ page.title }}", page=Page()) == "Ward 6 looks out of the window"


def test_a_name_that_a_page_does_not_have_raises():
    with pytest.raises(UndefinedError, match="titel"):
        made("{{ page.titel }}", page=Page())


def test_a_name_that_a_page_does_not_have_raises_even_when_it_is_only_asked_about():
    with pytest.raises(UndefinedError, match="debrief"):
        made("{% if page.debrief %}x{% endif %}", page=Page())


def test_printing_a_variable_that_nobody_passed_raises():
    with pytest.raises(UndefinedError, match="paeg"):
        made("{{ paeg }}")


def test_a_part_of_a_variable_that_nobody_passed_is_not_printed_as_nothing():
    with pytest.raises(UndefinedError):
        made("{{ paeg.title }}")


def test_a_variable_that_nobody_passed_may_be_asked_about():
    assert made("{% if messages %}x{% endif %}quiet") == "quiet"


def test_options_that_nobody_gave_are_empty_as_the_nhs_components_expect():
    assert made("[{{ params.hint.text }}]", params={}) == "[]"


def test_a_component_of_the_nhs_can_be_drawn():
    text = '{% from "nhsuk/components/button/macro.jinja" import button %}{{ button({"text": "Begin"}) }}'
    assert 'class="nhsuk-button"' in made(text)


def test_words_from_people_are_escaped():
    assert made("{{ words }}", words="<b>") == "&lt;b&gt;"


def test_dates_and_shares_are_said_in_english():
    assert made("{{ 68 | share | capital }} of us") == "About two in three of us"


def test_no_letter_in_plain_text_is_escaped_as_a_page_is():
    letters = sorted(Path(fanlight.__file__).parent.rglob("templates/**/*.txt"))
    assert len(letters) > 3
    for letter in letters:
        assert letter.read_text(encoding="utf-8").startswith("{% autoescape false %}\n"), letter.name
