"""Decide once what may be shown of a round."""

from collections.abc import Iterable

from fanlight.measure.disclosure.again import NotAgain, further_release
from fanlight.measure.disclosure.attack import check_decision
from fanlight.measure.disclosure.counted import Counted
from fanlight.measure.disclosure.figures import publish
from fanlight.measure.disclosure.policy import Policy
from fanlight.measure.disclosure.released import Released, through_the_door
from fanlight.measure.disclosure.withholding import decide


def release(counted: Counted, policy: Policy, earlier: Iterable[Released] = ()) -> Released:
    """What may be shown of `counted`, attacked twice before it is returned.

    `earlier`: the releases made before of any of the same rounds. Raises `NotAgain` where these counts may
    not be released beside them (see `further_release`).

    First with every exact count of every shown cell in the attacker's hands (more than is published), then
    with the figures as published. Raises `Opened` if either attack finds anything: that is a fault in this
    package, and then nothing is released.

    >>> from fanlight.measure.disclosure import EVERYBODY, Counted, Question, Shape
    >>> asked = Shape(frozenset({"spring"}), (Question("q1", ("no", "not sure", "yes"), frozenset({2})),))
    >>> team = release(Counted.from_leaves(asked, {EVERYBODY: (14, [[4, 3, 6]])}), Policy()).result()
    >>> str(team.respondents), str(team.question("q1").positive), str(team.question("q1").interval)
    ('11 to 24', '46%', '23% to 71%')
    """
    refusal = further_release(counted, policy, earlier)
    if refusal is not None:
        raise NotAgain(refusal)
    decision = decide(counted, policy)
    check_decision(counted, decision, policy)
    return through_the_door(counted.shape, counted.tree, publish(counted, decision, policy), policy)
