"""The process under attack: one line of JSON is one deed, through the pages as a browser would do it.

python -m siege.subject    with FANLIGHT_DATA and the other settings in the environment
"""

import re
import sys
from contextlib import redirect_stdout
from typing import Any

from fanlight.commands import _django
from support.obeying import killed_at, obey


class Fanlight:
    """The real one."""

    def __init__(self) -> None:
        from support.speakup import a_desk
        from support.worlds import make_cast

        self.cast = make_cast()
        self.gil = a_desk(self.cast)
        self.receipts: dict[str, str] = {}

    def begin(self) -> dict[str, Any]:
        from support.speakup import PASSPHRASE

        return {"passphrase": PASSPHRASE, "seed": self.gil.keys.seed.hex()}

    def speak(self, person: str, words: str, name: str, address: str, agent: str) -> dict[str, Any]:
        from django.core.files.uploadedfile import SimpleUploadedFile
        from django.test import Client

        client = Client(REMOTE_ADDR=address, headers={"user-agent": agent})
        page = client.get("/speak-up/").content.decode()
        page = self.post(client, page, "begin")
        page = self.post(client, page, "write", words=words, way="confidential", name=name)
        enclosed = SimpleUploadedFile(f"{name}.txt", f"{words} enclosed".encode())
        page = self.post(client, page, "send", code="letters", enclosed=enclosed)
        card = page.split("su-card__code")[1].split("</p>")[0]
        code = " ".join(re.findall(r"<span>(.*?)</span>", card))
        self.post(client, page, "typed", code=code)
        self.receipts[person] = code
        return {"code": code}

    def post(self, client: Any, page: str, step: str, **typed: Any) -> str:
        forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
        form = next(form for form in forms if f'value="{step}"' in form)
        hidden = dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', form))
        return str(client.post("/speak-up/", {**hidden, "step": step, **typed}).content.decode())

    def answer(self, person: str, words: str) -> str:
        from fanlight.speakup.access import concern_for
        from fanlight.speakup.actions.guarding import answer

        opened = concern_for(self.gil.guardian, self.gil.keys, self.names()[person])
        answer(opened=opened, words=words, by=self.gil)
        return "answered"

    def look(self) -> str:
        """The guardian opens each, in the order in which they came."""
        from fanlight.speakup.access import concern_for
        from fanlight.speakup.actions.guarding import look_at

        for public_id in self.names().values():
            look_at(opened=concern_for(self.gil.guardian, self.gil.keys, public_id), by=self.gil)
        return "looked"

    def let_read(self, person: str) -> dict[str, Any]:
        """The guardian goes, somebody new takes the desk, and one person lets them read."""
        from fanlight.people.models import Membership
        from fanlight.people.roles import Role
        from fanlight.speakup.access import concern_behind
        from fanlight.speakup.actions.holding import make_keys
        from fanlight.speakup.actions.leftover import let_read
        from fanlight.speakup.sealing.receipt import read_receipt
        from support.speakup import PASSPHRASE, give_role

        Membership.objects.filter(role=Role.GUARDIAN).delete()
        give_role(self.gil.desk, self.cast.eve)
        eve = make_keys(desk=self.gil.desk, passphrase=PASSPHRASE, by=self.cast.eve)
        opened, _ = concern_behind(read_receipt(self.receipts[person]))
        let_read(opened=opened, to=[eve.guardian], names=["Eve"])
        return {"seed": eve.keys.seed.hex()}

    def names(self) -> dict[str, str]:
        """For the judge: whose concern is which. The attacker has no key."""
        from fanlight.speakup.access import concern_behind
        from fanlight.speakup.sealing.receipt import read_receipt

        found = {}
        for person, code in self.receipts.items():
            found[person] = concern_behind(read_receipt(code))[0].concern.public_id
        return found

    def backup(self, target: str) -> str:
        """As the operator makes it. To begin another process for it would take longer than all else here."""
        from fanlight.commands.__main__ import main as fanlight

        with redirect_stdout(sys.stderr):
            fanlight(["backup", target])
        return "backed up"

    def tidy(self) -> str:
        from fanlight.speakup.actions.tidying import tidy_order

        tidy_order()
        return "tidied"

    def die_speaking(self, step: str) -> dict[str, Any]:
        """Speak up with a file in a process of its own that is killed at a step; what is there then."""
        from fanlight.speakup.actions.speaking import CleanFile, Spoken, speak_up
        from fanlight.speakup.sealing.ledger import Way
        from fanlight.speakup.sealing.receipt import new_receipt
        from siege.dying import UPLOAD

        receipt = new_receipt()
        spoken = Spoken(
            way=Way.ANONYMOUS, words="two short", files=(CleanFile("document 1.txt", b"x" * 50_000),)
        )
        return self.die(
            *UPLOAD[step][:2], lambda: speak_up(desk=self.gil.desk, receipt=receipt, spoken=spoken), receipt
        )

    def die_replying(self, step: str) -> dict[str, Any]:
        from fanlight.speakup.actions.speaking import CleanFile, say_more
        from siege.dying import REPLY
        from support.speakup import a_concern

        told = a_concern(self.gil.desk)
        more = (CleanFile("document 1.txt", b"x" * 50_000),)
        return self.die(
            *REPLY[step][:2], lambda: say_more(opened=told.opened, words="again", files=more), told.receipt
        )

    def die(self, path: str, is_done_first: bool, deed: Any, receipt: Any) -> dict[str, Any]:
        before = self.counts()
        died_by = killed_at(path, is_done_first=is_done_first, deed=deed)
        after = self.counts()
        more = {name: after[name] - before[name] for name in after}
        return {"signal": died_by, **more, "said": self.said(receipt)}

    def counts(self) -> dict[str, int]:
        from fanlight.speakup.models import Concern, Piece, Wrap

        return {model.__name__: model.objects.count() for model in (Concern, Piece, Wrap)}

    def said(self, receipt: Any) -> list[str]:
        """What the receipt and the guardian's key open: the same, or nothing."""
        from fanlight.speakup.access import NoSuchConcern, concern_behind, concern_for

        try:
            opened, _ = concern_behind(receipt)
        except NoSuchConcern:
            return []
        theirs = concern_for(self.gil.guardian, self.gil.keys, opened.concern.public_id)
        assert theirs.ledger == opened.ledger
        return [entry.kind.value for entry in opened.ledger.entries]


class Careless(Fanlight):
    """A case system as they are: the words, the name, the time and the address, in the order in which they came."""

    def speak(self, person: str, words: str, name: str, address: str, agent: str) -> dict[str, Any]:
        from django.db import connection

        key = "integer primary key" if connection.vendor == "sqlite" else "serial primary key"
        with connection.cursor() as cursor:
            cursor.execute(
                f"create table if not exists naive_case (id {key}, public_id text, words text, name text, address text)"
            )
            cursor.execute(
                "insert into naive_case (public_id, words, name, address) values (%s, %s, %s, %s)",
                [person, words, name, f"{address} {agent}"],
            )
        return {}


def main() -> None:
    _django.start()
    from fanlight.speakup.sealing import keys, receipt
    from fanlight.speakup.sealing.derivation import Cost

    receipt.RECEIPT = keys.PASSPHRASE = Cost(1, 1)  # type: ignore[misc]
    store: Any = None

    def answer(verb: str, *values: Any) -> object:
        nonlocal store
        if verb == "use":
            store = {"Fanlight": Fanlight, "Careless": Careless}[values[0]]() if store is None else store
            if values[0] == "Careless":
                store.__class__ = Careless
            return "in use"
        return getattr(store, verb)(*values)

    obey(answer)


if __name__ == "__main__":
    main()
