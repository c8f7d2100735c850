"""The desk: what was heard and typed in, people and keys, the record, the return, the year."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fanlight.guide.queries.here import the_guide
from fanlight.measure.disclosure import Policy
from fanlight.people.views.asking import asks, sent
from fanlight.speakup.access import AtWork, concerns_for, holders_at
from fanlight.speakup.actions import guarding
from fanlight.speakup.actions.desk import offer_lesson
from fanlight.speakup.actions.speaking import Spoken, sent_before
from fanlight.speakup.documents import return_workbook
from fanlight.speakup.forms.desk import LessonForm, QuarterForm
from fanlight.speakup.forms.guarding import TypeInForm
from fanlight.speakup.pages import desk as pages
from fanlight.speakup.pages.deeds import FormPage
from fanlight.speakup.pages.speaking import called
from fanlight.speakup.queries.counting import Quarter, counted_cases, the_year, themes_common
from fanlight.speakup.queries.desk import deeds_of, lessons_of, organisation_name
from fanlight.speakup.sealing.casefile import Came
from fanlight.speakup.sealing.ledger import Way
from fanlight.speakup.sealing.receipt import Receipt
from fanlight.speakup.views.door import behind_the_door
from fanlight.speakup.views.showing import show, show_form
from fanlight.speakup.visit import begun, code_for

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
QUARTERS = 8


def _titles() -> dict[str, str]:
    """Kinds of concern as they are counted now. Being anonymous is counted by itself."""
    return {kind.id: kind.title for kind in the_guide().categories if kind.id != "anonymous"}


def _recent(number: int) -> list[Quarter]:
    found = [Quarter.of(timezone.localdate())]
    while len(found) < number:
        found.append(found[-1].before())
    return found


def _code(token: str, words: str) -> tuple[Receipt, bytes]:
    code = code_for(token, words)
    assert code  # noqa: S101 (its hour has just begun)
    return code


@asks
@behind_the_door
def new(request: HttpRequest, by: AtWork) -> HttpResponse:
    others = [
        (one.public_id, called(one))
        for one in holders_at(by.desk)
        if one.is_let_in and one.pk != by.guardian.pk
    ]
    token = begun(request.POST.get("token", ""))
    receipt, salt = _code(token, request.POST.get("words", ""))
    if kept := sent_before(receipt=receipt, salt=salt):  # the page was sent twice
        return render(request, "speakup/typed_in.html", {"receipt": receipt.text, "concern": kept})
    form = TypeInForm(sent(request), others=others, token=token)
    if not form.is_valid():
        lead = "What somebody told you is sealed with the same care, and counted with the rest."
        page = FormPage("Type in what you heard", lead, form, "Keep it", back=pages.back_to_space())
        return show_form(request, page)
    given = form.cleaned_data
    kept_out = frozenset(given.get("kept_out", ()))
    spoken = Spoken(way=Way(given["way"]), words=given["words"], name=given["name"], kept_out=kept_out)
    opened = guarding.type_in(
        spoken=spoken, came=Came(given["came"]), group=given["group"], receipt=receipt, salt=salt, by=by
    )
    return render(request, "speakup/typed_in.html", {"receipt": receipt.text, "concern": opened.concern})


@require_safe
@behind_the_door
def record(request: HttpRequest, by: AtWork) -> HttpResponse:
    marks = {opened.guarded.mark for opened in concerns_for(by.guardian, by.keys)}
    page = pages.record_page(deeds_of(by.desk), marks, by)
    return show(request, "record", page)


@asks
@behind_the_door
def quarterly(request: HttpRequest, by: AtWork) -> HttpResponse:
    quarters = {str(quarter.first): quarter for quarter in _recent(QUARTERS)}
    named = [(key, str(quarter)) for key, quarter in quarters.items()]
    form = QuarterForm(sent(request), quarters=named)
    if not form.is_valid():
        lead = "Exact figures, for you and for whoever asks you for them. Keep the file as you would keep your notes."
        page = FormPage("The quarterly return", lead, form, "Make the file", back=pages.back_to_space())
        return show_form(request, page)
    titles, quarter = _titles(), quarters[form.cleaned_data["quarter"]]
    figures = counted_cases(concerns_for(by.guardian, by.keys), quarter, list(titles))
    as_of = max(kind.as_of for kind in the_guide().categories)
    content = return_workbook(
        figures, organisation=organisation_name(by.desk), titles=titles, as_of=f"{as_of:%d/%m/%Y}"
    )
    disposition = f'attachment; filename="return-{quarter.first:%Y-%m}.xlsx"'
    return HttpResponse(content, content_type=WORKBOOK, headers={"Content-Disposition": disposition})


@asks
@behind_the_door
def year(request: HttpRequest, by: AtWork) -> HttpResponse:
    concerns = list(concerns_for(by.guardian, by.keys))
    policy, titles, quarters = Policy(minimum=settings.FANLIGHT.minimum_group), _titles(), _recent(4)
    themes = themes_common(concerns, policy.minimum)
    form = LessonForm(sent(request), themes=themes) if themes else None
    if form is not None and form.is_valid():
        offer_lesson(words=form.cleaned_data["words"], quarter=quarters[0].first, by=by)
        messages.success(request, "Everybody in your organisation can read it from now on.")
        return redirect("guardian_year")
    released = the_year(concerns, quarters, list(titles), policy)
    page = pages.year_page(released, titles=titles, lessons=lessons_of(by.desk), form=form)
    return show(request, "year", page, form=form, status=422 if form and form.is_bound else 200)
