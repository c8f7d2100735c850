"""The pages about what people need that ask for something."""

from fanlight.design.writing import WritingPage
from fanlight.learning.models import Mending, Need, Party
from fanlight.learning.pages.needs import LABELS, WHO_READS, mending_link, mendings_link, party_link
from fanlight.learning.pages.place import where_in
from fanlight.people.models import Team


def begin_page(team: Team) -> WritingPage:
    return WritingPage(
        where=where_in(team),
        title="Begin with how people are",
        lead="You keep this, in private. It holds who is hurt, what they need, and whose it is to see to that.",
        back=mendings_link(team),
        button="Begin",
        notes=(WHO_READS, LABELS),
    )


def add_party_page(mending: Mending) -> WritingPage:
    return WritingPage(
        where=where_in(mending.team),
        title="Somebody who is hurt",
        back=mending_link(mending),
        button="Add them",
        notes=(LABELS,),
    )


def add_need_page(party: Party, *, keeps: bool) -> WritingPage:
    return WritingPage(
        where=where_in(party.mending.team),
        title="Something that they need" if keeps else "Something that you need",
        back=party_link(party, keeps=keeps),
        button="Write it down",
        notes=(LABELS,),
    )


def need_page(need: Need, *, keeps: bool) -> WritingPage:
    return WritingPage(
        where=where_in(need.party.mending.team),
        title="How is it now?",
        lead=f"“{need.words.rstrip('.')}.” It is for {need.owed_by} to see to.",
        back=party_link(need.party, keeps=keeps),
        button="Keep this",
        notes=(LABELS,),
    )


def open_page(party: Party) -> WritingPage:
    return WritingPage(
        where=where_in(party.mending.team),
        title="Who is this part about?",
        lead="They will read and change this part, and nothing else here. Ask them first whether they want that.",
        back=party_link(party),
        button="Open it to them",
    )


def hand_over_page(mending: Mending, *, has_others: bool) -> WritingPage:
    return WritingPage(
        where=where_in(mending.team),
        title="Hand it over",
        lead="From then on the other facilitator reads and keeps it, and you do not. Ask the people concerned first.",
        back=mending_link(mending),
        button="Hand it over" if has_others else "",
        notes=() if has_others else ("There is no other facilitator in the team. A lead can name one.",),
        is_grave=has_others,
    )


def close_page(mending: Mending) -> WritingPage:
    return WritingPage(
        where=where_in(mending.team),
        title="Close it, for now?",
        lead="You can still read it. After 90 days it is deleted by itself.",
        back=mending_link(mending),
        button="Close it",
        notes=("Have you asked each of them once more how they are?",),
    )


def drop_page(mending: Mending) -> WritingPage:
    return WritingPage(
        where=where_in(mending.team),
        title="Delete all of this?",
        lead="Every part of it goes, for the people concerned too, and cannot be brought back.",
        back=mending_link(mending),
        button="Delete it for good",
        is_grave=True,
    )


def drop_party_page(party: Party) -> WritingPage:
    return WritingPage(
        where=where_in(party.mending.team),
        title="Delete this part?",
        lead="It goes for good, for both of you, and cannot be brought back.",
        back=party_link(party),
        button="Delete it for good",
        is_grave=True,
    )
