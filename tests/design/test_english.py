import doctest

import pytest

from fanlight.design import english


def test_the_examples_in_the_docstrings_hold():
    outcome = doctest.testmod(english)
    assert outcome.attempted > 8
    assert outcome.failed == 0


@pytest.mark.parametrize("percent", range(101))
def test_a_share_in_words_is_never_further_off_than_its_neighbours(percent):
    said = {word: value for value, word in english.SHARES}[english.share(percent)]
    assert abs(said - percent) <= 5


def test_only_all_and_none_are_called_everybody_and_nobody():
    assert [p for p in range(101) if english.share(p) in ("everybody", "nobody")] == [0, 100]


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_share_outside_the_scale_is_refused(percent):
    with pytest.raises(ValueError, match="between 0 and 100"):
        english.share(percent)


def test_an_empty_list_is_said_as_nothing():
    assert english.listed([]) == ""
