"""Keys are made once, kept in one place or two, destroyed in both; a lost one has an outcome that people can use."""

import dataclasses
from pathlib import Path

import pytest
from django.conf import LazySettings
from nacl.public import PrivateKey

from fanlight.audit.models import Entry
from fanlight.commands.__main__ import main
from fanlight.responses.actions import give_up_urn, put_in_urn, tidy_urn, tidy_urns
from fanlight.responses.erasing import erase_deleted
from fanlight.responses.models import Answer, SealedAnswer
from fanlight.responses.urn import Form
from fanlight.results.actions import close_and_release
from fanlight.results.tasks import make_missing_releases
from fanlight.site.checks import findings
from fanlight.surveys.actions import close_round
from fanlight.surveys.keys import KeyIsLost, destroy_key, has_key, make_key, private_key, rounds_with_files
from fanlight.surveys.models import Round, State
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(tmp_path: Path, settings: LazySettings) -> tuple[Path, Path]:
    """A secrets folder, and a second one on what stands for another disk."""
    first, second = tmp_path / "secrets", tmp_path / "other disk"
    second.mkdir()
    settings.FANLIGHT = dataclasses.replace(settings.FANLIGHT, secrets=first, secrets_copy=second)
    return first, second


@pytest.fixture
def round(cast: Cast, places: tuple[Path, Path]) -> Round:  # noqa: ARG001 (the folders come before the round)
    return an_open_round(cast.ward, by=cast.alice)


def key_file(place: Path, round: Round) -> Path:
    return place / "rounds" / f"{round.public_id}.key"


def about(round: Round) -> list[str]:
    return [line for line in findings() if round.public_id in line]


def test_a_key_is_kept_in_both_places_for_one_pair_of_eyes(round: Round, places: tuple[Path, Path]) -> None:
    first, second = (key_file(place, round) for place in places)
    assert first.read_bytes() == second.read_bytes()
    assert {path.stat().st_mode & 0o777 for path in (first, second)} == {0o600}
    assert {path.parent.stat().st_mode & 0o777 for path in (first, second)} == {0o700}
    assert about(round) == []


def test_either_place_is_enough(round: Round, places: tuple[Path, Path]) -> None:
    key_file(places[0], round).unlink()
    assert has_key(round)
    assert "keys --repair" in about(round)[0]


def test_an_opening_that_was_cut_off_does_not_make_a_second_key(round: Round) -> None:
    assert make_key(round) == round.public_key


def test_half_a_key_is_no_key(round: Round, places: tuple[Path, Path]) -> None:
    for place in places:
        key_file(place, round).write_bytes(b"half")
    with pytest.raises(KeyIsLost):
        private_key(round)


def test_another_rounds_key_is_not_taken_for_this_ones(round: Round, places: tuple[Path, Path]) -> None:
    for place in places:
        key_file(place, round).write_bytes(bytes(PrivateKey.generate()))
    with pytest.raises(KeyIsLost):
        private_key(round)


def test_a_second_place_that_is_not_there_does_not_stop_a_round(
    cast: Cast, places: tuple[Path, Path], settings: LazySettings
) -> None:
    settings.FANLIGHT = dataclasses.replace(settings.FANLIGHT, secrets_copy=places[1] / "unplugged")
    round = an_open_round(cast.ward, by=cast.alice)
    assert has_key(round)
    assert "unplugged" in about(round)[0]
    assert not (places[1] / "unplugged").exists(), "a disk that is not there is not made up"


def test_destroying_reaches_both_places_and_twice_is_harmless(
    round: Round, places: tuple[Path, Path]
) -> None:
    kept = key_file(places[0], round).read_bytes()
    for _ in range(2):
        destroy_key(round)
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".destroyed"}
    assert kept not in {path.read_bytes() for path in files}


def test_a_key_on_a_disk_that_is_unplugged_is_not_called_destroyed(
    round: Round, places: tuple[Path, Path]
) -> None:
    places[1].rename(places[1].with_name("unplugged"))
    with pytest.raises(OSError, match="No such file"):
        destroy_key(round)
    assert not has_key(round), "what can be destroyed is destroyed"


