"""Slips: each works once, mistyped ones are told apart from guesses, and nothing says who drew which."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanlight.audit.fields import ALPHABET
from fanlight.audit.models import Entry
from fanlight.responses.actions import RoundIsShut, SlipIsNeeded, SlipIsSpent, make_slips, put_in_urn
from fanlight.responses.models import SealedAnswer, Slip
from fanlight.responses.slips import LENGTH, new_code, read_code, shown
from fanlight.responses.urn import Form
from fanlight.surveys.actions import NotNow, close_round
from fanlight.surveys.models import Round, Way
from support.worlds import Cast, an_open_round

drawn = st.builds(new_code)


@given(drawn)
def test_a_code_can_be_typed_as_it_is_printed_or_in_capitals(code: str) -> None:
    assert read_code(shown(code)) == read_code(f"  {shown(code).upper()} ") == code


@settings(max_examples=300)
@given(drawn, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_noticed(code: str, place: int, letter: str) -> None:
    typed = code[:place] + letter + code[place + 1 :]
    assert read_code(typed) == (code if typed == code else None)


@settings(max_examples=300)
@given(drawn, st.integers(0, LENGTH - 2))
def test_two_letters_that_changed_places_are_noticed(code: str, place: int) -> None:
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if place < LENGTH - 2:
        assert read_code(typed) == (code if typed == code else None)


@given(st.text(max_size=40))
def test_anything_else_is_no_code(typed: str) -> None:
    code = read_code(typed)
    assert code is None or len(code) == LENGTH


@pytest.fixture
def round(cast: Cast) -> Round:
    return an_open_round(cast.ward, by=cast.alice, ways=(Way.SLIPS,), people=12)


FORM = Form(codes={"T1": 4})


@pytest.mark.django_db
def test_a_slip_works_once(round: Round) -> None:
    slip, other = make_slips(round=round, number=2, by=None)
    put_in_urn(round=round, form=FORM, slip=slip)
    with pytest.raises(SlipIsSpent):
        put_in_urn(round=round, form=FORM, slip=slip)
    put_in_urn(round=round, form=FORM, slip=other)
    assert SealedAnswer.objects.count() == 2


@pytest.mark.django_db
@pytest.mark.parametrize("slip", [None, "", "2222222222"])
def test_without_a_slip_of_this_round_nothing_is_kept(slip: str | None, round: Round) -> None:
    make_slips(round=round, number=3, by=None)
    with pytest.raises(SlipIsNeeded):
        put_in_urn(round=round, form=FORM, slip=slip)
    assert SealedAnswer.objects.count() == 0


@pytest.mark.django_db
def test_another_rounds_slip_is_not_spent_here(round: Round, cast: Cast) -> None:
    elsewhere = an_open_round(cast.elsewhere, by=cast.charlie, ways=(Way.SLIPS,))
    (slip,) = make_slips(round=elsewhere, number=1, by=None)
    with pytest.raises(SlipIsNeeded):
        put_in_urn(round=round, form=FORM, slip=slip)
    put_in_urn(round=elsewhere, form=FORM, slip=slip)


@pytest.mark.django_db(transaction=True)
def test_a_slip_is_not_spent_by_an_answer_that_could_not_be_kept(round: Round) -> None:
    (slip,) = make_slips(round=round, number=1, by=None)
    too_long = Form(codes={}, comment="x" * 9000)
    with pytest.raises(Exception, match="may take"):
        put_in_urn(round=round, form=too_long, slip=slip)
    put_in_urn(round=round, form=FORM, slip=slip)


@pytest.mark.django_db
def test_no_code_is_kept_and_their_number_is_on_record(round: Round) -> None:
    codes = make_slips(round=round, number=12, by=None)
    kept = list(Slip.objects.values_list("digest", flat=True))
    assert len(set(codes)) == len(kept) == 12
    assert not [code for code in codes if any(code in digest for digest in kept)]
    assert Entry.objects.get(verb="make_slips").detail == {"number": 12}


@pytest.mark.django_db
def test_nobody_prints_themself_a_majority(round: Round) -> None:
    make_slips(round=round, number=30, by=None)
    with pytest.raises(NotNow, match="4 more slips"):
        make_slips(round=round, number=5, by=None)
    make_slips(round=round, number=4, by=None)
    with pytest.raises(NotNow, match="No more slips"):
        make_slips(round=round, number=1, by=None)


@pytest.mark.django_db
def test_a_round_that_is_over_has_no_use_for_slips(round: Round) -> None:
    (slip,) = make_slips(round=round, number=1, by=None)
    close_round(round=round, by=None)
    with pytest.raises(RoundIsShut):
        put_in_urn(round=round, form=FORM, slip=slip)
    with pytest.raises(NotNow, match="over"):
        make_slips(round=round, number=1, by=None)
