"""Ways of keeping answers: Fanlight's, and careless ones, each with one mistake that real survey tools make."""

import json
import os
import random
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, ClassVar

from django.db import connection
from nacl.public import PrivateKey, SealedBox

from attack.dying import STEPS
from attack.talking import Talk
from fanlight.people.models import User
from fanlight.responses.actions import make_slips, put_in_urn
from fanlight.responses.models import Answer, Comment, SealedAnswer
from fanlight.responses.urn import Form
from fanlight.results.actions import close_and_release
from fanlight.results.models import Release
from fanlight.site.clock import tick
from fanlight.surveys.keys import has_key, private_key, rounds_with_files
from fanlight.surveys.models import Round, Way
from support.obeying import killed_at
from support.worlds import Cast, an_open_round, make_cast

Codes = Mapping[str, int]


class Fanlight:
    """The real one."""

    ways: tuple[Way, ...] = (Way.SLIPS,)

    cast: ClassVar[Cast]

    def __init__(self) -> None:
        if not hasattr(Fanlight, "cast"):
            Fanlight.cast = make_cast()
        self.round: Round

    def begin(self, people: int) -> dict[str, Any]:
        lead: User = self.cast.alice
        self.round = an_open_round(self.cast.ward, by=lead, ways=self.ways, people=people)
        slips = make_slips(round=self.round, number=people, by=lead)
        random.SystemRandom().shuffle(slips)
        return {
            "slips": slips,
            "items": [item.code for item in self.round.instrument.items],
            "round": self.round.public_id,
            "key": bytes(private_key(self.round)).hex(),  # for the judge, not for the attacker
        }

    def answer(self, slip: str, codes: Codes, comment: str) -> str:
        put_in_urn(round=self.round, form=Form(codes=codes, comment=comment), slip=slip)
        return "kept"

    def close(self) -> str:
        close_and_release(round=self.round)
        return "closed"

    def close_and_die(self, step: str) -> dict[str, Any]:
        """Close in a process of its own that is killed at a step; what is there then."""
        path, is_done_first = STEPS[step]
        died_by = killed_at(
            path, is_done_first=is_done_first, deed=lambda: close_and_release(round=self.round)
        )
        return {"signal": died_by, **self.state()}

    def heal(self) -> dict[str, Any]:
        """The clock ticks on, in a process that lives."""
        tick()
        return self.state()

    def state(self) -> dict[str, Any]:
        self.round.refresh_from_db()
        return {
            "state": self.round.state,
            "sealed": SealedAnswer.objects.filter(round=self.round).count(),
            "answers": [answer.codes for answer in Answer.objects.filter(round=self.round)],
            "comments": Comment.objects.filter(round=self.round).count(),
            "releases": Release.objects.filter(round=self.round).count(),
            "has_key": has_key(self.round),
            "has_traces": self.round.public_id in rounds_with_files(),
        }


class Careless:
    """A table of answers as they come: what most tools do. The other mistakes are made by changing a step."""

    key = "integer primary key" if connection.vendor == "sqlite" else "serial primary key"

    def __init__(self) -> None:
        for table in ("naive_answer", "naive_comment", "naive_slip", "naive_urn", "naive_key"):
            self.run(f"drop table if exists {table}")
        self.run(f"create table naive_answer (id {self.key}, came_at text, slip text, codes text)")
        self.run("create table naive_comment (words text)")
        self.run("create table naive_slip (slip text, is_spent integer)")

    def run(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall()) if cursor.description else []

    def begin(self, people: int) -> dict[str, Any]:
        slips = [uuid.uuid4().hex[:10] for _ in range(people)]
        for slip in slips:
            self.run("insert into naive_slip values (%s, 0)", slip)
        return {"slips": slips, "items": [f"Q{n}" for n in range(1, 31)], "round": "naive", "key": ""}

    def answer(self, slip: str, codes: Codes, comment: str) -> str:
        self.run("update naive_slip set is_spent = 1 where slip = %s", slip)
        self.keep(slip, json.dumps(codes))
        self.run("insert into naive_comment values (%s)", comment)
        return "kept"

    def keep(self, slip: str, codes: str) -> None:
        now = datetime.now(UTC).isoformat()
        self.run("insert into naive_answer (came_at, slip, codes) values (%s, %s, %s)", now, slip, codes)

    def close(self) -> str:
        return "closed"


