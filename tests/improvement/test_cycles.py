"""Small tests: guessed first, looked at after, one at a time, each a little larger."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.actions import Changed, plan_cycle, study_cycle
from fanlight.improvement.models import AgreedAction, Cycle, Decision, Progress
from fanlight.people.actions import Refused
from support.changes import a_cycle, a_measure, an_action, planned, weeks
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def form(**more: str) -> dict[str, str]:
    days = {
        "begins_on": TODAY.isoformat(),
        "look_on": (TODAY + timedelta(days=7)).isoformat(),
        "version": "1",
    }
    return {"prediction": "Four of five", "plan": "A huddle on nights", "scale": "One night", **days, **more}


def test_a_test_begins_with_a_guess_and_the_action_is_being_tried(cast: Cast) -> None:
    action = an_action(cast.ward)
    address = reverse("plan_cycle", args=[action.public_id])
    client = signed_in(cast.bob)
    assert client.post(address, form(prediction="")).status_code == 422
    assert client.post(address, form()).status_code == 302
    assert AgreedAction.objects.get().progress == Progress.TRYING
    assert Cycle.objects.get().number == 1


def test_no_test_is_kept_without_a_guess(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        a_cycle(an_action(cast.ward), prediction="")


def test_planning_twice_is_one_test_and_a_second_one_waits_for_the_first(cast: Cast) -> None:
    action = an_action(cast.ward)
    first = plan_cycle(action=action, planned=planned(), by=cast.bob)
    assert plan_cycle(action=action, planned=planned(), by=cast.bob) == first
    with pytest.raises(Refused, match="One test is still going on"):
        plan_cycle(action=action, planned=planned(scale="Two nights"), by=cast.bob)


def test_what_happened_and_what_surprised_us_stand_beside_the_guess(cast: Cast) -> None:
    cycle = a_cycle(an_action(cast.ward))
    client, address = signed_in(cast.bob), reverse("study_cycle", args=[cycle.public_id])
    assert "You thought: Four of five" in client.get(address).content.decode()
    assert client.post(address, {"happened": "", "decision": "adopt", "version": "1"}).status_code == 422
    said = {"happened": "Two of five", "surprised": "The phone rang", "decision": "adapt", "version": "1"}
    client.post(address, said)
    page = client.get(reverse("cycle", args=[cycle.public_id])).content.decode()
    for words in ("Four of five", "Two of five", "The phone rang", "Adapt", "Plan the next test"):
        assert words in page


def test_a_guess_cannot_be_changed_once_the_outcome_is_known(cast: Cast) -> None:
    cycle = a_cycle(an_action(cast.ward), decision=Decision.ADAPT)
    address = reverse("change_plan", args=[cycle.public_id])
    response = signed_in(cast.bob).post(address, form(prediction="Two of five", version="2"))
    assert "stays as it was" in response.content.decode()
    assert Cycle.objects.get().prediction == "Four of five"


def test_a_ramp_is_numbered_and_starts_from_the_last_plan(cast: Cast) -> None:
    action = an_action(cast.ward)
    a_cycle(action, decision=Decision.ADAPT)
    client = signed_in(cast.bob)
    assert "A huddle on nights" in client.get(reverse("plan_cycle", args=[action.public_id])).content.decode()
    a_cycle(action, scale="A whole week", decision=Decision.ADOPT)
    assert [cycle.number for cycle in action.cycles.all()] == [1, 2]
    page = client.get(reverse("action", args=[action.public_id])).content.decode()
    assert page.index("One night") < page.index("A whole week")


def test_two_people_who_look_at_one_test_lose_nothing(cast: Cast) -> None:
    cycle = a_cycle(an_action(cast.ward))
    said = {"happened": "Two", "surprised": "", "decision": Decision.ADOPT}
    study_cycle(cycle=cycle, version=1, by=cast.alice, **said)
    with pytest.raises(Changed):
        study_cycle(cycle=cycle, version=1, by=cast.bob, **{**said, "happened": "Three"})
    sent = {"happened": "Three", "surprised": "", "decision": "adopt", "version": "1"}
    page = signed_in(cast.bob).post(reverse("study_cycle", args=[cycle.public_id]), sent).content.decode()
    assert "“Two”" in page
    assert "Three" in page


def test_tests_stand_on_the_chart_they_belong_to(cast: Cast) -> None:
    action = an_action(cast.ward)
    measure = a_measure(cast.ward, action=action)
    measure.figures.bulk_create(
        [measure.figures.model(measure=measure, on=e.on, value=e.value) for e in weeks([3, 4, 5, 6])]
    )
    a_cycle(action, decision=Decision.ADAPT)
    page = signed_in(cast.bob).get(reverse("measure", args=[measure.public_id])).content.decode()
    assert "fl-spc-cycle" in page
    assert "A huddle on nights. Adapt." in page


def test_looking_before_it_begins_is_refused(cast: Cast) -> None:
    address = reverse("plan_cycle", args=[an_action(cast.ward).public_id])
    before = form(look_on=(TODAY - timedelta(days=1)).isoformat())
    assert "before it begins" in signed_in(cast.bob).post(address, before).content.decode()


def test_strangers_get_404_and_colleagues_outside_the_team_403(cast: Cast) -> None:
    cycle = a_cycle(an_action(cast.ward))
    for user, status in ((cast.charlie, 404), (cast.sam, 403)):
        for name, row in (("plan_cycle", cycle.action), ("cycle", cycle), ("study_cycle", cycle)):
            assert signed_in(user).get(reverse(name, args=[row.public_id])).status_code == status
