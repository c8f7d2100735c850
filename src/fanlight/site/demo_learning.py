"""What the demo's ward learned: a review with its map, thank-yous over half a year, and what two people need."""

from datetime import date, timedelta

from django.utils import timezone

from fanlight.guide.queries import PartyKind, ReviewWay
from fanlight.learning.actions import (
    LOOKED_AT,
    add_need,
    add_party,
    add_practice,
    begin_mending,
    begin_review,
    keep_thanks,
    look_at_need,
    open_party,
    say_thanks,
    share_thanks,
    sort_lines,
    write_down,
)
from fanlight.learning.models import Stands, Whom
from fanlight.people.actions.changed import version_of
from fanlight.people.models import Team, User

SAID = {
    "expected": ["Theatre rings, and we say when the bed is ready"],
    "happened": [
        "The bed came up while all of us were in handover",
        "For ten minutes nobody on the ward knew that somebody had arrived",
        "The porter stayed and talked to the patient until one of us came",
    ],
    "difference": [
        "The phone at the desk rings in an empty room at seven",
        "Theatre has to clear its own space for the next patient",
        "Two of us were on the ward for the first time",
        "The porter did not leave",
        "Only the day sheet has theatre’s list on it",
    ],
    "learned": [
        "Handover moves to the desk, where the phone is",
        "We ask theatre what would help them to ring before they send",
    ],
}
PLACES = (
    ("internal_environment", "hindered"),
    ("external_environment", "hindered"),
    ("organisation", "neither"),
    ("people", "helped"),
    ("tools_and_technology", "hindered"),
)
KIND_WORDS = (
    ("You sat with him until the fear had gone. The night was quiet after.", "Somebody else took the bay"),
    ("Four admissions in an hour, and you still found a chair and a cup of tea for her husband.", ""),
    (
        "You noticed that she had stopped eating, and asked her why. It was her teeth.",
        "You had time at breakfast",
    ),
    ("You showed the new starter where everything is, without being asked.", ""),
    (
        "You said ‘I am not sure, let us look it up’ in front of all of us.",
        "We had the tablet at the bedside",
    ),
    ("You rang the daughter back before she had to ring us.", ""),
    ("You took the bleep so that two of us could eat together.", "There were six of us on"),
    ("You learned three words in his language, and he smiled for the first time.", ""),
    ("You stopped the round to let the cleaner finish the bed space.", ""),
    ("You wrote down what the family calls her. Now we all do.", "The board has a place for it"),
    ("You came back from your break to say that the other pump works.", ""),
    (
        "You asked me how I was after the cardiac arrest, and waited for the answer.",
        "We stood in the kitchen",
    ),
    ("You gave your chair to the student and drew the heart for her.", ""),
    ("You found out why the night tablets were late, and told the pharmacy kindly.", ""),
    ("You walked the porter to the lift and thanked him by name.", ""),
    ("You left the linen trolley full for nights.", ""),
    ("You spoke for the bank nurse when nobody had told her the code.", ""),
    ("You changed the plan because the physio disagreed, and said so.", "She was at the huddle"),
    ("You read him the football results, twice.", ""),
)
HOW_MANY = (1, 2, 2, 3, 2, 4, 5)  # in the months before this one


def learn(*, ward: Team, alice: User, bob: User, fay: User) -> None:
    _review(ward, fay)
    _thank(ward, readers=(bob, alice, fay))
    _mend(ward, bob=bob, fay=fay)


def _review(ward: Team, by: User) -> None:
    review = begin_review(
        team=ward,
        way=ReviewWay.AFTER_ACTION,
        title="Coming up from theatre in the evening",
        recorded="yes",
        reference="INC-4711",
        who_was_there="three nurses, a porter, the evening doctor, somebody from theatre",
        by=by,
    )
    for question, lines in SAID.items():
        write_down(review=review, question=question, lines=lines, seen=(), by=by)
    on_map = review.lines.filter(question="difference")
    sort_lines(
        review=review,
        places={line.public_id: place for line, place in zip(on_map, PLACES, strict=True)},
        by=by,
    )
    add_practice(
        review=review,
        as_imagined="Theatre rings the ward, and the ward says when",
        as_done="Theatre sends the bed when its own space is full",
        sense="Nobody picks up at seven, and the next patient is waiting",
        by=by,
    )


def _thank(ward: Team, *, readers: tuple[User, User, User]) -> None:
    this_month = timezone.localdate().replace(day=1)
    for ago, many in zip(range(len(HOW_MANY), 0, -1), HOW_MANY, strict=True):
        for number in range(many):
            what, helped = KIND_WORDS[(2 * ago + number) % len(KIND_WORDS)]
            reader = readers[number % len(readers)]
            thanks = say_thanks(
                team=ward,
                whom=Whom.PERSON,
                reader=reader,
                what=what,
                made_possible=helped,
                month=_months_before(this_month, ago),
            )
            if ago < 3 and number < 2:
                share_thanks(thanks=thanks, shown_as="" if number else reader.first_name, by=reader)
            else:
                keep_thanks(thanks=thanks, by=reader)
    for reader in readers[:2]:
        what, helped = KIND_WORDS[0 if reader == readers[0] else 4]
        say_thanks(
            team=ward,
            whom=Whom.PERSON,
            reader=reader,
            what=what,
            made_possible=helped,
            more_of="Time to sit with somebody at night" if reader == readers[0] else "",
        )


def _months_before(month: date, ago: int) -> date:
    whole = month.year * 12 + month.month - 1 - ago
    return date(whole // 12, whole % 12 + 1, 1)


def _mend(ward: Team, *, bob: User, fay: User) -> None:
    today = timezone.localdate()
    mending = begin_mending(team=ward, about="A bed that nobody expected", by=fay)
    son = add_party(mending=mending, kind=PartyKind.PATIENT, label="the patient’s son", by=fay)
    ring = add_need(
        party=son,
        words="One person to ring, who rings back",
        owed_by="the ward’s lead",
        look_again_on=None,
        by=fay,
    )
    look_at_need(
        need=ring,
        version=version_of(row=ring, fields=LOOKED_AT),
        stands=Stands.MET,
        note="He has the number, and has rung twice",
        look_again_on=None,
        by=fay,
    )
    nurse = add_party(mending=mending, kind=PartyKind.STAFF, label="a nurse on nights", by=fay)
    open_party(party=nurse, reader=bob, by=fay)
    add_need(
        party=nurse,
        words="To tell it once, in full, to somebody who listens",
        owed_by="the facilitator",
        look_again_on=today + timedelta(days=9),
        by=fay,
    )
