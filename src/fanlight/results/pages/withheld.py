"""Why some results are not shown: the rules themselves, in words, so that the page cannot drift from them."""

from dataclasses import dataclass

from fanlight.design.parts import Row
from fanlight.measure.disclosure import Policy, Reason

REASONS = (
    ("Too few people", (Reason.TOO_FEW, Reason.TOO_FEW_ANSWERS)),
    ("Too few, or it would give away somebody else", (Reason.SMALL_GROUP, Reason.QUESTION)),
    ("Nearly everybody said the same", (Reason.ALL_ALIKE,)),
    ("Part of something withheld", (Reason.PART_WITHHELD,)),
)


@dataclass(frozen=True)
class WhyWithheldPage:
    """The page that explains what is held back."""

    title: str
    lead: str
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    rules: tuple[Row, ...]


def why_withheld_page(policy: Policy | None = None) -> WhyWithheldPage:
    thresholds = (policy or Policy()).thresholds()
    return WhyWithheldPage(
        title="Why can’t I see this?",
        lead="Some results are held back so that nobody can work out who said what. Nobody else sees them either: not "
        "those who lead the team, and not those who run Fanlight.",
        reasons=tuple((title, tuple(reason.words for reason in reasons)) for title, reasons in REASONS),
        rules=tuple(
            Row(text=f"{rule.name}: {rule.value}", detail=f"{rule.reason} May be changed: {rule.may_be}.")
            for rule in thresholds
        ),
    )
