"""A review that has been held, made by the real actions."""

from datetime import timedelta

from django.utils import timezone

from fanlight.guide.queries import PartyKind, ReviewWay
from fanlight.learning.actions import (
    add_need,
    add_party,
    add_practice,
    ask_guest,
    begin_mending,
    begin_review,
    open_party,
    say_thanks,
    share_thanks,
    sort_lines,
    write_down,
)
from fanlight.learning.models import Need, Review, Thanks, Whom
from support.worlds import Cast

SAID = {
    "expected": ["Somebody from theatre would ring before they sent the patient up"],
    "happened": ["The bed came up unannounced while all of us were in handover"],
    "difference": [
        "The phone on the desk rings in an empty room during handover",
        "The porter waited with the patient and did not leave",
    ],
    "learned": ["Handover moves to the desk, where the phone is"],
}


def a_review(cast: Cast, *, title: str = "Coming up from theatre in the evening") -> Review:
    """An after action review of Ward 6 with something under each question, a map, and work twice over."""
    review = begin_review(
        team=cast.ward,
        way=ReviewWay.AFTER_ACTION,
        title=title,
        recorded="yes",
        reference="INC-4711",
        who_was_there="two nurses, a porter, the evening doctor",
        by=cast.bob,
    )
    for question, lines in SAID.items():
        write_down(review=review, question=question, lines=lines, seen=(), by=cast.bob)
    phone, porter = review.lines.filter(question="difference")
    places = {
        phone.public_id: ("internal_environment", "hindered"),
        porter.public_id: ("people", "helped"),
    }
    sort_lines(review=review, places=places, by=cast.bob)
    add_practice(
        review=review,
        as_imagined="Theatre rings the ward, and the ward says when",
        as_done="Theatre sends the bed when its own space is full",
        sense="Nobody picks up at seven, and the next patient is waiting",
        by=cast.bob,
    )
    return review


def a_guest(cast: Cast, review: Review) -> None:
    """Pat, the patient safety partner, is asked to read it."""
    ask_guest(review=review, user=cast.pat, by=cast.bob)


KIND = "You sat with him until the fear had gone, and the night was quiet after"


def some_thanks(cast: Cast, whom: Whom = Whom.PERSON, *, what: str = KIND, signed: str = "") -> Thanks:
    """A thank-you to Bob, to the team, or on a card."""
    return say_thanks(
        team=cast.ward,
        whom=whom,
        reader=cast.bob if whom is Whom.PERSON else None,
        what=what,
        made_possible="Somebody else took the bay for half an hour",
        more_of="Time to sit with somebody at night",
        signed=signed,
    )


def on_the_wall(cast: Cast) -> Thanks:
    """A thank-you to Bob that he has shared."""
    thanks = some_thanks(cast)
    share_thanks(thanks=thanks, shown_as="Bob, nights", by=cast.bob)
    return thanks


NEEDED = "A walk with somebody before the next night shift"


def a_need(cast: Cast) -> Need:
    """Fay, the facilitator, has written down with Bob what he needs, and has opened his part to him."""
    mending = begin_mending(team=cast.ward, about="A transfer at night that went wrong", by=cast.fay)
    daughter = add_party(mending=mending, kind=PartyKind.PATIENT, label="the daughter", by=cast.fay)
    add_need(
        party=daughter, words="One person to ring", owed_by="the ward’s lead", look_again_on=None, by=cast.fay
    )
    nurse = add_party(mending=mending, kind=PartyKind.STAFF, label="a nurse on nights", by=cast.fay)
    open_party(party=nurse, reader=cast.bob, by=cast.fay)
    again = timezone.localdate() + timedelta(days=7)
    return add_need(party=nurse, words=NEEDED, owed_by="the facilitator", look_again_on=again, by=cast.fay)
