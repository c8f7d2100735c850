"""The desk's own pages: people and keys, the record, the return, the year."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from django import forms
from django.urls import reverse

from fanlight.design.english import capital, day, listed
from fanlight.design.frame import Link
from fanlight.design.parts import Table
from fanlight.measure.disclosure import EVERYBODY, QuestionResult, Released, Withheld
from fanlight.speakup.access import AtWork, gone_from, holders_at
from fanlight.speakup.forms.desk import HolderForm
from fanlight.speakup.models import Deed, Guardian, Post, SpareKey
from fanlight.speakup.pages.deeds import FormPage
from fanlight.speakup.pages.instead import NOBODY_ELSE, with_people
from fanlight.speakup.pages.speaking import called
from fanlight.speakup.queries.counting import ANSWERED, ANSWERS
from fanlight.speakup.queries.record import first_broken
from fanlight.speakup.queries.spares import second_holders
from fanlight.speakup.sealing.ledger import Way


@dataclass(frozen=True)
class Holder:
    name: str
    what: str
    public_id: str
    waits: bool


@dataclass(frozen=True)
class Kept:
    """A spare key that somebody keeps for another, who may have gone since."""

    name: str
    number: int
    has_gone: bool


@dataclass(frozen=True)
class PeoplePage:
    holders: tuple[Holder, ...]
    is_guardian: bool
    is_away: bool
    is_on: bool
    spare: str
    keeps: tuple["Kept", ...]
    gone: str
    can_spare: bool
    is_alone: bool


def what_of(guardian: Guardian) -> str:
    if not guardian.is_let_in:
        return f"has made keys on {day(guardian.since)} and waits to be let in"
    away = ", away at the moment" if guardian.is_away else ""
    cover = ", covering at the moment" if guardian.is_covering and guardian.post == Post.DEPUTY else ""
    return f"{guardian.get_post_display().lower()} since {day(guardian.since)}{away}{cover}"


def people_page(by: AtWork) -> PeoplePage:
    holders = holders_at(by.desk)
    [(_, second)] = second_holders([by.guardian])
    keeps = SpareKey.objects.select_related("guardian__desk").filter(holder=by.guardian)
    gone = [one for one in gone_from(by.desk) if one.post != Post.SPARE]
    gone_names = {one.pk: called(one) for one in gone}
    return PeoplePage(
        holders=tuple(Holder(called(one), what_of(one), one.public_id, not one.is_let_in) for one in holders),
        is_guardian=by.guardian.post != Post.SPARE,
        is_away=by.guardian.is_away,
        is_on=by.desk.is_on,
        spare=called(second) if second else "",
        keeps=tuple(Kept(called(one.guardian), one.pk, one.guardian_id in gone_names) for one in keeps),
        gone=listed(gone_names.values()),
        can_spare=sum(one.is_let_in for one in holders) > 1,
        is_alone=second is None and sum(one.can_let_in for one in holders) < 2,
    )


def hand_over_for_page(name: str, form: HolderForm) -> FormPage:
    return FormPage(
        title=f"Hand over for {name}",
        lead="They have gone without doing it themselves. With their spare key you can give somebody here all that "
        "they could open, except what names whoever takes it. It stands on your record.",
        form=form,
        action="Hand over",
        back=back_to_people(),
        instead=None if form.has_choice else with_people(NOBODY_ELSE),
    )


def back_to_people() -> Link:
    return Link(text="People and keys", href=reverse("guardian_people"))


def back_to_space() -> Link:
    return Link(text="Your space", href=reverse("guardian"))


@dataclass(frozen=True)
class RecordPage:
    lines: tuple[tuple[str, str, str], ...]
    verdict: str
    is_whole: bool


def record_page(deeds: Sequence[Deed], marks: Set[str], by: AtWork) -> RecordPage:
    """The lines about the desk, and those about concerns that open to this guardian, by their marks.

    Were the others shown, somebody whom a concern names could see that there is one which is kept from them.
    """
    broken = first_broken(list(deeds))
    own_key_holds = bytes(by.guardian.verify_key) == by.keys.verify
    if broken or not own_key_holds:
        where = f"at line {broken}" if broken else "in your own signing key"
        verdict = f"This record was changed from outside: it breaks {where}. Tell your organisation."
    else:
        verdict = (
            "This record is whole: every line is signed by whoever did it, and none is missing in between."
        )
    names = {one.public_id: called(one) for one in Guardian.objects.filter(desk=by.desk)}
    shown = [
        deed
        for deed in reversed(deeds)
        if deed.guardian_id == by.guardian.pk or deed.subject in {"", *names, *marks}
    ]
    lines = tuple(
        (f"week of {day(deed.on)}", names[deed.guardian.public_id], _deed_in_words(deed, names))
        for deed in shown
    )
    return RecordPage(lines, verdict, not broken and own_key_holds)


def _deed_in_words(deed: Deed, names: Mapping[str, str]) -> str:
    """With the names of those whom it was done to, in the place of their random ones."""
    words = " ".join(names.get(word, word) for word in deed.verb.split(" "))
    return f"{words}: {names[deed.subject]}" if deed.subject in names else words


@dataclass(frozen=True)
class YearPage:
    title: str
    lead: str
    tables: tuple[Table, ...]
    withheld: tuple[str, ...]
    lessons: tuple[str, ...]
    form: forms.Form | None
    minimum: int


WAYS = {Way.OPEN.value: "Openly", Way.CONFIDENTIAL.value: "In confidence", Way.ANONYMOUS.value: "Anonymously"}


def year_page(
    released: Released,
    *,
    titles: Mapping[str, str],
    lessons: Iterable[str],
    form: forms.Form | None,
) -> YearPage:
    whole = released.result(EVERYBODY)
    minimum = released.policy.minimum
    shared = {"lessons": tuple(lessons), "form": form, "minimum": minimum}
    if isinstance(whole.respondents, Withheld):
        lead = (
            f"Fewer than {minimum} concerns in these four quarters, so nothing is shown. That protects those who "
            "spoke up."
        )
        return YearPage("The year, as others may see it", lead, (), (), **shared)  # type: ignore[arg-type]
    lead = (
        f"{str(whole.respondents).capitalize()} concerns came in. What could point to somebody is withheld."
    )
    tables, reasons = _tables(released, titles), _reasons(released)
    return YearPage("The year, as others may see it", lead, tables, reasons, **shared)  # type: ignore[arg-type]


def _tables(released: Released, titles: Mapping[str, str]) -> tuple[Table, ...]:
    whole = released.result(EVERYBODY)
    about = [(title, str(whole.question(kind).positive)) for kind, title in titles.items()]
    return (
        _table("How people wanted to be known", _each(whole.question("way"), WAYS.values())),
        _table("What it was about: one concern may be of several kinds", about),
        _table(
            "When they were first answered",
            _each(whole.question("answered"), map(capital, ANSWERED.values())),
        ),
        _table("Whether they were treated badly since", [("Yes", str(whole.question("harmed").positive))]),
        _table("Whether they would speak up again", _each(whole.question("would_again"), ANSWERS.values())),
    )


def _reasons(released: Released) -> tuple[str, ...]:
    shares = [
        one
        for result in released.result(EVERYBODY).questions
        for one in (result.positive, *result.distribution)
    ]
    return tuple(
        dict.fromkeys(one.words[0].lower() + one.words[1:] for one in shares if isinstance(one, Withheld))
    )


def _each(result: QuestionResult, names: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, str(result.distribution[place])) for place, name in enumerate(names)]


def _table(caption: str, rows: Iterable[tuple[str, str]]) -> Table:
    return Table(caption=caption, columns=("", "Share"), rows=tuple(rows))
