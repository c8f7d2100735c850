"""Every address for every kind of person: an address that is not in this table fails the build."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from fanlight.debriefs.actions import begin_live
from fanlight.surveys.models import Round, Way
from rules.api_addresses import API, PUBLIC_API, about_programs
from rules.asking_addresses import ASKING, about_asking
from rules.change_addresses import CHANGES, about_changes
from rules.comment_addresses import COMMENTS, about_comments
from rules.equity_addresses import EQUITY, PUBLIC_EQUITY, about_equity
from rules.learning_addresses import LEARNING, PUBLIC_LEARNING, about_learning
from rules.people_addresses import EVERYBODY, IN_TEAM, LEADS, PEOPLE, PUBLIC_PEOPLE, SIGNED_IN, about_people
from rules.process_addresses import PROCESS, about_process
from rules.speak_up_addresses import PUBLIC_SPEAK_UP, SPEAK_UP, about_speaking_up
from rules.story_addresses import STORIES, about_stories
from rules.window_addresses import WINDOWS, about_windows
from support.debriefs import a_debrief
from support.worlds import Cast, a_released_round, an_open_round, make_cast

pytestmark = pytest.mark.django_db

WHO = (
    "nobody",
    "member",
    "lead",
    "facilitator",
    "left",
    "elsewhere",
    "coach",
    "specialist",
    "guardian",
    "partner",
    "administrator",
)

# What each sees is a code for each, in the order of WHO. · stands for 302 to the sign-in page.
HOME = "· 302 302 302 200 302 200 200 200 200 200"  # whoever has one team is led to it

TYPES_IN = "· 403 403 200 404 404 403 403 403 403 403"  # never the lead: whoever types a form in reads it
BEGINS_TYPING = "· 403 403 302 404 404 403 403 403 403 403"  # and is first told what it asks of them

MATRIX = {
    "home": HOME,
    "still_here": SIGNED_IN,
    "team_home": IN_TEAM,
    "team_rounds": IN_TEAM,
    "round": IN_TEAM,
    "debrief_ics": IN_TEAM,
    "plan": LEADS,
    "pulse": LEADS,
    "debrief_booking": LEADS,
    "open_round": LEADS,
    "change_round": LEADS,
    "extend": LEADS,
    "drop": LEADS,
    "hand_out": LEADS,
    "poster": LEADS,
    "paper_form": LEADS,
    "slips": LEADS,
    "type_in": TYPES_IN,
    "type_in_form": BEGINS_TYPING,
    "promise": EVERYBODY,
    "results": IN_TEAM,
    "debrief_kit": IN_TEAM,
    "screen": IN_TEAM,
    "discussion": IN_TEAM,
    "results_pdf": IN_TEAM,
    "results_slides": IN_TEAM,
    "results_spreadsheet": IN_TEAM,
    "results_data": IN_TEAM,
    "outcome": IN_TEAM,
    "record_session": IN_TEAM,
    "agree": IN_TEAM,
    "agree_without_round": IN_TEAM,
    "drop_noted": IN_TEAM,
    "live": IN_TEAM,
    "talk": EVERYBODY,
    "talk_phone": EVERYBODY,
    "we_did": EVERYBODY,
    "debrief_feedback": EVERYBODY,
    "why_withheld": EVERYBODY,
    "respond": EVERYBODY,
    "respond_part": EVERYBODY,
    "respond_comment": EVERYBODY,
    "respond_check": EVERYBODY,
    "respond_thanks": EVERYBODY,
    "device": EVERYBODY,
    "device_part": EVERYBODY,
    "device_comment": EVERYBODY,
    "device_check": EVERYBODY,
    "device_thanks": EVERYBODY,
    "device_promise": EVERYBODY,
    "healthy": EVERYBODY,
    "guide": EVERYBODY,
    "guide_focus": EVERYBODY,
    "guide_cards": EVERYBODY,
    "guide_cards_pdf": EVERYBODY,
    "guide_card": EVERYBODY,
    "guide_ideas": EVERYBODY,
    "guide_idea": EVERYBODY,
    "guide_sources": EVERYBODY,
    "guide_way_in": EVERYBODY,
    "guide_search": EVERYBODY,
    "guide_conversations": EVERYBODY,
    "guide_language": EVERYBODY,
    "guide_learning": EVERYBODY,
    "guide_learning_way": EVERYBODY,
    "guide_stop_and_think": EVERYBODY,
    "guide_speaking_up": EVERYBODY,
    "guide_easy_read": EVERYBODY,
}
# Each theme's own addresses, and what they stand for.
THEMES = (
    (PEOPLE, about_people),
    (CHANGES, about_changes),
    (WINDOWS, about_windows),
    (STORIES, about_stories),
    (LEARNING, about_learning),
    (ASKING, about_asking),
    (SPEAK_UP, about_speaking_up),
    (COMMENTS, about_comments),
    (PROCESS, about_process),
    (EQUITY, about_equity),
    (API, about_programs),
)
for addresses, _ in THEMES:
    MATRIX |= addresses

# Views that need no sign-in, by name. A new one is added here on purpose or not at all.
PUBLIC = {"why_withheld", "healthy", "promise"}
PUBLIC |= {name for name in MATRIX if name.startswith(("respond", "device"))}  # answering needs no account
PUBLIC |= PUBLIC_SPEAK_UP
PUBLIC |= {"story_public"}  # its team shared it with everybody
PUBLIC |= {"we_did", "debrief_feedback", "talk", "talk_phone"}
PUBLIC |= {
    name for name in MATRIX if name.startswith("guide")
}  # the guide is for everybody: it holds nobody's data
PUBLIC |= PUBLIC_PEOPLE | PUBLIC_LEARNING | PUBLIC_EQUITY | PUBLIC_API

# Sign-in itself is allauth's; tests/people/test_sign_in.py opens its pages.
NOT_OURS = ("account_", "mfa_", "socialaccount_", "openid_connect_")


def named_addresses(resolver: URLResolver) -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from named_addresses(entry)
        else:
            assert entry.name, f"an address without a name: {entry.pattern}"
            yield entry.name, entry


def ours() -> dict[str, URLPattern]:
    return {name: entry for name, entry in named_addresses(get_resolver()) if not name.startswith(NOT_OURS)}


OF_THE_TEAM = {
    "agree_without_round",
    "discussion",
    "plan",
    "team_home",
    "team_rounds",
}
OF_AN_OPEN_ROUND = (
    "respond",
    "poster",
    "paper_form",
    "slips",
    "type_in",
)  # what is done with is forwarded, not shown
OF_A_DEBRIEF = {"drop_noted": "noted"}


def subject(name: str, round: Round) -> Any:
    """What an address names: a team, something that came out of a debrief, else the round."""
    if name in OF_A_DEBRIEF:
        return getattr(a_debrief(round, by=None), OF_A_DEBRIEF[name])
    return round.team if name in OF_THE_TEAM else round


def address(name: str, cast: Cast) -> str:
    values = _values(name, cast)
    wanted = ours()[name].pattern.converters
    return reverse(name, kwargs={key: value for key, value in values.items() if key in wanted})


def _values(name: str, cast: Cast) -> dict[str, object]:
    about = next((about for addresses, about in THEMES if name in addresses), about_rounds)
    return about(name, cast)


def about_rounds(name: str, cast: Cast) -> dict[str, object]:
    released = a_released_round(cast.ward, by=cast.alice)
    is_open = an_open_round(cast.ward, by=cast.alice, ways=(Way.LINK, Way.PAPER))
    round = is_open if name.startswith(OF_AN_OPEN_ROUND) else released
    values: dict[str, object] = {"public_id": subject(name, round).public_id}
    values |= {"door": round.door, "number": 1}
    if name == "talk_phone":
        values["code"] = begin_live(round=round, topics=["Handover"], by=None).code
    return values | {
        "focus": "civility",
        "card": "the-walking-frame",
        "idea": "start-huddle",
        "way": "after-action",
    }


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:  # noqa: ARG001 (sets the tables up)
    """One cast for the whole table: each address only looks, and what it needs besides goes after it."""
    outside = transaction.atomic()
    outside._from_testcase = True  # type: ignore[attr-defined]  # as Django's own tests nest theirs
    with django_db_blocker.unblock(), outside:
        yield make_cast()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def visitors(cast: Cast, django_db_blocker: Any) -> dict[str, Client]:
    """A browser for each kind of person, signed in once."""
    people = (
        None,
        cast.bob,
        cast.alice,
        cast.fay,
        cast.dana,
        cast.charlie,
        cast.eve,
        cast.sam,
        cast.gil,
        cast.pat,
        cast.ada,
    )
    clients = {who: Client() for who in WHO}
    with django_db_blocker.unblock():
        for client, user in zip(clients.values(), people, strict=True):
            if user:
                client.force_login(user)
    return clients


def test_no_two_addresses_have_one_name() -> None:
    names = [name for name, _ in named_addresses(get_resolver())]
    assert sorted(names) == sorted(set(names)), "one of them could never be led to, and nobody would try it"


def test_every_address_is_in_the_table() -> None:
    assert set(ours()) == set(MATRIX), "say in MATRIX who may open it"


def test_public_addresses_are_listed_by_name() -> None:
    public = {name for name, entry in ours().items() if not getattr(entry.callback, "login_required", True)}
    assert public == PUBLIC, "a page without sign-in is a decision: list it"


@pytest.mark.parametrize("name", MATRIX)
def test_everybody_gets_what_the_table_says(name: str, cast: Cast, visitors: dict[str, Client]) -> None:
    target = address(name, cast)
    seen = {}
    for who, client in visitors.items():
        response = client.get(target)
        to_sign_in = response.status_code == 302 and response["Location"].startswith(reverse("account_login"))
        seen[who] = "·" if to_sign_in else str(response.status_code)
    assert seen == dict(zip(WHO, MATRIX[name].split(), strict=True))
