"""The words and the order on a team's pages."""

from fanlight.team.pages.home import home_page
from fanlight.team.pages.patterns import patterns_page
from fanlight.team.pages.round import round_page
from fanlight.team.pages.rounds import rounds_page
from fanlight.team.pages.teams import teams_page

__all__ = ["home_page", "patterns_page", "round_page", "rounds_page", "teams_page"]
