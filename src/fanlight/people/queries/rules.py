"""How the teams of an organisation are asked: the smallest group that is shown, and the rest between two rounds."""

from dataclasses import dataclass

from django.conf import settings

from fanlight.people.models import Organisation

USUAL_REST = 60


@dataclass(frozen=True)
class AskingRules:
    """What holds for a place, from its own rules and those of everything above it."""

    minimum: int
    rest_days: int


def asking_rules(organisation: Organisation) -> AskingRules:
    """The rules here: the highest minimum of all above (nobody below can lower it), and the nearest rest."""
    lineage = organisation.lineage
    asked = [one.minimum for one in lineage if one.minimum is not None]
    rests = [one.rest_days for one in lineage if one.rest_days is not None]
    return AskingRules(
        minimum=max([settings.FANLIGHT.minimum_group, *asked]), rest_days=rests[0] if rests else USUAL_REST
    )


def rules_from_above(organisation: Organisation) -> AskingRules:
    """What would hold here if the organisation had no rules of its own."""
    if organisation.parent is None:
        return AskingRules(settings.FANLIGHT.minimum_group, USUAL_REST)
    return asking_rules(organisation.parent)
