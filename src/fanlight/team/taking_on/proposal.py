"""What something suggests to a team as an action."""

from dataclasses import dataclass

from fanlight.design.frame import Link
from fanlight.guide.queries import Focus, WorkSystem
from fanlight.people.models import Team


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Everything is only suggested: the person changes it as they like before it goes on the board.

    `team` is None where the person chooses among their own. With `leads_back` the action keeps the kind and the
    name of what it came from, so that the thread can link to it; without, it keeps only `came_from`, in words.
    """

    came_from: str
    back: Link
    team: Team | None = None
    what: str = ""
    first_step: str = ""
    focus: Focus | None = None
    element: WorkSystem | None = None
    card: str = ""
    leads_back: bool = True
