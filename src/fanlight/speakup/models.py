"""The island's tables. No key leads out of them to any other table, and none into them: people and organisations are
named by their random public names, so that all this may lie in a database of its own.

A concern's row says which desk it is for and in which week it came. Everything else in it is sealed. Rows lie in the
order of random numbers, so that neither the table nor its file says in which order they came.
"""

import secrets
from typing import Any

from django.db import models, router
from django.db.backends.base.base import BaseDatabaseWrapper

from fanlight.audit.fields import PublicIdField


def random_number() -> int:
    return secrets.randbits(62) + 1


class RandomKey(models.BigIntegerField[int, int]):
    """A random primary key. In SQLite it is the row's own number, so rows lie in random order on the disk as well."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("primary_key", True)
        kwargs.setdefault("default", random_number)
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "integer" if connection.vendor == "sqlite" else "bigint"

    def rel_db_type(self, connection: BaseDatabaseWrapper) -> str:
        return self.db_type(connection)


class Desk(models.Model):
    """Where concerns of one organisation are heard."""

    public_id = PublicIdField()
    organisation = models.CharField(max_length=12, unique=True)  # its public name in `people`
    is_on = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"the desk of {self.organisation}"


class Post(models.TextChoices):
    """What somebody is at a desk."""

    GUARDIAN = "guardian", "Guardian"
    DEPUTY = "deputy", "Deputy"
    SPARE = "spare", "Keeper of a spare key"


class Guardian(models.Model):
    """Somebody who holds a key at a desk. Until another guardian has let them in, nothing is sealed to them."""

    public_id = PublicIdField()
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="guardians")
    user = models.CharField(max_length=12)  # the person's public name in `people`
    post = models.CharField(max_length=10, choices=Post, default=Post.GUARDIAN)
    is_let_in = models.BooleanField(default=False)
    is_covering = models.BooleanField(default=False)  # a deputy to whom new concerns are sealed as well
    is_away = models.BooleanField(default=False)
    since = models.DateField()
    left_on = models.DateField(null=True, default=None)
    gone_on = models.DateField(null=True, default=None)  # when it was seen that their role had ended
    public_key = models.BinaryField(max_length=32)
    verify_key = models.BinaryField(max_length=32)
    old_verify_keys = models.BinaryField(default=bytes)  # of keys since renewed: what they signed still holds
    sealed_seed = models.BinaryField(max_length=120)
    salt = models.BinaryField(max_length=16)
    passes = models.PositiveIntegerField()
    mebibytes = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["desk", "user"],
                condition=models.Q(left_on__isnull=True),
                name="one_key_for_each_at_a_desk",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_post_display()} {self.public_id}"

    @property
    def can_let_in(self) -> bool:
        """Whether they hear, or would if they had to, and so decide who else does."""
        return self.is_let_in and self.left_on is None and self.post != Post.SPARE

    @property
    def is_here(self) -> bool:
        return self.can_let_in and not self.is_away


class SpareKey(models.Model):
    """A guardian's seed, sealed to a second key holder by the guardian's own choice, for a lost passphrase."""

    guardian = models.OneToOneField(Guardian, on_delete=models.CASCADE, related_name="spare")
    holder = models.ForeignKey(Guardian, on_delete=models.CASCADE, related_name="keeps")
    sealed = models.BinaryField(max_length=120)
    # While a lost passphrase is being replaced: the seed under a code that the holder tells the guardian.
    under_code = models.BinaryField(max_length=120, default=bytes)
    salt = models.BinaryField(max_length=16, default=bytes)

    def __str__(self) -> str:
        return "a spare key"


class Concern(models.Model):
    """One concern: sealed to its guardians and to the holder of its receipt, and to nobody else."""

    id = RandomKey()
    public_id = PublicIdField()
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    week = models.DateField()  # a Monday, never a day
    lookup = models.BinaryField(max_length=16, db_index=True)
    salt = models.BinaryField(max_length=16)
    reporter_key = models.BinaryField(max_length=32, unique=True)  # so that a form sent twice is kept once
    reporter_wrap = models.BinaryField(max_length=112)
    line = models.BinaryField()
    case = models.BinaryField()
    sign = models.CharField(max_length=8, unique=True)  # what the board shows when an answer waits
    answer_waits = models.BooleanField(default=False)
    needs_guardian = models.BooleanField(default=True)

    def __str__(self) -> str:
        return "a concern"


class Wrap(models.Model):
    """A concern's keys for one guardian. Where a guardian is kept out, it holds noise of the same length."""

    id = RandomKey()
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="wraps")
    guardian = models.ForeignKey(Guardian, on_delete=models.CASCADE, related_name="wraps")
    sealed = models.BinaryField(max_length=112)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern", "guardian"], name="one_wrap_for_each")]

    def __str__(self) -> str:
        return "a concern’s keys for a guardian"


class Piece(models.Model):
    """A piece of some file, of one length. Which file, and of which concern, only that concern's ledger knows."""

    id = RandomKey()
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return "a piece of a file"


class OpenDoor(models.Model):
    """A guardian's keys while they are at work, under a key that only their browser has."""

    name = models.CharField(max_length=64, primary_key=True)  # a fingerprint of the browser's half
    guardian = models.ForeignKey(Guardian, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField(max_length=120)
    shuts_at = models.DateTimeField()

    def __str__(self) -> str:
        return "an open door"


class Deed(models.Model):
    """The guardians' own record: signed by whoever did it, each line holding the fingerprint of the one before."""

    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="deeds")
    number = models.PositiveIntegerField()
    guardian = models.ForeignKey(Guardian, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=40)  # as `actions.record` knows
    subject = models.CharField(max_length=12, blank=True)  # a guardian's random name, or a concern's mark
    on = models.DateField()  # a Monday, never a day: it would say more of when a concern came than the week
    before = models.CharField(max_length=64)
    signature = models.BinaryField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "number"], name="deeds_in_a_row")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number}: {self.verb}"


class Notice(models.Model):
    """A sign on the public board: of a concern with an answer, or one of the many that mean nothing."""

    id = RandomKey()
    sign = models.CharField(max_length=8, unique=True)
    is_decoy = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.sign


class Edition(models.Model):
    """When the board was last set, and the post last sent. One row."""

    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return "the board’s edition"


class Lesson(models.Model):
    """A theme that guardians offer to everybody's learning: never a case, and only where enough came together."""

    public_id = PublicIdField()
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="lessons")
    words = models.CharField(max_length=300)
    quarter = models.DateField()  # its first day

    def __str__(self) -> str:
        return self.words


def database() -> str:
    """The database in which the island lies."""
    return router.db_for_write(Concern)
