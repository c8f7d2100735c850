"""How anything in Fanlight becomes an action of a team: `/take-on/<kind>/<name>/`.

The features that lead to actions are strangers to each other and to the board. This table, above all of them, is where
they meet it. To let a new kind of thing become an action:

1. Write a function `(user, public_id) -> Proposal` in a file of its own here. It loads the thing through its own
   feature's `access`, so that a stranger gets 404 and a colleague without the role 403, and it suggests what stands
   in the form. Give `team` if the thing belongs to one; leave it None and the person chooses among their teams.
   Where nothing may lead from the action back to the thing (a concern), set `leads_back=False`.
2. Add it to `KINDS` under a short name. That name is kept with the action (`came_kind`).
3. If something may lead back, add the name of its page's address to `PAGES`; the thread links there.
4. Link to it from your template: `{{ url('take_on', args=['review', review.public_id]) }}`.
5. Add a line to `tests/team/test_taking_on.py`.
"""

from collections.abc import Callable

from django.http import Http404

from fanlight.people.models import User
from fanlight.team.taking_on.branch import from_branch
from fanlight.team.taking_on.guide import from_card, from_idea
from fanlight.team.taking_on.learned import from_learned, from_thanks
from fanlight.team.taking_on.looking import from_theme
from fanlight.team.taking_on.proposal import Proposal
from fanlight.team.taking_on.stories import from_story

KINDS: dict[str, Callable[[User, str], Proposal]] = {
    "idea": from_idea,
    "card": from_card,
    "branch": from_branch,
    "theme": from_theme,
    "story": from_story,
    "learned": from_learned,
    "thanks": from_thanks,
}

# The page that an action of this kind leads back to: a URL name that takes the thing's name.
PAGES: dict[str, str] = {
    "idea": "guide_idea",
    "card": "guide_card",
    "theme": "theme",
    "story": "story",
    "learned": "review_of_line",
}


def proposal_for(user: User, kind: str, public_id: str) -> Proposal:
    """What a thing suggests to this person; 404 if there is no such thing for them."""
    if kind not in KINDS:
        raise Http404("nothing of this kind becomes an action")
    return KINDS[kind](user, public_id)


__all__ = ["KINDS", "PAGES", "Proposal", "proposal_for"]
