"""The life of an organisation's round: plan, open, take answers in, withdraw; release and leave nothing behind."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.audit.erasing import erase_rows_of
from fanlight.design.english import day
from fanlight.equity.models import FairRound, SealedForm, State
from fanlight.equity.queries import (
    APART,
    LEAST_PEOPLE,
    LEAST_TEAMS,
    asked_lately,
    characteristic_called,
    counted,
    done_among,
    is_large_enough,
    promise_for,
)
from fanlight.measure.disclosure import Policy, release
from fanlight.measure.instruments import load
from fanlight.measure.instruments.writing import to_mapping
from fanlight.people.actions import Refused
from fanlight.people.models import Organisation, User
from fanlight.people.queries import asking_rules
from fanlight.responses.erasing import commit_durably, erase_deleted, forget_urns
from fanlight.responses.urn import Form, Unreadable, each_once, seal, unseal
from fanlight.surveys.keys import make_key, private_key, rounds_with_files

log = logging.getLogger("fanlight.equity")

STATEMENTS = "fanlight-fair"


class RoundIsShut(Exception):  # noqa: N818 (it reads as what the person is told)
    """The round takes no answers now."""


@transaction.atomic
def plan_fair_round(
    *,
    organisation: Organisation,
    characteristic: str,
    purpose: str,
    people: int,
    closes_at: datetime,
    by: User | None,
) -> FairRound:
    """Plan to ask everybody in an organisation, with one optional question about themselves."""
    if not is_large_enough(organisation):
        raise Refused(
            f"It takes an organisation with at least {LEAST_TEAMS} teams. Of a smaller one, any figure would be a "
            "team’s. Talk instead: the guide has cards on this."
        )
    if people < LEAST_PEOPLE:
        raise Refused(f"It takes at least {LEAST_PEOPLE} people, so that nobody is seen in a small group.")
    if characteristic_called(characteristic) is None:
        raise Refused("That list is not in the guide any more. Choose another.")
    round = FairRound.objects.create(
        organisation=organisation,
        characteristic=characteristic,
        purpose=purpose,
        people=people,
        closes_at=closes_at,
    )
    record("plan_fair_round", subject=round, by=by, organisation=organisation.public_id)
    return round


@transaction.atomic
def open_fair_round(*, round: FairRound, by: User | None) -> FairRound:
    """Freeze statements, categories and promise, make the key, and let answers in."""
    round = FairRound.objects.select_for_update().select_related("organisation").get(pk=round.pk)
    now = timezone.now()
    if round.state != State.DRAFT:
        raise Refused("This round was opened or withdrawn already.")
    if round.closes_at <= now:
        raise Refused("The day on which it closes has passed. Withdraw this one and plan it anew.")
    if other := asked_lately(round, now):
        raise Refused(
            f"People here were asked until {day(other.closes_at)} ({other.organisation}). Two rounds so close "
            f"together could be compared until a few people are left over. Ask again after "
            f"{day(other.closes_at + APART)}."
        )
    asked = characteristic_called(round.characteristic)
    if asked is None or not is_large_enough(round.organisation):
        raise Refused("Teams or lists have changed since this was planned. Withdraw it and plan it anew.")
    round.questionnaire = to_mapping(load(STATEMENTS))
    round.about = {"id": asked.id, "title": asked.title, "question": asked.question, "help": asked.help}
    round.about |= {"paths": asked.paths, "as_of": asked.as_of.isoformat(), "source": asked.source}
    round.about["covers"] = asked.covers
    round.minimum = Policy(minimum=asking_rules(round.organisation).minimum).minimum
    round.promise = promise_for(round)
    round.public_key = make_key(round)
    round.state = State.OPEN
    round.save()
    record("open_fair_round", subject=round, by=by, closes_on=round.closes_at.date().isoformat())
    return round


@transaction.atomic
def put_in(*, round: FairRound, form: Form) -> None:
    """Keep one person's form, sealed. There is no `by`: nobody is recorded. Raises RoundIsShut."""
    round = FairRound.objects.select_for_update().get(pk=round.pk)
    if not round.takes_answers():
        raise RoundIsShut
    SealedForm.objects.create(round=round, sealed=seal(form, round=round))


@transaction.atomic
def withdraw_fair_round(*, round: FairRound, by: User | None) -> FairRound:
    """End a round before its close. What was answered is deleted unread."""
    commit_durably()
    round = FairRound.objects.select_for_update().get(pk=round.pk)
    if round.state not in {State.DRAFT, State.OPEN}:
        raise Refused("This round is over. Its results stand.")
    SealedForm.objects.filter(round=round).delete()
    round.state = State.WITHDRAWN
    round.save(update_fields=["state"])
    record("withdraw_fair_round", subject=round, by=by)
    _tidy_after_commit()
    return round


@transaction.atomic
def release_fair_round(*, round: FairRound) -> None:
    """Open the seals, count in memory, keep what may be shown and nothing else. Twice is harmless.

    Raises KeyIsLost, and then changes nothing: the round can only be withdrawn, unread.
    """
    commit_durably()
    round = FairRound.objects.select_for_update().select_related("organisation").get(pk=round.pk)
    if round.state != State.OPEN:
        return
    key, forms = private_key(round), []
    for sealed in SealedForm.objects.filter(round=round).values_list("sealed", flat=True):
        try:
            forms.append(unseal(sealed, key=key))
        except Unreadable:
            log.warning("round %s: a sealed form could not be read", round.public_id)
    policy = Policy(minimum=round.minimum or 0)
    round.document = release(counted(round, each_once(forms)), policy).to_document()
    round.state = State.RELEASED
    round.closes_at = min(round.closes_at, timezone.now())
    round.save(update_fields=["document", "state", "closes_at"])
    SealedForm.objects.filter(round=round).delete()
    record("release_fair_round", subject=round, by=None)
    _tidy_after_commit()


def _tidy_after_commit() -> None:
    def tidy() -> None:
        tidy_fair_urns()

    transaction.on_commit(tidy, robust=True)


def tidy_fair_urns() -> bool:
    """Destroy the keys of rounds that are over and empty the free pages. False if something is left for later."""
    return forget_urns(
        done_among(rounds_with_files()), erase=lambda: erase_deleted() and erase_rows_of(SealedForm)
    )
