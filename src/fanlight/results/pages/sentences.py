"""How a figure is said: as a share of people, and with how sure we are of it."""

from collections.abc import Sequence
from enum import Enum

from fanlight.design.english import capital, counted, number, share
from fanlight.measure.changed import Changed, Verdict
from fanlight.measure.disclosure import Bounded, Percentage, Question, Shown, Span, Withheld
from fanlight.results.pages.likeness import Likeness

EXACT = 1  # points: an interval no wider is only rounding
CLOSE = 12  # points
ROUGH = 25  # points: an interval wider than this is called rough


class Asked(Enum):
    """Of whom the people who answered are a part. It decides what an interval is about."""

    A_KNOWN_TEAM = "a-known-team"
    UNKNOWN = "unknown"


def choosing(question: Question, *, of_one: bool = False) -> str:
    """What people did who gave a positive answer: "agree", "say no", or the answers' own names.

    Where it is good news to disagree, that is a plain no: "few disagree that some are left out" is read twice.

    >>> choosing(Question("q", ("Strongly disagree", "Disagree", "Neither", "Agree"), frozenset({0, 1})))
    'say no'
    >>> choosing(Question("q", ("Never", "Sometimes", "Often", "Always"), frozenset({2, 3})), of_one=True)
    'says “Often” or “Always”'
    """
    labels = [question.categories[place] for place in sorted(question.positive)]
    ending = "s" if of_one else ""
    if all("disagree" in label.casefold() for label in labels):
        return f"say{ending} no"
    if all("agree" in label.casefold() and "disagree" not in label.casefold() for label in labels):
        return f"agree{ending}"
    return f"say{ending} {_named(labels)}"


def _named(labels: Sequence[str]) -> str:
    if len(labels) <= 2:
        return " or ".join(f"“{label}”" for label in labels)
    return f"from “{labels[0]}” to “{labels[-1]}”"


def how_many(positive: Percentage | None, question: Question) -> str:
    """How many are on the good side of a statement, as people say it; nothing where nothing may be said."""
    match positive:
        case Shown(percent):
            people = share(percent)
            return f"{capital(people)} {choosing(question, of_one=people.endswith('body'))}"
        case Bounded() as bound:
            return f"{capital(str(bound))} {choosing(question)}"
    return ""


def sureness(positive: Percentage | None, interval: Span | None, asked: Asked) -> str:
    """How far the figure could be off, in words."""
    if isinstance(positive, Withheld) or positive is None:
        return ""
    if isinstance(positive, Bounded) or interval is None:
        return "Nearly everybody answered alike, so only this much is said."
    return _around(interval, asked)


def _around(interval: Span, asked: Asked) -> str:
    width = interval.high - interval.low
    if width <= EXACT:
        return f"As good as exact: {interval.low}% to {interval.high}%." if width else "This is exact."
    sure = "Close to certain" if width <= CLOSE else "Fairly sure" if width <= ROUGH else "Rough"
    whom = "had everybody answered" if asked is Asked.A_KNOWN_TEAM else "among many more people like these"
    return f"{sure}: {whom}, it would very likely be {interval}."


def seen(likeness: Likeness | None) -> str:
    """Whether people see it alike, in a few words; nothing where they neither do nor differ."""
    match likeness:
        case Likeness.ALIKE:
            return "Most see it alike."
        case Likeness.TWO_CAMPS:
            return "Two camps: people see it differently, with few in between."
        case Likeness.SPREAD:
            return "Opinions are spread from one end to the other."
    return ""


VERDICTS = {
    Verdict.BETTER: "Better",
    Verdict.WORSE: "Worse",
    Verdict.CHANCE: "Could be chance",
}


def verdict(change: Changed) -> str:
    """What may be said of a change, with how far it reaches.

    >>> verdict(Changed(52, 66, 3, 25)), verdict(Changed(52, 50, -12, 8))
    ('Better than last time: 3 to 25 more in 100.', 'Could be chance: from 12 fewer to 8 more in 100.')
    """
    than = "" if change.verdict is Verdict.CHANCE else " than last time"
    return f"{VERDICTS[change.verdict]}{than}: {moved(change.low, change.high)}."


def moved(low: int, high: int) -> str:
    """How far a share may have gone up or down, counted in people.

    >>> moved(3, 25), moved(-9, -3), moved(2, 2)
    ('3 to 25 more in 100', '3 to 9 fewer in 100', '2 more in 100')
    >>> moved(-12, 8), moved(0, 4), moved(0, 0)
    ('from 12 fewer to 8 more in 100', 'up to 4 more in 100', 'no change')
    """
    if low < 0 < high:
        return f"from {-low} fewer to {high} more in 100"
    near, far = sorted((abs(low), abs(high)))
    if not far:
        return "no change"
    many = str(far) if near == far else f"{near} to {far}" if near else f"up to {far}"
    return f"{many} {'more' if high > 0 else 'fewer'} in 100"


def headline(strengths: int, worth_talking_about: int) -> str:
    """What stood out, in one line.

    >>> headline(3, 1)
    'Three things go well, one is worth talking about'
    >>> headline(0, 2), headline(0, 0)
    ('Two things are worth talking about', 'Nothing stands out clearly')
    """
    if not strengths and not worth_talking_about:
        return "Nothing stands out clearly"
    noun = "is" if worth_talking_about == 1 else "are"
    if not strengths:
        return capital(f"{counted(worth_talking_about, 'thing')} {noun} worth talking about")
    well = f"{counted(strengths, 'thing')} {'goes' if strengths == 1 else 'go'} well"
    talk = f", {number(worth_talking_about)} {noun} worth talking about" if worth_talking_about else ""
    return capital(well + talk)


def since_title(better: int, worse: int) -> str:
    """What has changed since last time, in one line.

    >>> since_title(0, 0), since_title(1, 3)
    ('Nothing has clearly changed since last time', 'One thing is better than last time, three are worse')
    """
    if not better and not worse:
        return "Nothing has clearly changed since last time"
    verb = {True: "is", False: "are"}
    if not better:
        return capital(f"{counted(worse, 'thing')} {verb[worse == 1]} worse than last time")
    title = f"{counted(better, 'thing')} {verb[better == 1]} better than last time"
    return capital(f"{title}, {number(worse)} {verb[worse == 1]} worse" if worse else title)


def on_average(positive: Percentage | None) -> str:
    """A theme's figure in words. It is the mean of its statements' figures, never a share of people."""
    match positive:
        case Shown(percent):
            people = share(percent)
            answer = "answers" if people.endswith("body") else "answer"
            return f"On average, {people} {answer} favourably: {percent}."
        case Bounded() as bound:
            return f"On average, {bound} answer favourably."
    return ""


def figure(value: Percentage | None) -> str:
    """A figure as a table has it; the word "withheld" where there is none, with its reason elsewhere."""
    return "–" if value is None else str(value)


def span(interval: Span | None) -> str:
    """Where a figure may lie, as a table has it."""
    if interval is None:
        return "–"
    return f"{interval.low}%" if interval.low == interval.high else str(interval)
