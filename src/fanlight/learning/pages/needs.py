"""Who is hurt, what they need, whose it is to see to that, and whether it is met."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import counted, day
from fanlight.design.frame import Link, Where
from fanlight.design.parts import Row
from fanlight.guide.queries import Party as Hint
from fanlight.guide.queries.here import the_guide
from fanlight.learning.actions.needs import KEPT_AFTER
from fanlight.learning.models import Mending, Need, Party
from fanlight.learning.pages.place import where_in
from fanlight.people.models import Team

WHO_READS = (
    "Only you can read this, and each person concerned their own part once you open it to them. No lead, no other "
    "facilitator, nobody above the team. Whoever runs the computer could read the database, as with all you type."
)
LABELS = "Say what people are, never who. No names of patients or of staff."


@dataclass(frozen=True, kw_only=True)
class MendingsPage:
    where: Where
    title: str
    lead: str
    back: Link
    begin: Link
    rows: tuple[Row, ...]
    who_reads: str = WHO_READS


@dataclass(frozen=True, kw_only=True)
class MendingPage:
    where: Where
    title: str
    kicker: str
    back: Link
    parties: tuple["PartyShown", ...]
    missing: tuple[str, ...]
    add: Link | None
    links: tuple[Link, ...]
    closed: str
    who_reads: str = WHO_READS


@dataclass(frozen=True, kw_only=True)
class NeedShown:
    words: str
    owed_by: str
    stands: str
    is_open: bool
    when: str
    note: str
    look: Link


@dataclass(frozen=True, kw_only=True)
class PartyShown:
    label: str
    kind: str
    needs: tuple[NeedShown, ...]
    add: Link
    page: Link


@dataclass(frozen=True, kw_only=True)
class PartyPage:
    where: Where
    title: str
    lead: str
    back: Link | None
    party: PartyShown
    hint: Hint
    who_reads: str
    links: tuple[Link, ...]


def mine_link() -> Link:
    return Link(text="What was written down for you", href=reverse("mending_mine"))


def mendings_link(team: Team) -> Link:
    return Link(text="What people need", href=reverse("mendings", args=[team.public_id]))


def mending_link(mending: Mending) -> Link:
    return Link(text=mending.about, href=reverse("mending", args=[mending.public_id]))


def party_link(party: Party, *, keeps: bool = True) -> Link:
    """To one person's part: named after what they are for the keeper, and as their own for themselves."""
    return Link(
        text=party.label if keeps else "What you need", href=reverse("mending_part", args=[party.public_id])
    )


def mendings_page(team: Team, found: Iterable[Mending]) -> MendingsPage:
    return MendingsPage(
        where=where_in(team),
        title="Who is hurt, and what do they need?",
        lead="Harm asks for healing before it asks for answers. Four questions, asked gently, and asked again.",
        back=Link(text="What we learned", href=reverse("reviews", args=[team.public_id])),
        begin=Link(text="Begin", href=reverse("mending_begin", args=[team.public_id])),
        rows=tuple(_row(mending) for mending in found),
    )


def _row(mending: Mending) -> Row:
    closed = (
        f"closed, deleted after {day(mending.closed_on + KEPT_AFTER)}" if mending.closed_on else "still open"
    )
    link = mending_link(mending)
    return Row(text=link.text, href=link.href, detail=closed, when=day(mending.begun_on))


def mending_page(mending: Mending) -> MendingPage:
    parties = list(mending.parties.prefetch_related("needs"))
    there = {party.kind for party in parties}
    is_open = mending.closed_on is None
    return MendingPage(
        where=where_in(mending.team),
        title=mending.about,
        kicker="Who is hurt, what they need, whose it is to see to that",
        back=mendings_link(mending.team),
        parties=tuple(_party(party) for party in parties),
        missing=tuple(each.title for each in the_guide().learning.parties if each.id.value not in there),
        add=Link(text="Add somebody who is hurt", href=_of(mending, "mending_party")) if is_open else None,
        links=(
            *((Link(text="Close it, for now", href=_of(mending, "mending_close")),) if is_open else ()),
            Link(text="Hand it over to another facilitator", href=_of(mending, "mending_hand_over")),
            Link(text="Delete it", href=_of(mending, "mending_drop")),
        ),
        closed=_closed(mending),
    )


def _closed(mending: Mending) -> str:
    if mending.closed_on is None:
        return ""
    gone = day(mending.closed_on + KEPT_AFTER)
    return f"Closed on {day(mending.closed_on)}. It is deleted by itself after {gone}."


def _of(mending: Mending, name: str) -> str:
    return reverse(name, args=[mending.public_id])


def _party(party: Party) -> PartyShown:
    return PartyShown(
        label=party.label,
        kind=the_guide().learning.party(party.party_kind).title,
        needs=tuple(_need(need) for need in party.needs.all()),
        add=Link(text="Add a need", href=reverse("mending_need_add", args=[party.public_id])),
        page=Link(text="Their part on its own page", href=party_link(party).href),
    )


def _need(need: Need) -> NeedShown:
    return NeedShown(
        words=need.words,
        owed_by=need.owed_by,
        stands=need.get_stands_display(),
        is_open=need.is_open,
        when=_when(need),
        note=need.note,
        look=Link(text="How is it now?", href=reverse("mending_need", args=[need.public_id])),
    )


def _when(need: Need) -> str:
    if not need.is_open or need.look_again_on is None:
        return ""
    if need.look_again_on <= timezone.localdate():
        return f"We meant to ask again on {day(need.look_again_on)}. Today is good."
    return f"We ask again on {day(need.look_again_on)}"


def party_page(party: Party, *, keeps: bool) -> PartyPage:
    return PartyPage(
        where=where_in(party.mending.team),
        title="What you need" if not keeps else f"What {party.label} needs",
        lead="This is yours. You can add to it, say how it stands, or delete it."
        if not keeps
        else "To go through together. It prints on its own.",
        back=mending_link(party.mending) if keeps else mine_link(),
        party=_party(party),
        hint=the_guide().learning.party(party.party_kind),
        who_reads=_who_reads(party, keeps=keeps),
        links=tuple(_party_links(party, keeps=keeps)),
    )


def _who_reads(party: Party, *, keeps: bool) -> str:
    if not keeps:
        keeper = party.mending.keeper
        who = (
            f"{keeper.name}, the facilitator who keeps it," if keeper else "a facilitator who has gone since"
        )
        return f"You and {who} can read this. Nobody else in the team, and nobody above it."
    if party.reader:
        return f"You and {party.reader.name} can read this part."
    return "Only you can read this part."


def _party_links(party: Party, *, keeps: bool) -> Iterable[Link]:
    if keeps:
        words = "Change who can read this part" if party.reader else "Open it to the person concerned"
        yield Link(text=words, href=reverse("mending_part_open", args=[party.public_id]))
    yield Link(text="Delete this part", href=reverse("mending_part_drop", args=[party.public_id]))


def mine_rows(parties: Iterable[Party]) -> tuple[Row, ...]:
    return tuple(
        Row(
            text=party.mending.about,
            detail=f"{party.mending.team.name}, {counted(party.needs.count(), 'need')}",
            href=party_link(party).href,
        )
        for party in parties
    )