class RandomKeysOnly(Careless):
    """No slip, no time, a random key: but kept in the clear as they come."""

    key = "text primary key"

    def keep(self, slip: str, codes: str) -> None:  # noqa: ARG002
        self.run("insert into naive_answer (id, codes) values (%s, %s)", uuid.uuid4().hex, codes)


class Sealed(Careless):
    """Sealed until the close. What comes after is where its children are careless."""

    key = "text primary key"
    pads = True

    def __init__(self) -> None:
        super().__init__()
        blob = "blob" if connection.vendor == "sqlite" else "bytea"
        self.run(f"create table naive_urn (id text primary key, sealed {blob})")

    def begin(self, people: int) -> dict[str, Any]:
        self.secret = PrivateKey.generate()
        return super().begin(people)

    def keep(self, slip: str, codes: str) -> None:  # noqa: ARG002
        content = codes.encode().ljust(2048) if self.pads else codes.encode()
        sealed = SealedBox(self.secret.public_key).encrypt(content)
        self.run("insert into naive_urn values (%s, %s)", self.name(), sealed)

    def name(self) -> str:
        return uuid.uuid4().hex

    def opened(self) -> list[tuple[str, str]]:
        urn = self.run(f"select id, sealed from naive_urn order by {self.arrival}")
        return [
            (name, SealedBox(self.secret).decrypt(bytes(sealed)).decode().strip()) for name, sealed in urn
        ]

    @property
    def arrival(self) -> str:
        return "rowid" if connection.vendor == "sqlite" else "ctid"

    def close(self) -> str:
        for name, codes in self.write_out(self.opened()):
            self.run("insert into naive_answer (id, codes) values (%s, %s)", name, codes)
        self.run("delete from naive_urn")
        return "closed"

    def write_out(self, forms: list[tuple[str, str]]) -> list[tuple[str, str]]:
        random.SystemRandom().shuffle(forms)
        return [(uuid.uuid4().hex, codes) for _, codes in forms]


class SealedButNotShuffled(Sealed):
    def write_out(self, forms: list[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(uuid.uuid4().hex, codes) for _, codes in forms]


class SealedWithLastingNames(Sealed):
    """The sealed row's random name is given to the opened one."""

    def write_out(self, forms: list[tuple[str, str]]) -> list[tuple[str, str]]:
        random.SystemRandom().shuffle(forms)
        return forms


class SealedWithItsOwnLength(Sealed):
    pads = False


class SealedBesideItsKey(Sealed):
    """The private half lies in the database, and so in every backup."""

    def begin(self, people: int) -> dict[str, Any]:
        begun = super().begin(people)
        self.run("create table if not exists naive_key (secret text)")
        self.run("insert into naive_key values (%s)", bytes(self.secret).hex())
        return begun


class SealedButLogged(Sealed):
    """The program writes what came into its log."""

    def keep(self, slip: str, codes: str) -> None:
        os.write(2, f"POST /answer?slip={slip} {codes}\n".encode())
        super().keep(slip, codes)


class SealedAfterASecondEntry(Sealed):
    """Paper, typed in twice: the first entry waits in a table for the second, and is deleted then."""

    def __init__(self) -> None:
        super().__init__()
        self.run("drop table if exists naive_first")
        self.run("create table naive_first (codes text)")

    def keep(self, slip: str, codes: str) -> None:
        self.run("insert into naive_first values (%s)", codes)
        super().keep(slip, codes)

    def close(self) -> str:
        self.run("delete from naive_first")
        return super().close()


CARELESS = {
    store.__name__: store
    for store in (
        Careless,
        RandomKeysOnly,
        SealedButNotShuffled,
        SealedWithLastingNames,
        SealedWithItsOwnLength,
        SealedBesideItsKey,
        SealedButLogged,
        SealedAfterASecondEntry,
    )
}
STORES: dict[str, Any] = {"Fanlight": Fanlight, "Talk": Talk, **CARELESS}
