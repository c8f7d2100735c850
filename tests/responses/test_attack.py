"""Nobody can tell whose answers are whose: not from files, logs, backups, nor from the order in which slips were used.

The attack is shown to work on careless stores first; a test that cannot succeed proves nothing.
"""

import itertools

import pytest
from attack.strategies import codes_in
from attack.verdict import PEOPLE, REAL, ROUNDS, Truth, hold_round, luck, tally

from support.evidence import Evidence
from support.subject import Disk, Subject

CARELESS = (
    "Careless",
    "RandomKeysOnly",
    "SealedButNotShuffled",
    "SealedWithLastingNames",
    "SealedWithItsOwnLength",
    "SealedBesideItsKey",
    "SealedButLogged",
    "SealedAfterASecondEntry",
)
NEGLIGIBLE = 1e-6  # the chance at which the attack is believed, and a careful store fails by bad luck


@pytest.mark.parametrize("name", CARELESS)
def test_the_attack_tells_whose_answers_are_whose_in_a_careless_store(
    name: str, scene: tuple[Subject, Disk]
) -> None:
    best, matches = tally([hold_round(*scene, name)]).most_common(1)[0]
    assert luck(matches, 1) < NEGLIGIBLE * 10, f"the best was {best} with {matches} of {PEOPLE}"


@pytest.fixture(scope="module", params=REAL)
def held(request: pytest.FixtureRequest, scene: tuple[Subject, Disk]) -> list[tuple[Evidence, Truth]]:
    """Rounds held with Fanlight's own way of keeping answers."""
    return [hold_round(*scene, request.param) for _ in range(ROUNDS)]


def test_no_attack_on_the_urn_does_better_than_chance(held: list[tuple[Evidence, Truth]]) -> None:
    for evidence, truth in held:
        rows = [codes_in(row) for row in evidence.rows]
        assert all(codes in rows for codes in truth.codes), (
            "every answer has to be there, or this proves nothing"
        )
    found = tally(held)
    believed = {name: matches for name, matches in found.items() if luck(matches, ROUNDS) < NEGLIGIBLE}
    assert len(found) > 10
    assert believed == {}


def test_an_answer_touches_its_own_row_and_its_slip_and_nothing_else(
    held: list[tuple[Evidence, Truth]],
) -> None:
    """No session, no record, no task, no count of forms: neither of whoever answers nor of whoever types in."""
    for before, after in (pair for evidence, _ in held for pair in itertools.pairwise(evidence.open_moments)):
        changed = {
            name: len({repr(row.cells) for row in rows} ^ {repr(row.cells) for row in before.tables[name]})
            for name, rows in after.tables.items()
        }
        rest = {name: count for name, count in changed.items() if count}
        assert rest == {"responses_sealedanswer": 1, "responses_slip": 2}


def test_no_comment_can_be_matched_with_the_answers_that_lie_beside_it(
    held: list[tuple[Evidence, Truth]],
) -> None:
    matches = 0
    for evidence, truth in held:
        wrote = dict(zip(truth.comments, truth.codes, strict=True))
        cells = [cell for row in evidence.news_of("responses_comment") for cell in row.cells]
        texts = [cell for cell in cells if str(cell).startswith("comment ")]
        assert sorted(texts) == sorted(truth.comments)
        matches += sum(codes_in(row) == wrote[text] for row, text in zip(evidence.rows, texts, strict=True))
    assert luck(matches, ROUNDS) > NEGLIGIBLE
