"""What goes into the urn comes out of it once, whole, and looking like every other."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.public import PrivateKey

from fanlight.audit.models import Entry
from fanlight.responses.actions import open_urn, put_in_urn
from fanlight.responses.models import Answer, Comment, SealedAnswer
from fanlight.responses.urn import Form, TooLong, Unreadable, each_once, seal, unseal
from fanlight.surveys.models import Round
from support.worlds import Cast, an_open_round

KEY = PrivateKey.generate()
ROUND = cast(Any, SimpleNamespace(public_key=KEY.public_key.encode().hex()))

codes = st.dictionaries(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=8), st.integers(0, 99), max_size=60
)
forms = st.builds(
    Form,
    codes=codes,
    comment=st.text(st.characters(codec="utf-8"), max_size=300),
    edition=st.integers(0, 1000),
)


@settings(max_examples=60)
@given(forms)
def test_what_is_sealed_can_be_opened_with_the_key(form: Form) -> None:
    assert unseal(seal(form, round=ROUND), key=KEY) == form


@settings(max_examples=60)
@given(forms, forms)
def test_every_seal_has_the_same_length_and_is_new(one: Form, other: Form) -> None:
    seals = [seal(one, round=ROUND), seal(one, round=ROUND), seal(other, round=ROUND)]
    assert len({len(sealed) for sealed in seals}) == 1
    assert len(set(seals)) == 3


def test_the_largest_form_fits() -> None:
    widest = Form(codes={f"item-{number}": 10 for number in range(300)}, comment="ই" * 800)
    assert unseal(seal(widest, round=ROUND), key=KEY) == widest


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(TooLong, match="may take"):
        seal(Form(codes={}, comment="x" * 9000), round=ROUND)


@settings(max_examples=40)
@given(st.binary(max_size=200), forms)
def test_rubbish_and_damage_are_unreadable_and_nothing_worse(rubbish: bytes, form: Form) -> None:
    damaged = bytearray(seal(form, round=ROUND))
    damaged[100] ^= 1
    for content in (rubbish, bytes(damaged)):
        with pytest.raises(Unreadable):
            unseal(content, key=KEY)


def test_a_form_does_not_show_itself() -> None:
    assert "7" not in repr(Form(codes={"T1": 7, "T2": 7}, comment="7", ballot="7"))


def test_one_form_sent_twice_counts_once_and_its_later_edition_counts() -> None:
    first = Form(codes={"T1": 1}, edition=1)
    later = Form(codes={"T1": 2}, ballot=first.ballot, edition=2)
    somebody_else = Form(codes={"T1": 1})
    assert each_once([later, first, somebody_else, first]) == [later, somebody_else]


@pytest.fixture
def round(cast: Cast) -> Round:
    return an_open_round(cast.ward, by=cast.alice)


@pytest.mark.django_db
def test_a_double_is_dropped_when_the_urn_is_opened(round: Round) -> None:
    form = Form(codes={"T1": 4}, comment="Twice")
    for _ in range(3):
        put_in_urn(round=round, form=form)
    assert open_urn(round=round) == 1
    assert Answer.objects.count() == Comment.objects.count() == 1


@pytest.mark.django_db
def test_nothing_ties_a_comment_to_an_answer(round: Round) -> None:
    put_in_urn(round=round, form=Form(codes={"T1": 4}, comment="Thank you for asking"))
    put_in_urn(round=round, form=Form(codes={"T1": 2}))
    open_urn(round=round)
    assert Comment.objects.get().text == "Thank you for asking"
    assert [answer.codes for answer in Answer.objects.order_by("id") if "Thank" in str(answer.codes)] == []
    assert Comment.objects.get().id not in set(Answer.objects.values_list("id", flat=True))


@pytest.mark.django_db
def test_what_cannot_be_read_is_left_out_and_that_is_on_record(round: Round) -> None:
    put_in_urn(round=round, form=Form(codes={"T1": 4}))
    SealedAnswer.objects.create(round=round, sealed=b"rubbish")
    assert open_urn(round=round) == 1
    assert SealedAnswer.objects.count() == 0
    assert Entry.objects.get(verb="leave_out_unreadable").detail == {"forms": 1}


@pytest.mark.django_db
def test_whatever_was_never_asked_is_dropped(round: Round) -> None:
    put_in_urn(round=round, form=Form(codes={"T1": 4, "T2": 77, "made-up": 1}))
    open_urn(round=round)
    assert Answer.objects.get().codes == {"T1": 4}
