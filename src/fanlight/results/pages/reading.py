"""One group's release, read in the questionnaire's own words: what stood out, then theme by theme."""

from dataclasses import dataclass

from fanlight.design.english import listed, number
from fanlight.measure.changed import Changed, Verdict
from fanlight.measure.disclosure import (
    EVERYBODY,
    Band,
    Group,
    Percentage,
    Shown,
    Withheld,
)
from fanlight.results.pages.likeness import Likeness
from fanlight.results.pages.sentences import (
    headline,
    on_average,
)
from fanlight.results.pages.statement import StatementReading

OTHERS = "other-questions"


@dataclass(frozen=True)
class Finding:
    """One thing that stood out, and the theme it belongs to."""

    statement: StatementReading
    theme: str
    focus: str | None

    @property
    def words(self) -> str:
        return f"{self.statement.how_many}: {self.statement.quoted}"

    @property
    def how_sure(self) -> str:
        is_clear = not self.statement.has_become(Verdict.CHANCE)
        verdict = self.statement.verdict if is_clear else ""
        return " ".join(filter(None, (self.statement.sureness, self.statement.seen, verdict)))


@dataclass(frozen=True, kw_only=True)
class ThemeReading:
    """A theme of the questionnaire: its own figure (the mean of its statements' figures), and its statements."""

    code: str
    title: str
    why: str
    focus: str | None
    positive: Percentage | None
    statements: tuple[StatementReading, ...]

    @property
    def withheld(self) -> Withheld | None:
        return self.positive if isinstance(self.positive, Withheld) else None

    @property
    def summary(self) -> str:
        """The theme in two or three sentences."""
        parts = (on_average(self.positive), self._apart(), self._likeness())
        return " ".join(filter(None, parts))

    def _apart(self) -> str:
        known = [(each, each.lies_in) for each in self.statements]
        spans = [(each, span) for each, span in known if span is not None]
        if len(spans) < 2:
            return ""
        top, highest = max(spans, key=lambda pair: (pair[1].low, pair[0].code))
        bottom, lowest = min(spans, key=lambda pair: (pair[1].high, pair[0].code))
        if highest.low <= lowest.high:
            return "The statements lie too close together to tell them apart."
        return f"Clearly apart: {top.with_figure} and {bottom.with_figure}."

    def _likeness(self) -> str:
        """Which statements people see alike, and which in two camps."""
        alike, camps, spread = (
            [f"“{each.label}”" for each in self.statements if each.likeness is kind]
            for kind in (Likeness.ALIKE, Likeness.TWO_CAMPS, Likeness.SPREAD)
        )
        words = []
        if len(alike) == len(self.statements):
            words.append("People see all of this alike.")
        elif alike:
            words.append(f"People see most alike: {listed(alike)}.")
        if camps:
            words.append(f"People see this differently, in two camps: {listed(camps)}.")
        if spread:
            words.append(f"Opinions are spread: {listed(spread)}.")
        return " ".join(words)

    @property
    def compared(self) -> tuple[StatementReading, ...]:
        """The statements that were asked in the round before too."""
        return tuple(each for each in self.statements if each.change)

    @property
    def what_changed(self) -> str:
        """Since the round before, in a line; nothing where nothing can be compared."""
        known = [each for each in self.compared if isinstance(each.change, Changed)]
        if not known:
            return ""
        better, worse = (
            sum(each.has_become(kind) for each in known) for kind in (Verdict.BETTER, Verdict.WORSE)
        )
        parts = [f"{number(better)} better"] if better else []
        parts += [f"{number(worse)} worse"] if worse else []
        if better + worse < len(known):
            parts.append("the rest could be chance" if parts else "what moved could be chance")
        return f"Since last time: {listed(parts)}"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """All that is said of one group. `others` are the statements that belong to no theme.

    `since` names the round before, where there is one with the same statements.
    """

    group: Group
    respondents: Shown[Band] | Withheld
    strengths: tuple[Finding, ...]
    worth_talking_about: tuple[Finding, ...]
    line: float | None
    themes: tuple[ThemeReading, ...]
    others: tuple[StatementReading, ...]
    since: str = ""

    @property
    def name(self) -> str:
        """The group's name. A mere number says what it numbers: "education 3"."""
        name = str(self.group)
        return name if any(letter.isalpha() for letter in name) else f"{self.group.split} {name}"

    @property
    def whose(self) -> str:
        """The group's name where it must be said; nothing for everybody."""
        return "" if self.is_everybody else self.name

    @property
    def withheld(self) -> Withheld | None:
        return self.respondents if isinstance(self.respondents, Withheld) else None

    @property
    def is_everybody(self) -> bool:
        return self.group == EVERYBODY

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.strengths + self.worth_talking_about

    @property
    def statements(self) -> tuple[StatementReading, ...]:
        """Every statement once, in the order of the themes, those in no theme last."""
        once = {each.code: each for theme in self.themes for each in theme.statements}
        return (*once.values(), *self.others)

    def that_became(self, verdict: Verdict) -> tuple[StatementReading, ...]:
        return tuple(each for each in self.statements if each.has_become(verdict))

    @property
    def compared(self) -> tuple[StatementReading, ...]:
        """The statements of which a change can be said, whatever it is."""
        return tuple(each for each in self.statements if isinstance(each.change, Changed))

    @property
    def all_themes(self) -> tuple[ThemeReading, ...]:
        """The themes in the questionnaire's order, and what belongs to none as the last."""
        if not self.others:
            return self.themes
        last = ThemeReading(
            code=OTHERS, title="Other questions", why="", focus=None, positive=None, statements=self.others
        )
        return (*self.themes, last)

    @property
    def headline(self) -> str:
        """What stood out, in one line."""
        if self.withheld:
            return "Too few people answered to show results"
        return headline(len(self.strengths), len(self.worth_talking_about))
