"""Find your way in: five questions, and the menu sorted for the answers with the reason said."""

from collections.abc import Mapping
from dataclasses import dataclass

from fanlight.design.frame import Link
from fanlight.guide.forms import WayInForm, read_answers
from fanlight.guide.pages.pieces import Entry, focus_link, guide_home, idea_entries, idea_href
from fanlight.guide.queries import Guide, Suggestion
from fanlight.guide.queries.words import TIMES

AT_THE_TOP = 6  # enough to choose from; the others follow as a list


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """An idea near the top, and why it stands there."""

    text: str
    href: str
    why: str
    focus: str
    time: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WayInPage:
    trail: tuple[Link, ...]
    form: WayInForm
    is_answered: bool
    excuse: str
    said: tuple[str, ...]
    top: tuple[Suggested, ...]
    rest: tuple[Entry, ...]


def way_in_page(guide: Guide, given: Mapping[str, str]) -> WayInPage:
    chosen, is_partly_lost = read_answers(guide.questions, given)
    sorted_menu = guide.sorted_for(chosen) if chosen else ()
    top = tuple(one for one in sorted_menu[:AT_THE_TOP] if one.points)
    return WayInPage(
        trail=(guide_home(),),
        form=WayInForm(questions=guide.questions, chosen=chosen),
        is_answered=bool(chosen),
        excuse="Part of the address made no sense to us, so we left that answer out."
        if is_partly_lost
        else "",
        said=_said(guide, chosen),
        top=tuple(_suggested(guide, one) for one in top),
        rest=idea_entries(one.idea for one in sorted_menu[len(top) :]),
    )


def _said(guide: Guide, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The answers given, in the order of the questions."""
    return tuple(
        answer.text
        for question in guide.questions
        for answer in question.answers
        if chosen.get(question.id) == answer.id
    )


def _suggested(guide: Guide, suggestion: Suggestion) -> Suggested:
    idea = suggestion.idea
    weightiest = sorted(suggestion.reasons, key=lambda reason: -reason.points)
    return Suggested(
        text=idea.title,
        href=idea_href(idea),
        why=idea.why,
        focus=focus_link(guide, idea.focus).text,
        time=TIMES[idea.time],
        reasons=tuple(dict.fromkeys(reason.because for reason in weightiest)),
    )