@pytest.mark.django_db(transaction=True)
def test_the_rest_of_a_key_is_destroyed_when_its_disk_is_back(
    round: Round, places: tuple[Path, Path]
) -> None:
    put_in_urn(round=round, form=Form(codes={"T1": 4}))
    away = places[1].rename(places[1].with_name("unplugged"))
    close_and_release(round=round)
    tidy_urns()
    assert "still to be destroyed" in about(round)[0]
    away.rename(places[1])
    tidy_urns()
    assert rounds_with_files() == set()
    assert about(round) == []


def lose_key(round: Round, places: tuple[Path, Path]) -> bytes:
    kept = key_file(places[0], round).read_bytes()
    for place in places:
        key_file(place, round).unlink()
    return kept


def test_without_its_key_a_round_closes_and_stays_sealed(round: Round, places: tuple[Path, Path]) -> None:
    put_in_urn(round=round, form=Form(codes={"T1": 4}))
    lose_key(round, places)
    with pytest.raises(KeyIsLost):
        close_and_release(round=round)
    make_missing_releases()
    round.refresh_from_db()
    assert round.state == State.CLOSED
    assert SealedAnswer.objects.count() == 1
    assert "cannot be read" in about(round)[0]


def test_a_key_that_turns_up_again_makes_the_results(round: Round, places: tuple[Path, Path]) -> None:
    put_in_urn(round=round, form=Form(codes={"T1": 4}))
    kept = lose_key(round, places)
    close_round(round=round, by=None)
    key_file(places[1], round).write_bytes(kept)
    make_missing_releases()
    round.refresh_from_db()
    assert round.state == State.RELEASED
    assert Answer.objects.get().codes == {"T1": 4}


def test_a_lost_round_can_be_given_up(
    round: Round, places: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    put_in_urn(round=round, form=Form(codes={"T1": 4}))
    lose_key(round, places)
    close_round(round=round, by=None)
    assert main(["keys"]) == 1
    assert main(["keys", "--give-up", round.public_id, "--yes"]) == 0
    assert "could not be read" in capsys.readouterr().out
    assert SealedAnswer.objects.count() == 0
    assert Entry.objects.filter(verb="give_up_urn").count() == 1
    assert about(round) == [], "there is nothing left to do"


def test_a_round_with_its_key_is_not_given_up(round: Round, capsys: pytest.CaptureFixture[str]) -> None:
    close_round(round=round, by=None)
    with pytest.raises(ValueError, match="without its key"):
        give_up_urn(round=round, by=None)
    assert main(["keys", "--give-up", round.public_id, "--yes"]) == 2
    assert main(["keys", "--give-up", "nosuchround2", "--yes"]) == 2
    assert "no round nosuchround2" in capsys.readouterr().err


def test_missing_copies_are_put_back(
    round: Round, places: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    key_file(places[1], round).unlink()
    assert main(["keys"]) == 0
    assert "not in" in capsys.readouterr().out
    assert main(["keys", "--repair"]) == 0
    assert key_file(places[1], round).exists()


@pytest.mark.django_db(transaction=True)
def test_nothing_is_tidied_before_the_release(round: Round) -> None:
    assert tidy_urn(round=round) is False
    assert has_key(round)


@pytest.mark.django_db(transaction=True)
def test_rounds_that_close_together_share_one_rewrite_of_the_disk(
    cast: Cast, round: Round, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrites: list[int] = []
    monkeypatch.setattr(
        "fanlight.responses.actions.closing.erase_deleted",
        lambda: rewrites.append(len(rounds_with_files())) or erase_deleted(),
    )
    other = an_open_round(cast.elsewhere, by=cast.charlie)
    for each in (round, other):
        put_in_urn(round=each, form=Form(codes={"T1": 4}))
        close_round(round=each, by=None)
    make_missing_releases()
    assert rewrites == [2], "the last of them rewrites the disk, when both keys are destroyed"
    assert rounds_with_files() == set()
    assert not SealedAnswer.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_key_does_not_wait_for_other_rounds(cast: Cast, round: Round) -> None:
    waiting = an_open_round(cast.elsewhere, by=cast.charlie)
    put_in_urn(round=round, form=Form(codes={"T1": 4}))
    close_round(round=waiting, by=None)
    close_and_release(round=round)
    assert not has_key(round)
    assert rounds_with_files() == {round.public_id, waiting.public_id}, (
        "its pages are emptied with the other's"
    )
