"""How many answered, in words: a band, never a count."""

from fanlight.measure.disclosure import Band, Withheld
from fanlight.results.pages.reading import Reading


def answered(reading: Reading, *, people: int | None = None) -> str:
    """The beginning of a sentence, such as "25 or more of 34 people answered"."""
    if isinstance(reading.respondents, Withheld):
        return "Too few people answered"
    return f"{_of(reading.respondents.value, people)} answered"


def answers_came(reading: Reading) -> str:
    """The same where people were asked twice, so that answers are counted and not people."""
    if isinstance(reading.respondents, Withheld):
        return "Too few answers came"
    return f"{reading.respondents.value} answers came"


def _of(band: Band, people: int | None) -> str:
    """
    >>> _of(Band(25, 49), 34), _of(Band(25, 49), 60), _of(Band(11, 24), None), _of(Band(11, 24), 11)
    ('25 or more of 34 people', '25 to 49 of 60 people', '11 to 24 people', 'All 11 people')
    """
    if people is None:
        return f"{band} people"
    if people <= band.low:
        return f"All {people} people"
    if band.high is None or people <= band.high:
        return f"{band.low:,} or more of {people:,} people"
    return f"{band} of {people:,} people"
