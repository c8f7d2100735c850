"""Typing in paper forms: read once, typed twice, kept sealed, and never seen again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from fanlight.people.access import signed_in
from fanlight.people.views.asking import asks
from fanlight.responses.access import Door, round_to_type_in
from fanlight.responses.actions import RoundIsShut, SlipIsNeeded, SlipIsSpent, begin_typing_in, put_in_urn
from fanlight.responses.forms import TypedForm
from fanlight.responses.pages import typing_in as pages
from fanlight.responses.queries import Known, has_typed_in, slip_known_as
from fanlight.responses.twice import Entry, unpacked
from fanlight.responses.urn import Form
from fanlight.surveys.models import Round

CODES = {
    Known.UNKNOWN: "No slip of this round has that code. Please look again.",
    Known.SPENT: "This code has been used: its answers are in the urn already.",
}


@asks
def type_in(request: HttpRequest, public_id: str) -> HttpResponse:
    """What it asks of whoever does it; and once they have said yes, on to the forms."""
    round = round_to_type_in(request.user, public_id)
    if request.method == "POST" and round.takes_answers():
        begin_typing_in(round=round, by=signed_in(request))
        return redirect("type_in_form", public_id)
    return render(request, "responses/type_in.html", {"page": pages.begin_page(round)})


@asks
def type_in_form(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_type_in(request.user, public_id)
    if not round.takes_answers() or not has_typed_in(signed_in(request), round):
        return redirect("type_in", public_id)
    if request.method != "POST":
        return _page(request, round, _empty(round, None), typed=_number(request.GET.get("typed", "")))
    entry = unpacked(request.POST.get("entry", ""), round=round)
    form = TypedForm(request.POST, door=Door(round), asks_code=_asks_code(round, entry))
    if form.is_valid() and not entry:
        _check_code(form, round)
    if form.errors:
        return _page(request, round, form, entry=entry, status=422)
    return _compared(request, round, form, entry)


def _asks_code(round: Round, entry: Entry | None) -> bool:
    return Door(round).needs_slip and entry is None


def _check_code(form: TypedForm, round: Round) -> None:
    if "code" in form.fields:
        known = slip_known_as(round, form.cleaned_data["code"])
        if known in CODES:
            form.add_error("code", CODES[known])


def _compared(request: HttpRequest, round: Round, form: TypedForm, entry: Entry | None) -> HttpResponse:
    """The first time, ask again; after that, keep what agrees, and ask again for what does not."""
    if entry is None:
        entry = Entry.begun(form.typed, slip=form.cleaned_data.get("code", ""))
        return _page(request, round, _empty(round, form), entry=entry)
    differing = entry.differing(form.typed)
    if not differing:
        return _kept(request, round, form, entry)
    for part, rows in differing.items():
        form.add_error(part, f"{form.parts[part].label}: {rows}.")
    form.data = {name: value for name, value in request.POST.items() if name not in differing}
    return _page(request, round, form, entry=entry.and_again(_typed(form, request)), differs=True, status=422)


def _typed(form: TypedForm, request: HttpRequest) -> dict[str, str]:
    """The signs as they were typed, of the parts that differ as well."""
    return {name: field.clean(request.POST.get(name, "")) for name, field in form.parts.items()}


def _empty(round: Round, form: TypedForm | None) -> TypedForm:
    """A form to type into; the comment, which cannot be compared, stays to be read over."""
    asks_code = form is None and Door(round).needs_slip
    initial = {"comment": form.cleaned_data["comment"]} if form else None
    return TypedForm(door=Door(round), asks_code=asks_code, initial=initial)


def _kept(request: HttpRequest, round: Round, form: TypedForm, entry: Entry) -> HttpResponse:
    kept = Form(form.codes, form.cleaned_data["comment"], entry.ballot, len(entry.versions))
    try:
        put_in_urn(round=round, form=kept, slip=entry.slip or None)
    except RoundIsShut:
        return redirect("type_in", round.public_id)
    except (SlipIsSpent, SlipIsNeeded):
        form.add_error(None, CODES[Known.SPENT])
        return _page(request, round, form, entry=entry, status=409)
    typed = _number(request.POST.get("typed", "")) + 1
    return redirect(f"{reverse('type_in_form', args=[round.public_id])}?typed={typed}")


def _page(
    request: HttpRequest,
    round: Round,
    form: TypedForm,
    *,
    entry: Entry | None = None,
    differs: bool = False,
    typed: int | None = None,
    status: int = 200,
) -> HttpResponse:
    if typed is None:
        typed = _number(request.POST.get("typed", ""))
    page = pages.typing_page(round, form, entry=entry, differs=differs, typed=typed)
    return render(request, "responses/typing.html", {"page": page}, status=status)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
