"""Reads about people and where they belong."""

from fanlight.people.queries.listed import calm_name, is_list_loaded, listed_organisations
from fanlight.people.queries.names import first_about_somebody, gives_away
from fanlight.people.queries.people import (
    Place,
    Seat,
    administrators_of,
    first_readers,
    organisations_with,
    places_of,
    seats_above,
    seats_in_organisation,
    seats_in_team,
    team_addresses,
    user_with_email,
    user_with_public_id,
    who_hold,
)
from fanlight.people.queries.plan import Line, Plan, Step, plan_import
from fanlight.people.queries.record import Happening, happenings
from fanlight.people.queries.rules import AskingRules, asking_rules, rules_from_above
from fanlight.people.queries.teams import (
    all_teams_of,
    teams_after,
    teams_before,
    teams_below,
    teams_of,
    teams_that_asked,
)
from fanlight.people.queries.tree import (
    Branch,
    Leaf,
    leaf_of,
    organisations_managed_by,
    organisations_seen_by,
    tree_below,
)

__all__ = [
    "AskingRules",
    "Branch",
    "Happening",
    "Leaf",
    "Line",
    "Place",
    "Plan",
    "Seat",
    "Step",
    "administrators_of",
    "all_teams_of",
    "asking_rules",
    "calm_name",
    "first_about_somebody",
    "first_readers",
    "gives_away",
    "happenings",
    "is_list_loaded",
    "leaf_of",
    "listed_organisations",
    "organisations_managed_by",
    "organisations_seen_by",
    "organisations_with",
    "places_of",
    "plan_import",
    "rules_from_above",
    "seats_above",
    "seats_in_organisation",
    "seats_in_team",
    "team_addresses",
    "teams_after",
    "teams_before",
    "teams_below",
    "teams_of",
    "teams_that_asked",
    "tree_below",
    "user_with_email",
    "user_with_public_id",
    "who_hold",
]
