"""What the guide's pages can be asked: filters, five questions, words to look for. All by GET; nothing is stored.

What makes no sense in an address is left out and said, never refused: people share and mistype addresses.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

from django import forms

from fanlight.guide.queries import Focus, Guide, Question, Setting, Use
from fanlight.guide.queries.boards import HOW_MANY
from fanlight.guide.queries.words import SETTINGS, member_for, slug_of

MOST_LETTERS = 80  # of what is looked for


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What cards or ideas are narrowed down to. `left_out` names what the address asked for in vain."""

    focus: Focus | None = None
    setting: Setting | None = None
    theme: str | None = None
    left_out: tuple[str, ...] = ()

    @property
    def chosen(self) -> dict[str, str]:
        """As the form and the address have it."""
        given = {
            "focus": slug_of(self.focus) if self.focus else "",
            "setting": slug_of(self.setting) if self.setting else "",
            "theme": self.theme or "",
        }
        return {name: value for name, value in given.items() if value}

    @property
    def tail(self) -> str:
        """The end of an address that keeps these filters."""
        return f"?{urlencode(self.chosen)}" if self.chosen else ""


def read_filters(guide: Guide, given: Mapping[str, str]) -> Filters:
    """The filters in a query string, without those that make no sense."""
    focus = member_for(Focus, given.get("focus", ""))
    setting = member_for(Setting, given.get("setting", ""))
    theme = given.get("theme", "")
    themes = {one.id for one in guide.themes if focus is None or one.focus is focus}
    read = {
        "focus": focus,
        "setting": setting if setting is not Setting.ANY else None,
        "theme": theme if theme in themes else None,
    }
    left_out = tuple(name for name, value in read.items() if given.get(name) and value is None)
    return Filters(focus=focus, setting=read["setting"], theme=read["theme"], left_out=left_out)  # type: ignore[arg-type]


class FilterForm(forms.Form):
    """Draws the filters. It is never bound: `read_filters` reads, and nobody is told off."""

    focus = forms.ChoiceField(label="Focus")
    setting = forms.ChoiceField(label="Where you work")
    theme = forms.ChoiceField(label="About")

    def __init__(self, *, guide: Guide, filters: Filters) -> None:
        super().__init__(initial=filters.chosen)
        chapters = [(slug_of(chapter.id), chapter.title) for chapter in guide.chapters]
        settings = [(slug_of(s), words) for s, words in SETTINGS.items() if s is not Setting.ANY]
        themes = [
            (one.id, one.title) for one in guide.themes if filters.focus is None or one.focus is filters.focus
        ]
        self._offer("focus", "All six", chapters)
        self._offer("setting", "Anywhere", settings)
        self._offer("theme", "Anything", themes)

    def _offer(self, name: str, none: str, choices: list[tuple[str, str]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [("", none), *choices]


class WayInForm(forms.Form):
    """Draws the five questions. Never bound, like the filters."""

    def __init__(self, *, questions: tuple[Question, ...], chosen: Mapping[str, str]) -> None:
        super().__init__(initial=dict(chosen))
        for question in questions:
            self.fields[question.id] = forms.ChoiceField(
                label=question.question,
                help_text=question.hint,
                choices=[(answer.id, answer.text) for answer in question.answers],
                widget=forms.RadioSelect,
            )


def read_answers(questions: tuple[Question, ...], given: Mapping[str, str]) -> tuple[dict[str, str], bool]:
    """The answers that make sense (question id → answer id), and whether any had to be left out."""
    known = {question.id: {answer.id for answer in question.answers} for question in questions}
    asked = {name: value for name, value in given.items() if name in known and value}
    chosen = {name: value for name, value in asked.items() if value in known[name]}
    return chosen, chosen != asked


def read_words(given: Mapping[str, str]) -> str:
    """What to look for: printable, one line, not endless."""
    typed = given.get("q", "")
    kept = "".join(letter if letter.isprintable() else " " for letter in typed)
    return " ".join(kept.split())[:MOST_LETTERS].strip()


WAYS_ON_PHONES = (Use.SAFETY_MOMENT, Use.COMPARE_VIEWS, Use.STRENGTHS_SORT, Use.INFLUENCE_MAP)


class BeginForm(forms.Form):
    """Which way of using the cards, about which focus; or the one card that somebody has in hand."""

    way = forms.ChoiceField(label="What would you like to do?", widget=forms.RadioSelect)
    focus = forms.ChoiceField(label="About which focus?", required=False)
    card = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, guide: Guide, asked: Mapping[str, str]) -> None:
        given = data if data is not None else asked
        self.guide = guide
        self.in_hand = next((card for card in guide.cards if card.slug == given.get("card")), None)
        initial = {"way": Use.SAFETY_MOMENT.value, "card": self.in_hand.slug if self.in_hand else ""}
        super().__init__(data, initial={**initial, "focus": asked.get("focus", "")})
        ways = {way.id: way for way in guide.uses}
        choices = [(use.value, f"{ways[use].title}: {ways[use].in_a_sentence}") for use in WAYS_ON_PHONES]
        cast(forms.ChoiceField, self.fields["way"]).choices = choices
        focuses = [(slug_of(chapter.id), chapter.title) for chapter in guide.chapters]
        cast(forms.ChoiceField, self.fields["focus"]).choices = [("", "All six"), *focuses]
        if self.in_hand:
            del self.fields["way"], self.fields["focus"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.in_hand:
            return {**cleaned, "way": Use.SAFETY_MOMENT, "focus": None}
        if way := cleaned.get("way"):
            cleaned["way"] = Use(way)
        cleaned["focus"] = member_for(Focus, cleaned.get("focus") or "")
        return cleaned

    def drawn(self) -> list[str]:
        """Cards from a shuffled deck, as many as the way needs; those that suit the way first."""
        if self.in_hand:
            return [self.in_hand.slug]
        way: Use = self.cleaned_data["way"]
        deck = list(self.guide.cards_for(focus=self.cleaned_data["focus"]))
        random.shuffle(deck)
        deck.sort(key=lambda card: way not in card.uses)
        return [card.slug for card in deck[: HOW_MANY[way]]]


class JoinForm(forms.Form):
    """The code that stands on a colleague's phone."""

    code = forms.CharField(label="The code on a colleague’s phone", max_length=20)


def number_in(text: str) -> int:
    """A small number as sent, or -1."""
    return int(text) if text.isdecimal() and len(text) < 4 else -1


def numbers_in(sent: Any, name: str) -> set[int]:
    return {number_in(text) for text in sent.getlist(name)}
