"""What comes after the close: comments that somebody reads first, and a talk on phones. Neither may leave its words."""

import secrets

from django.db import connection

from fanlight.debriefs.actions import add_thought, begin_live, end_live, go_on, place_dots
from fanlight.debriefs.models import LiveStep
from fanlight.people.actions import add_organisation, add_person, add_team, give_team_role
from fanlight.people.models import OrganisationKind
from fanlight.people.roles import Role
from fanlight.responses.models import Comment
from fanlight.results.actions import judge_comment, share_comments
from fanlight.results.comments import written
from support.worlds import a_commented_round, a_released_round


class Talk:
    """The real one."""

    def __init__(self) -> None:
        """With people of its own: another way of keeping may have made the cast before, or will."""
        name = secrets.token_hex(4)
        place = add_organisation(name=f"Place {name}", kind=OrganisationKind.NHS_TRUST, by=None)
        self.team = add_team(organisation=place, name="Ward 7", by=None)
        self.lead = add_person(email=f"{name}@example.org", name="Some Body", by=None)
        give_team_role(team=self.team, user=self.lead, role=Role.LEAD, by=None)

    def write(self, secret: str) -> int:
        """A round in which somebody wrote a secret. Says how many comments wait."""
        said = [f"It was {secret} who was alone.", "We help each other."]
        self.round = a_commented_round(self.team, by=self.lead, comments=said)
        return Comment.objects.filter(round=self.round).count()

    def share(self, secret: str) -> int:
        """The first reader blacks the secret out and shows the rest. Says how many comments still wait."""
        for one in written(self.round):
            hidden = [secret] if secret in one.text else []
            judge_comment(round=self.round, key=str(one.key), leaves_out=False, hidden=hidden, by=None)
        share_comments(round=self.round, by=None)
        connection.close()
        return Comment.objects.filter(round=self.round).count()

    def think(self, secret: str) -> str:
        """Six phones, one of which says the secret."""
        self.live = begin_live(round=a_released_round(self.team, by=self.lead), topics=["Handover"], by=None)
        for _ in range(6):
            place_dots(live=self.live, chosen=[0])
        go_on(live=self.live, step=LiveStep.CHOOSE, by=None)
        go_on(live=self.live, step=LiveStep.CHOSEN, by=None)
        for place in range(6):
            add_thought(live=self.live, words=f"{secret} said so" if place == 3 else f"thought {place}")
        return "in the box"

    def end(self) -> str:
        end_live(live=self.live, by=None)
        connection.close()
        return "over"
