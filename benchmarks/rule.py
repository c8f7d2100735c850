"""What somebody gains about answers who knows the rule by which results are withheld, and every count that is shown.

    python benchmarks/rule.py [--results 1000]

Everybody in three wards answers yes or no. For each way in which they might have answered the engine decides; an
attacker takes all the ways that look the same. "At least 80%" says of a team that at most two differ. A withheld
result of which that follows is known to be of nearly one mind; one of which it follows that at most one differs is
known more exactly than any bound says it. See the method sheet.
"""

import argparse
import sys

import numpy as np

from fanlight.measure.disclosure import Counted, Group, Policy, Question, Shape
from fanlight.measure.disclosure.withholding import State, decide


def answers_knowing_the_rule(number: int) -> tuple[int, int, int]:
    """Withheld results, those known to be of nearly one mind, and those known more exactly than that."""
    rng, policy = np.random.default_rng(5), Policy()
    tried = nearly = beyond = 0
    while tried < number:
        people = rng.integers(policy.minimum, 25, size=3)
        noes = np.stack(np.meshgrid(*[np.arange(ward + 1) for ward in people], indexing="ij")).reshape(3, -1)
        counted = every_answer(people, noes)
        state, said = decide(counted, policy).answers, counted.answers
        known = np.where(state == State.SHOWN, said[:, :, 0], -1)
        _, alike = np.unique(np.concatenate([state, known]), axis=1, return_inverse=True)
        truths = [
            np.ravel_multi_index(tuple(rng.binomial(people, rng.beta(0.5, 0.5, size=3))), people + 1)
            for _ in range(number // 10)
        ]
        for ward in (1, 2, 3):
            most = np.zeros((int(alike.max()) + 1, 2), dtype=np.int64)
            np.maximum.at(most, alike.ravel(), said[ward])
            hidden = [truth for truth in truths if state[ward, truth] == State.WITHHELD]
            fewest = most[alike.ravel()[hidden]].min(axis=1)
            tried += len(hidden)
            nearly += int((fewest <= policy.exceptions).sum())
            beyond += int((fewest < policy.exceptions).sum())
    return tried, nearly, beyond


def every_answer(people: np.ndarray, noes: np.ndarray) -> Counted:
    """Wards of these sizes, and a question for each way in which they might have said no."""
    shape = Shape(
        frozenset({"spring"}),
        tuple(Question(f"{way}", ("no", "yes"), frozenset({1})) for way in range(noes.shape[1])),
    )
    return Counted.from_leaves(
        shape,
        {
            Group("ward", (f"{ward}",)): (int(size), np.stack([no, size - no], axis=1))
            for ward, (size, no) in enumerate(zip(people, noes, strict=True))
        },
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--results", type=int, default=1000)
    tried, nearly, beyond = answers_knowing_the_rule(parser.parse_args().results)
    print(
        f"{tried:,} withheld results: {nearly} known to be of nearly one mind, "
        f"{beyond} of them more exactly than a bound says"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
