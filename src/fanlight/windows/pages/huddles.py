"""The log of huddles: one tap that it was held, a chart that comes by itself, and what waits for an answer."""

from dataclasses import dataclass

import numpy as np
from django.urls import reverse
from django.utils import timezone

from fanlight.design.charts.control import control_chart_for_every_screen
from fanlight.design.charts.control_words import caption, finding
from fanlight.design.english import capital, counted, listed, weekday
from fanlight.design.frame import Link, Where
from fanlight.design.parts import Picture, Row, Table
from fanlight.design.writing import WritingPage
from fanlight.measure import spc
from fanlight.people.models import Team
from fanlight.windows.models import Huddle, SentOn, Shift
from fanlight.windows.pages.place import to_huddles, to_windows, where_in
from fanlight.windows.queries import Huddling, Week, answers_waiting, huddled_on, huddles_of, huddling

ENOUGH_WEEKS = 4  # fewer points make no line
SHOWN = 10  # the rest is folded away
MOST_SHOWN = 200


@dataclass(frozen=True, kw_only=True)
class HuddlesPage:
    where: Where
    title: str
    lead: str
    back: Link
    tap: str
    tap_href: str
    shift: str
    today: Link | None
    untapped: Link
    picture: Picture | None
    not_yet: str
    waiting: tuple[Row, ...]
    answered: str
    topics: tuple[Row, ...]
    log: tuple[Row, ...]
    earlier: tuple[Row, ...]
    guide: Link


@dataclass(frozen=True, kw_only=True)
class HuddlePage(WritingPage):
    sent: tuple[Row, ...]
    send_on: Link
    drop: Link


def huddles_page(team: Team) -> HuddlesPage:
    now = timezone.localtime()
    found, shift = huddling(team), Shift.at(now)
    today = huddled_on(team, shift.last_begun(now), shift)
    log = tuple(_line(huddle) for huddle in huddles_of(team)[:MOST_SHOWN])
    return HuddlesPage(
        where=where_in(team),
        title=_title(found),
        lead="What became of yesterday’s worries? What could trip us today? Who needs a hand?",
        back=to_windows(team),
        tap=f"We held our {shift.label.lower()} huddle",
        tap_href=reverse("hold_huddle", args=[team.public_id]),
        shift=shift.value,
        today=Link(text="Say what it was about", href=_huddle(today)) if today else None,
        untapped=Link(
            text="We held one earlier and did not tap", href=reverse("huddle_earlier", args=[team.public_id])
        ),
        picture=_picture(found.weeks),
        not_yet=_not_yet(found),
        waiting=tuple(_waiting(sent) for sent in answers_waiting(team)),
        answered=_answered(found),
        topics=tuple(Row(text=topic, when=f"in {counted(many, 'huddle')}") for topic, many in found.topics),
        log=log[:SHOWN],
        earlier=log[SHOWN:],
        guide=Link(text="How to hold one", href=reverse("guide_window", args=["huddle"])),
    )


def _title(found: Huddling) -> str:
    if found.this_week:
        return f"{capital(counted(found.this_week, 'huddle'))} this week"
    return "No huddle yet this week" if found.weeks else "Begin with ten minutes, standing up"


def _picture(weeks: tuple[Week, ...]) -> Picture | None:
    if len(weeks) < ENOUGH_WEEKS:
        return None
    periods = np.array([week.begins for week in weeks], dtype="datetime64[D]")
    points = spc.Points.of(periods, [week.held for week in weeks])
    chart = spc.xmr(points, spc.Plan(better=spc.Better.UP, unit=spc.Unit.COUNT))
    return Picture(
        title=finding(chart),
        chart=control_chart_for_every_screen(chart, key="huddles", name="Huddles held in a week"),
        note=f"Huddles held in each whole week. {' '.join(caption(chart))}",
        table=Table(
            caption="Huddles held in each week",
            columns=("Week from", "Huddles"),
            rows=tuple((weekday(week.begins), str(week.held)) for week in weeks),
        ),
    )


def _not_yet(found: Huddling) -> str:
    """What to expect while there is no chart."""
    whole = len(found.weeks)
    if whole >= ENOUGH_WEEKS:
        return ""
    so_far = f" {capital(counted(whole, 'week'))} so far." if whole else ""
    return f"A chart comes here by itself after four whole weeks.{so_far}"


