"""Users, organisations, teams, and who is what to whom."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils import timezone
from django.utils.crypto import salted_hmac

from fanlight.audit.fields import PublicIdField
from fanlight.measure.disclosure import FLOOR
from fanlight.people.roles import TEAM_ROLES, Role


class Users(BaseUserManager["User"]):
    def create_user(self, email: str, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_unusable_password()
        user.save()
        return user


class User(AbstractBaseUser):
    """Somebody who signs in. Staff who only answer never need to be one."""

    public_id = PublicIdField()
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100)
    is_active = models.BooleanField(default=True)
    sign_outs = models.PositiveIntegerField(default=0)  # how often they signed out everywhere at once
    last_login = None  # when somebody was last here is nobody's business

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Ends every session when the password changes, and when the person signs out everywhere."""
        what = f"{self.password} {self.sign_outs}"
        return salted_hmac("fanlight.people.session", what, secret=secret, algorithm="sha256").hexdigest()


@receiver(pre_save, sender="mfa.Authenticator")
def _keep_no_last_visit(instance: models.Model, **_: object) -> None:
    """A passkey or an app would remember when it was last used: that is nobody's business either."""
    vars(instance)["last_used_at"] = None


class OrganisationKind(models.TextChoices):
    NHS_TRUST = "nhs_trust", "NHS trust"
    CARE_PROVIDER = "care_provider", "Care provider"
    GP_PRACTICE = "gp_practice", "GP practice"
    PHARMACY = "pharmacy", "Pharmacy"
    PART = "part", "A part of one: a division, site or service"
    OTHER = "other", "Another kind of organisation"


UP = "SELECT o.id, o.parent_id FROM people_organisation o JOIN found ON o.id = found.parent_id"
DOWN = "SELECT o.id, o.parent_id FROM people_organisation o JOIN found ON o.parent_id = found.id"


class Organisations(models.QuerySet["Organisation"]):
    """Sets of organisations, followed up or down the tree in one query, however deep it is."""

    def above(self, start: Iterable[int]) -> "Organisations":
        """These and everything that they are a part of."""
        return self._follow(UP, start)

    def below(self, start: Iterable[int]) -> "Organisations":
        """These and everything that is a part of them."""
        return self._follow(DOWN, start)

    def _follow(self, step: str, start: Iterable[int]) -> "Organisations":
        keys = sorted(set(start))
        if not keys:
            return self.none()
        marks = ",".join(["%s"] * len(keys))
        sql = (
            "WITH RECURSIVE found(id, parent_id) AS ("  # noqa: S608 (only placeholders are put in)
            f"SELECT id, parent_id FROM people_organisation WHERE id IN ({marks}) UNION {step}"
            ") SELECT id FROM found"
        )
        return self.filter(pk__in=RawSQL(sql, keys))  # noqa: S611 (its parameters are bound)


class Organisation(models.Model):
    """A trust, a group, a division, a practice: a tree of any depth, with teams as its leaves."""

    public_id = PublicIdField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=OrganisationKind)
    ods_code = models.CharField(max_length=12, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    # How its teams are asked. Empty: as the organisation above, or the site, has it.
    minimum = models.PositiveIntegerField(null=True, default=None)
    rest_days = models.PositiveIntegerField(null=True, default=None)

    objects = Organisations.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["parent", "name"], name="organisation_name_among_siblings"),
            models.CheckConstraint(
                name="no_organisation_is_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
            ),
            models.CheckConstraint(
                name="no_minimum_is_below_the_floor",
                condition=Q(minimum__isnull=True) | Q(minimum__gte=FLOOR),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def lineage(self) -> list["Organisation"]:
        """This organisation and those above it, nearest first."""
        above = {one.pk: one for one in Organisation.objects.above([self.pk])}
        found = [self]
        above.pop(self.pk, None)
        while found[-1].parent_id in above:
            found.append(above.pop(found[-1].parent_id))
        return found


class Teams(models.QuerySet["Team"]):
    def working(self) -> "Teams":
        """Teams that have not ended."""
        return self.filter(ended_on__isnull=True)


class Team(models.Model):
    """People who work together day by day, and to whom their results belong."""

    public_id = PublicIdField()
    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    join_code = models.CharField(max_length=12, null=True, unique=True, default=None)  # null: the link is off
    ended_on = models.DateField(null=True, default=None)
    # Merged or split: the teams that carry on. Rounds stay with the team whose they were.
    followed_by = models.ManyToManyField("self", symmetrical=False, related_name="came_from")

    objects = Teams.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name"],
                condition=Q(ended_on__isnull=True),
                name="team_name_in_organisation",
            ),
            models.CheckConstraint(
                name="a_team_that_has_ended_has_no_join_link",
                condition=Q(ended_on__isnull=True) | Q(join_code__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def has_ended(self) -> bool:
        return self.ended_on is not None


def _one_place(prefix: str) -> models.CheckConstraint:
    """A role that is held in a team names a team, and every other role names an organisation."""
    return models.CheckConstraint(
        name=f"{prefix}team_roles_in_teams_and_others_in_organisations",
        condition=Q(role__in=sorted(TEAM_ROLES), team__isnull=False, organisation__isnull=True)
        | (~Q(role__in=sorted(TEAM_ROLES)) & Q(team__isnull=True, organisation__isnull=False)),
    )


class Membership(models.Model):
    """One role of one person: in a team, or in an organisation."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)
    team = models.ForeignKey(Team, null=True, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.CASCADE, related_name="memberships"
    )

    class Meta:
        constraints = [
            _one_place(""),
            models.UniqueConstraint(fields=["user", "role", "team"], name="a_role_once_in_a_team"),
            models.UniqueConstraint(
                fields=["user", "role", "organisation"], name="a_role_once_in_an_organisation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display().lower()}, {self.team or self.organisation}"


class Invitation(models.Model):
    """A role that waits for somebody to say yes. It is gone once it was used or withdrawn."""

    public_id = PublicIdField()
    email = models.EmailField()
    name = models.CharField(max_length=100, blank=True)
    role = models.CharField(max_length=20, choices=Role)
    team = models.ForeignKey(Team, null=True, on_delete=models.CASCADE, related_name="invitations")
    organisation = models.ForeignKey(
        Organisation, null=True, on_delete=models.CASCADE, related_name="invitations"
    )
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    turn = models.PositiveIntegerField(default=1)  # sending again makes a new link and kills the old one
    sent_on = models.DateField(null=True, default=None)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            _one_place("invited_"),
            models.UniqueConstraint(fields=["email", "role", "team"], name="invited_once_to_a_team"),
            models.UniqueConstraint(
                fields=["email", "role", "organisation"], name="invited_once_to_an_organisation"
            ),
        ]
        ordering = ["email"]

    def __str__(self) -> str:
        return f"{self.email}, {self.get_role_display().lower()}, {self.place}"

    @property
    def place(self) -> Team | Organisation:
        """Where the role is held."""
        place = self.team or self.organisation
        if place is None:
            raise ValueError("an invitation without a place")
        return place

    @property
    def key(self) -> str:
        """What makes the link work. It is worked out, not stored, so that a copy of the database opens nothing."""
        return salted_hmac(
            "fanlight.people.invitation", f"{self.public_id} {self.turn}", algorithm="sha256"
        ).hexdigest()[:32]

    @property
    def has_run_out(self) -> bool:
        return self.expires_at <= timezone.now()


class ListedOrganisation(models.Model):
    """A line of the list of NHS organisation codes that the operator loaded."""

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"
