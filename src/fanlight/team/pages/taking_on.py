"""The page on which something becomes an action."""

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.people.pages.asking import AskPage, WordsPage
from fanlight.team.taking_on import Proposal


def take_on_page(proposal: Proposal) -> AskPage:
    return AskPage(
        title="Take this on?",
        lead=f"{proposal.came_from}. Change the words until they are yours.",
        button="Put it on the board",
        trail=(proposal.back,),
        way_back=Link(text="Not now", href=proposal.back.href),
    )


def no_team_page() -> WordsPage:
    return WordsPage(
        title="Which team would try it?",
        paragraphs=(
            "An action belongs to a team, and you are not in one yet.",
            "Ask the team’s lead to invite you. Until then, the guide is all yours to read.",
        ),
        way_on=Link(text="The guide", href=reverse("guide")),
    )
