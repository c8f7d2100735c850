"""Reading comments first: the list, one comment, what the team will see; and how the results page speaks of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import forms
from django.urls import reverse
from markupsafe import Markup, escape

from fanlight.design.english import capital, counted, listed
from fanlight.design.frame import Link
from fanlight.people.models import User
from fanlight.people.pages.place import home_link
from fanlight.people.queries import first_readers, gives_away
from fanlight.results.pages.read import LANGUAGE
from fanlight.results.pages.remarks import Beside, Remark, beside_themes
from fanlight.results.queries import GAP, Judged, comments_wait, shared_comments
from fanlight.surveys.models import Round

WITH_A_PART = "Comments about one part of the results stand with it; the others are here. "
ALL_WITH_A_PART = "What people wrote stands with the part of the results that it is about. "
WHAT_TO_BLACK_OUT = (
    "Names, and jobs that only one person has.",
    "Dates, times, beds, rooms: whatever says which day or which patient.",
    "A story that everybody would know. Sometimes only leaving it out protects people.",
    "Insults against somebody. Anger about the work may stay: the team can bear it.",
)


@dataclass(frozen=True)
class Line:
    """One comment in the list."""

    text: Markup
    status: str
    link: Link


@dataclass(frozen=True)
class CommentsPage:
    title: str
    lead: str
    team: Link
    rules: tuple[str, ...]
    lines: tuple[Line, ...]
    next: Link | None


@dataclass(frozen=True)
class JudgePage:
    title: str
    at: int
    of: int
    text: Markup
    form: forms.Form
    back: Link


@dataclass(frozen=True)
class SharePage:
    title: str
    lead: str
    comments: tuple[Beside, ...]
    back: Link


@dataclass(frozen=True, kw_only=True)
class InTheirWords:
    """What the results page says of comments: they are there, they wait, or somebody to read them is missing.

    `texts` are those that stand with no theme.
    """

    texts: tuple[str, ...] = ()
    words: str
    remarks: tuple[Remark, ...] = ()
    read: Link | None = None


def themes_of(round: Round) -> dict[str, str]:
    """The code and the title of each theme, in the questionnaire's order."""
    return {theme.code: theme.title.in_language(LANGUAGE) for theme in round.instrument.composites}


def comments_page(round: Round, comments: tuple[Judged, ...]) -> CommentsPage:
    left = [one for one in comments if one.shown is None]
    themes = themes_of(round)
    return CommentsPage(
        title=_title(len(comments), len(left)),
        lead="Nobody in the team can read them before you have. You see what was written and nothing else: no "
        "answer, no time, no order.",
        team=home_link(round.team),
        rules=WHAT_TO_BLACK_OUT,
        lines=tuple(_line(round, one, themes) for one in comments),
        next=_next(round, comments, left),
    )


def _title(many: int, left: int) -> str:
    if not many:
        return "There is nothing to read"
    if not left:
        return "You have read them all"
    return capital(f"{counted(left, 'comment')} to read before the team does")


def _next(round: Round, comments: tuple[Judged, ...], left: list[Judged]) -> Link | None:
    if left:
        text = "Begin" if len(left) == len(comments) else "Read the next one"
        return Link(text=text, href=_address(round, left[0]))
    if comments:
        text = "See what the team will see"
        return Link(text=text, href=reverse("share_comments", args=[round.public_id]))
    return None


def _line(round: Round, one: Judged, themes: Mapping[str, str]) -> Line:
    text = escape(one.text) if one.shown is None else marked(one.shown, [GAP]) if one.shown else Markup()
    return Line(
        text=text or escape(one.text),
        status=_status(one, themes.get(one.theme, "")),
        link=Link(text="Read it" if one.shown is None else "Change", href=_address(round, one)),
    )


def _status(one: Judged, theme: str) -> str:
    if one.shown is None:
        return "Not read yet"
    if not one.shown:
        return "Left out"
    beside = f", with {theme}" if theme else ""
    return f"Shown with words blacked out{beside}" if one.hidden else f"Shown as it is{beside}"


def _address(round: Round, one: Judged) -> str:
    return reverse("judge_comment", args=[round.public_id, one.key])


def judge_page(round: Round, comments: tuple[Judged, ...], one: Judged, form: forms.Form) -> JudgePage:
    hints = [hint.words for hint in gives_away(one.text, team=round.team)]
    return JudgePage(
        title="What may the team see of this?",
        at=[each.key for each in comments].index(one.key) + 1,
        of=len(comments),
        text=marked(one.text, hints),
        form=form,
        back=Link(text="All comments", href=reverse("comments", args=[round.public_id])),
    )


def share_page(round: Round, comments: tuple[Judged, ...]) -> SharePage:
    shown = [Remark(one.shown, one.theme) for one in comments if one.shown]
    left_out = len(comments) - len(shown)
    out = f" {capital(counted(left_out, 'comment'))} left out." if left_out else ""
    return SharePage(
        title=capital(f"{counted(len(shown), 'comment')} for the team"),
        lead=f"They come in random order, to everybody in the team at once.{out} Then what was written is erased for "
        "good, and nothing can be changed any more.",
        comments=beside_themes(shown, themes_of(round)),
        back=Link(text="Not yet: back to the comments", href=reverse("comments", args=[round.public_id])),
    )


def marked(text: str, passages: Iterable[str]) -> Markup:
    """The text with these passages marked.

    >>> str(marked("Ann & Bob <here>", ["Bob"]))
    'Ann &amp; <mark>Bob</mark> &lt;here&gt;'
    """
    found = sorted(set(passages), key=len, reverse=True)
    if not found:
        return escape(text)
    pattern = "|".join(re.escape(passage) for passage in found)
    pieces = re.split(f"({pattern})", text)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if at % 2 else escape(piece)
        for at, piece in enumerate(pieces)
    )


def in_their_words(round: Round, seen_by: User | None) -> InTheirWords | None:
    """What is to be said of comments on the results page; None where nobody wrote any."""
    if remarks := tuple(Remark(*each) for each in shared_comments(round)):
        themes = themes_of(round)
        texts = tuple(one.text for one in remarks if one.theme not in themes)
        where = "" if len(texts) == len(remarks) else WITH_A_PART if texts else ALL_WITH_A_PART
        return InTheirWords(
            texts=texts,
            remarks=remarks,
            words=f"{where}In no order. A facilitator outside the team’s line read them first and blacked out what "
            f"could point to somebody: {GAP}.",
        )
    if not comments_wait(round):
        return None
    readers = first_readers(*round.teams)
    if not readers:
        return InTheirWords(
            words="People have written comments too. Somebody who neither works in the team nor leads it has to read "
            "them first. Ask somebody you trust to be your facilitator. After ninety days they are erased unread.",
            read=Link(text="The team’s people", href=reverse("team_people", args=[round.team.public_id])),
        )
    words = f"People have written comments too. {listed(reader.name for reader in readers)} reads them first"
    read = Link(text="Read them first", href=reverse("comments", args=[round.public_id]))
    return InTheirWords(
        words=f"{words} and blacks out what could point to somebody. Then everybody sees them here at once.",
        read=read if seen_by in readers else None,
    )