def _answered(found: Huddling) -> str:
    if not found.sent:
        return ""
    if found.sent == found.answered:
        return f"{capital(counted(found.sent, 'worry', 'worries'))} sent on, and every one was answered."
    return f"{capital(counted(found.sent, 'worry', 'worries'))} sent on, {counted(found.answered, 'answer')} so far."


def _waiting(sent: SentOn) -> Row:
    return Row(
        text=sent.words,
        detail=f"to {sent.to}, since {weekday(sent.huddle.held_on)}",
        href=reverse("huddle_answer", args=[sent.public_id]),
        when="Has an answer come?",
    )


def _line(huddle: Huddle) -> Row:
    sent = len(huddle.sent_on.all())
    told = [
        counted(huddle.people, "person", "people") if huddle.people else "",
        listed(huddle.topics) if huddle.topics else "",
        f"{counted(sent, 'worry', 'worries')} sent on" if sent else "",
    ]
    detail = capital("; ".join(part for part in told if part))
    return Row(
        text=weekday(huddle.held_on),
        detail=detail,
        href=_huddle(huddle),
        when=huddle.get_shift_display(),
    )


def _huddle(huddle: Huddle) -> str:
    return reverse("huddle", args=[huddle.public_id])


def huddle_page(huddle: Huddle) -> HuddlePage:
    return HuddlePage(
        where=where_in(huddle.team),
        title=f"The {huddle.get_shift_display().lower()} huddle of {weekday(huddle.held_on)}",
        lead="That it was held is on record. Add more if it helps you; leave it if not.",
        button="Keep this",
        back=to_huddles(huddle.team),
        sent=tuple(_sent(sent) for sent in huddle.sent_on.all()),
        send_on=Link(
            text="Write down a worry that you sent on",
            href=reverse("huddle_send_on", args=[huddle.public_id]),
        ),
        drop=Link(text="It was tapped by mistake", href=reverse("drop_huddle", args=[huddle.public_id])),
    )


def _sent(sent: SentOn) -> Row:
    href = reverse("huddle_answer", args=[sent.public_id])
    if sent.answered_on:
        return Row(text=sent.words, detail=f"{capital(sent.to)} answered: {sent.answer}", href=href,
                   when=weekday(sent.answered_on))  # fmt: skip
    return Row(text=sent.words, detail=f"to {sent.to}", href=href, when="no answer yet")


def send_on_page(huddle: Huddle) -> WritingPage:
    return WritingPage(
        where=where_in(huddle.team),
        title="A worry that you sent on",
        lead="What you cannot solve yourselves, and who has it now. It stays on the list until an answer comes.",
        button="Write it down",
        back=Link(text="The huddle", href=_huddle(huddle)),
    )


def earlier_page(team: Team) -> WritingPage:
    return WritingPage(
        where=where_in(team),
        title="Which huddle was it?",
        lead="So that the chart tells what you did, and not only what was tapped.",
        button="Put it on the log",
        back=to_huddles(team),
    )


@dataclass(frozen=True, kw_only=True)
class AnswerPage(WritingPage):
    drop: Link


def answer_page(sent: SentOn) -> AnswerPage:
    return AnswerPage(
        drop=Link(text="It was written down by mistake", href=reverse("drop_sent_on", args=[sent.public_id])),
        where=where_in(sent.huddle.team),
        title="What came back?",
        lead=f"“{sent.words}”, sent to {sent.to} on {weekday(sent.huddle.held_on)}.",
        button="Keep this",
        back=to_huddles(sent.huddle.team),
    )


def drop_huddle_page(huddle: Huddle) -> WritingPage:
    return WritingPage(
        where=where_in(huddle.team),
        title="Was it tapped by mistake?",
        lead=f"The {huddle.get_shift_display().lower()} huddle of {weekday(huddle.held_on)} will be gone, "
        "with what was written about it.",
        button="Take it off the log",
        back=Link(text="The huddle", href=_huddle(huddle)),
    )


def drop_sent_on_page(sent: SentOn) -> WritingPage:
    return WritingPage(
        where=where_in(sent.huddle.team),
        title="Was it written down by mistake?",
        lead=f"“{sent.words}”, sent to {sent.to}, will be gone.",
        button="Take it off the log",
        back=to_huddles(sent.huddle.team),
    )
