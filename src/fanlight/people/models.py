"""Users, organisations, teams, and who is what to whom."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from fanlight.audit.fields import PublicIdField
from fanlight.people.roles import TEAM_ROLES, Role


class Users(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    """Somebody who signs in. Staff who only answer never need to be one."""

    public_id = PublicIdField()
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[Users] = Users()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]


class OrganisationKind(models.TextChoices):
    NHS_TRUST = "nhs_trust", "NHS trust"
    CARE_PROVIDER = "care_provider", "Care provider"
    GP_PRACTICE = "gp_practice", "GP practice"
    PHARMACY = "pharmacy", "Pharmacy"
    OTHER = "other", "Another kind of organisation"


class Organisation(models.Model):
    """A trust, a group, a division, a practice: a tree of any depth, with teams as its leaves."""

    public_id = PublicIdField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=OrganisationKind)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )

    def __str__(self) -> str:
        return self.name

    @property
    def lineage(self) -> list["Organisation"]:
        """This organisation and those above it, nearest first."""
        found = [self]
        while (parent := found[-1].parent) is not None:
            found.append(parent)
        return found


class Team(models.Model):
    """People who work together day by day, and to whom their results belong."""

    public_id = PublicIdField()
    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="team_name_in_organisation")
        ]

    def __str__(self) -> str:
        return self.name


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
            models.CheckConstraint(
                name="team_roles_in_teams_and_others_in_organisations",
                condition=models.Q(role__in=sorted(TEAM_ROLES), team__isnull=False, organisation__isnull=True)
                | (
                    ~models.Q(role__in=sorted(TEAM_ROLES))
                    & models.Q(team__isnull=True, organisation__isnull=False)
                ),
            ),
            models.UniqueConstraint(fields=["user", "role", "team"], name="a_role_once_in_a_team"),
            models.UniqueConstraint(
                fields=["user", "role", "organisation"], name="a_role_once_in_an_organisation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display().lower()}, {self.team or self.organisation}"
