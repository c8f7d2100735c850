"""The words and the order of a round's results. Everything here is made from a `Released` and nothing else."""

from fanlight.results.pages.reading import Finding, FocusResult, Reading, StatementResult, read_group
from fanlight.results.pages.round import ResultsPage, results_page

__all__ = [
    "Finding",
    "FocusResult",
    "Reading",
    "ResultsPage",
    "StatementResult",
    "read_group",
    "results_page",
]
