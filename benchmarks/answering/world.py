"""What the benchmark does in an installation's own name, each time in a process of its own.

python -m answering.world make WAY PEOPLE     a team with an open round; prints its door, items and slips
python -m answering.world count ROUND         sealed answers and spent slips, while it is open
python -m answering.world end ROUND           let its time be over: `fanlight work` has to close it
python -m answering.world answers ROUND       its state, and every answer after it was opened
python -m answering.world typist ROUND        a facilitator who may type in its paper forms; prints their sign-in
python -m answering.world desk                a guardian's desk, made if there is none; prints how many concerns it has
"""

import json
import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from fanlight.commands import _django


def make(way: str, people: str) -> dict[str, Any]:
    from django.core.management import call_command
    from django.utils import timezone

    from fanlight.people.actions import add_organisation, add_team
    from fanlight.people.models import OrganisationKind
    from fanlight.responses.actions import make_slips
    from fanlight.surveys.actions import book_debrief, open_round, plan_round
    from fanlight.surveys.models import Way

    call_command("migrate", verbosity=0)
    trust = add_organisation(name=f"Trust {way} {people}", kind=OrganisationKind.NHS_TRUST, by=None)
    now, many = timezone.now(), int(people)
    round = plan_round(
        team=add_team(organisation=trust, name="Ward 6", by=None),
        instrument_id="fanlight-six",
        people=many,
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(days=7),
        ways=(Way(way),),
        by=None,
    )
    book_debrief(round=round, at=now + timedelta(days=9), place="Staff room", facilitator="Fay", by=None)
    round = open_round(round=round, by=None)
    slips = make_slips(round=round, number=many, by=None) if way == Way.SLIPS else []
    parts = [[item.code for item in round.instrument.items_of(part)] for part in round.instrument.composites]
    return {"round": round.public_id, "door": round.door, "parts": parts, "slips": slips}


def count(public_id: str) -> dict[str, int]:
    from fanlight.responses.models import SealedAnswer, Slip

    return {
        "sealed": SealedAnswer.objects.filter(round__public_id=public_id).count(),
        "spent": Slip.objects.filter(round__public_id=public_id, is_spent=True).count(),
    }


def end(public_id: str) -> None:
    from django.utils import timezone

    from fanlight.surveys.models import Round

    Round.objects.filter(public_id=public_id).update(closes_at=timezone.now())


def answers(public_id: str) -> dict[str, Any]:
    from fanlight.responses.models import Answer, SealedAnswer
    from fanlight.results.models import Release
    from fanlight.surveys.models import Round

    return {
        "state": Round.objects.get(public_id=public_id).state,
        "answers": [kept.codes for kept in Answer.objects.filter(round__public_id=public_id)],
        "sealed": SealedAnswer.objects.filter(round__public_id=public_id).count(),
        "releases": Release.objects.filter(round__public_id=public_id).count(),
    }


def typist(public_id: str) -> dict[str, str]:
    from django.conf import settings
    from django.test import Client

    from fanlight.people.actions import add_person, give_team_role
    from fanlight.people.roles import Role
    from fanlight.surveys.queries import round_called

    fay = add_person(email="fay@example.org", name="Fay Example", is_proven=True, by=None)
    give_team_role(team=round_called(public_id).team, user=fay, role=Role.FACILITATOR, by=None)
    client = Client()
    client.force_login(fay)
    return {
        "name": settings.SESSION_COOKIE_NAME,
        "value": client.cookies[settings.SESSION_COOKIE_NAME].value,
    }


def desk() -> dict[str, int]:
    from django.core.management import call_command

    from fanlight.people.actions import add_organisation, add_person, give_organisation_role
    from fanlight.people.models import OrganisationKind
    from fanlight.people.roles import Role
    from fanlight.speakup.actions.holding import make_keys, open_desk
    from fanlight.speakup.models import Concern, Desk

    call_command("migrate", verbosity=0)
    if not Desk.objects.exists():
        trust = add_organisation(name="A trust", kind=OrganisationKind.NHS_TRUST, by=None)
        gil = add_person(email="gil@example.org", name="Gil Example", by=None)
        give_organisation_role(organisation=trust, user=gil, role=Role.GUARDIAN, by=None)
        make_keys(desk=open_desk(organisation=trust), passphrase="only for benchmarks", by=gil)
    return {"concerns": Concern.objects.count()}


def main() -> None:
    _django.start()
    verb, *values = sys.argv[1:]
    deeds: dict[str, Callable[..., object]] = {
        "make": make,
        "count": count,
        "end": end,
        "answers": answers,
        "typist": typist,
        "desk": desk,
    }
    print(json.dumps(deeds[verb](*values)))


if __name__ == "__main__":
    main()
