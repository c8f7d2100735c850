"""An idea of a driver diagram becomes an action: for everybody in its team."""

from fanlight.guide.queries.here import the_guide
from fanlight.improvement.access import branch_in_team
from fanlight.improvement.pages.aim import aim_link
from fanlight.people.models import User
from fanlight.team.taking_on.guide import from_idea
from fanlight.team.taking_on.proposal import Proposal


def from_branch(user: User, public_id: str) -> Proposal:
    branch = branch_in_team(user, public_id)
    aim = branch.aim
    known = branch.idea in {idea.slug for idea in the_guide().ideas}
    guides = from_idea(user, branch.idea) if known else None
    return Proposal(
        came_from=f"An idea for our aim: {aim.what}",
        back=aim_link(aim),
        team=aim.team,
        what=branch.words,
        first_step=guides.first_step if guides else "",
        focus=guides.focus if guides else None,
        element=guides.element if guides else None,
    )
