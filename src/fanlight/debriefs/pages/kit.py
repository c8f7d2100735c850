"""The kit for a debrief: everything that somebody needs who has never run one, on one page that prints well."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from fanlight.debriefs.pages.notes import Section, paragraphs, sections
from fanlight.debriefs.pages.outcome import Card, card_of, where_in
from fanlight.debriefs.pages.prompting import Prompts, prompts_about, prompts_for
from fanlight.debriefs.queries import Topics
from fanlight.design.frame import Link, Where
from fanlight.guide.queries import Agenda, Focus, GroundRule
from fanlight.guide.queries.here import the_guide
from fanlight.improvement.models import AgreedAction
from fanlight.people.models import Team
from fanlight.people.pages.place import home_link
from fanlight.surveys.models import Round

USUAL = 45


@dataclass(frozen=True)
class Choice:
    """One of several ways in: a link, or where we are already."""

    text: str
    href: str
    is_chosen: bool


@dataclass(frozen=True)
class TimedPart:
    """A part of the agenda with the minute at which it begins."""

    begins: int
    ends: int
    title: str
    do: str
    say: str

    @property
    def when(self) -> str:
        return f"{self.begins} to {self.ends} min"


@dataclass(frozen=True)
class Talking:
    """One thing to talk about, with what helps."""

    title: str
    words: str
    how_sure: str
    kind: str
    prompts: Prompts


@dataclass(frozen=True)
class KitPage:
    where: Where
    title: str
    lead: str
    back: Link
    meeting: str
    minutes: tuple[Choice, ...]
    focuses: tuple[Choice, ...]
    note: str
    links: tuple[Link, ...]
    agenda: Agenda
    parts: tuple[TimedPart, ...]
    opening: tuple[str, ...]
    ground_rules: tuple[GroundRule, ...]
    talking: tuple[Talking, ...]
    notes_lead: str
    notes: tuple[Section, ...]
    agreed: tuple[Card, ...]
    agree: Link | None


def kit_page(round: Round, topics: Topics, *, minutes: int, focus: Focus | None) -> KitPage:
    """The kit for talking about a round. Without figures it is a kit for talking about a focus."""
    here = reverse("debrief_kit", args=[round.public_id])
    debrief = the_guide().debrief
    agenda = debrief.agenda(minutes)
    without = not topics.has_numbers
    focus = focus or Focus.TEAMWORK
    return _kit(
        team=round.team,
        agenda=agenda,
        lead=_lead(topics),
        note=_note(topics),
        back=Link(text=round.title, href=reverse("round", args=[round.public_id])),
        meeting=f"{round.debrief_in_full}." if round.debrief_at else "",
        minutes=_minutes(here, agenda, focus if without else None),
        focuses=_focuses(here, agenda, focus) if without else (),
        links=_links(round, agenda) if topics.is_released else (),
        opening=debrief.opening_with_cards if topics.is_withheld else debrief.opening,
        rules=debrief.ground_rules,
        talking=(_about(focus),) if without else tuple(_talking(topics)),
    )


def discussion_page(
    team: Team, agreed: Iterable[AgreedAction], *, minutes: int, focus: Focus | None
) -> KitPage:
    """The same kit for a team too small for figures: cards chosen by focus."""
    here = reverse("discussion", args=[team.public_id])
    debrief = the_guide().debrief
    agenda = debrief.agenda(minutes)
    focus = focus or Focus.TEAMWORK
    return _kit(
        team=team,
        agenda=agenda,
        lead="No survey, no figures. Choose one focus, take a card, and talk. Nothing is kept but what you agree.",
        note="",
        back=home_link(team),
        meeting="",
        minutes=_minutes(here, agenda, focus),
        focuses=_focuses(here, agenda, focus),
        links=(),
        opening=debrief.opening_with_cards,
        rules=debrief.rules_with_cards,
        agreed=tuple(card_of(action) for action in agreed),
        agree=Link(
            text="Write down what you agree", href=reverse("agree_without_round", args=[team.public_id])
        ),
        talking=(_about(focus),),
    )


def _kit(
    *,
    team: Team,
    agenda: Agenda,
    lead: str,
    note: str,
    back: Link,
    meeting: str,
    minutes: tuple[Choice, ...],
    focuses: tuple[Choice, ...],
    links: tuple[Link, ...],
    talking: tuple[Talking, ...],
    opening: str,
    rules: tuple[GroundRule, ...],
    agreed: tuple[Card, ...] = (),
    agree: Link | None = None,
) -> KitPage:
    debrief = the_guide().debrief
    return KitPage(
        where=where_in(team),
        agreed=agreed,
        agree=agree,
        title=f"All you need to talk for {agenda.minutes} minutes",
        lead=lead,
        back=back,
        meeting=meeting,
        minutes=minutes,
        focuses=focuses,
        note=note,
        links=links,
        agenda=agenda,
        parts=tuple(_timed(agenda, with_cards=bool(focuses))),
        opening=paragraphs(opening),
        ground_rules=rules,
        talking=talking,
        notes_lead=paragraphs(debrief.notes)[0],
        notes=sections(debrief.notes),
    )


def _lead(topics: Topics) -> str:
    if topics.has_numbers:
        return "Made from your own results. Everybody in the team has this page, so anybody can run the talk."
    if topics.is_released:
        return "The talk needs no figures. Choose one focus, take a card, and talk. Nothing is kept but what you agree."
    return "Look through it now, so that you can run the talk calmly. What stood out comes here when the round closes."


def _note(topics: Topics) -> str:
    if topics.is_withheld:
        return "Too few people answered to show results. That protects them, and it need not stop the talk."
    if topics.is_released and not topics.has_numbers:
        return "Nothing stands out clearly in the answers. Choose what to talk about yourselves."
    if not topics.is_released:
        return "Nobody can see any result yet. Until then, here is what a talk about one focus could use."
    return ""


def _minutes(here: str, chosen: Agenda, focus: Focus | None) -> tuple[Choice, ...]:
    also = f"&focus={focus.value}" if focus else ""
    return tuple(
        Choice(f"{agenda.minutes} minutes", f"{here}?minutes={agenda.minutes}{also}", agenda == chosen)
        for agenda in the_guide().debrief.agendas
    )


def _focuses(here: str, agenda: Agenda, chosen: Focus) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            chapter.title, f"{here}?minutes={agenda.minutes}&focus={chapter.id.value}", chapter.id is chosen
        )
        for chapter in the_guide().chapters
    )


def _links(round: Round, agenda: Agenda) -> tuple[Link, ...]:
    screen = reverse("screen", args=[round.public_id, 1])
    return (
        Link(text="Show it on a big screen", href=f"{screen}?minutes={agenda.minutes}"),
        Link(text="Let people choose on their phones", href=reverse("live", args=[round.public_id])),
        Link(text="Write down what came of it", href=reverse("outcome", args=[round.public_id])),
        Link(text="See all the results", href=reverse("results", args=[round.public_id])),
    )


def _timed(agenda: Agenda, *, with_cards: bool) -> Iterable[TimedPart]:
    begins = 0
    for part in (part.with_cards() for part in agenda.parts) if with_cards else agenda.parts:
        ends = begins + part.minutes
        yield TimedPart(begins, ends, part.title, " ".join(part.do.split()), part.say)
        begins = ends


def _talking(topics: Topics) -> Iterable[Talking]:
    prompts = prompts_for(topics.all)
    for topic in topics.all:
        yield Talking(
            title=f"“{topic.statement}”",
            words=f"{topic.words}.",
            how_sure=topic.how_sure,
            kind="Going well" if topic.is_strength else "Worth talking about",
            prompts=prompts[topic.code],
        )


def _about(focus: Focus) -> Talking:
    chapter = the_guide().chapter(focus)
    return Talking(
        title=chapter.title,
        words=chapter.in_a_sentence,
        how_sure="",
        kind="To talk about",
        prompts=prompts_about(focus),
    )
