"""What a team counts: the chart, typing, pasting, putting right, and what happened when."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.design.english import capital, counted
from fanlight.improvement import actions
from fanlight.improvement.access import (
    agreed_action,
    figure_in_team,
    measure_in_team,
    note_in_team,
    team_that_changes,
)
from fanlight.improvement.forms import (
    CorrectForm,
    FigureForm,
    MeasureForm,
    NoteForm,
    PasteForm,
    pasted_entries,
)
from fanlight.improvement.models import AgreedAction
from fanlight.improvement.pages import figures as pages
from fanlight.improvement.pages.measure import measure_page
from fanlight.improvement.queries import cycles_of, figures_of, suggestion
from fanlight.people.access import signed_in
from fanlight.people.forms import PlainForm
from fanlight.people.models import Team
from fanlight.people.views.asking import ask, asks, sent


@require_safe
def measure(request: HttpRequest, public_id: str) -> HttpResponse:
    found = measure_in_team(request.user, public_id)
    page = measure_page(found, figures_of(found), cycles_of(found.action))
    return render(request, "improvement/measure.html", {"page": page})


def _add(request: HttpRequest, team: Team, action: AgreedAction | None) -> HttpResponse:
    by = signed_in(request)
    form = MeasureForm(sent(request), team=team, **suggestion(action, request.GET.get("from", "")))
    if form.carry_out(lambda: actions.add_measure(team=team, action=action, decided=form.decided, by=by)):
        return redirect("measure", form.result.public_id)
    return ask(request, pages.add_measure_page(team, action), form)


@asks
def add_measure(request: HttpRequest, public_id: str) -> HttpResponse:
    action = agreed_action(request.user, public_id)
    return _add(request, action.team, action)


@asks
def add_team_measure(request: HttpRequest, public_id: str) -> HttpResponse:
    return _add(request, team_that_changes(request.user, public_id), None)


@asks
def change_measure(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = measure_in_team(request.user, public_id), signed_in(request)
    form = MeasureForm(sent(request), team=found.team, measure=found)
    if form.carry_out(
        lambda: actions.change_measure(
            measure=found, version=form.cleaned_data["version"], decided=form.decided, by=by
        )
    ):
        return redirect("measure", found.public_id)
    return ask(request, pages.change_measure_page(found), form)


@asks
def put_figure(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = measure_in_team(request.user, public_id), signed_in(request)
    form = FigureForm(sent(request), measure=found)
    if not form.can_be_filled:
        return ask(request, pages.all_filled_page(found), PlainForm())
    if form.carry_out(lambda: actions.put_figure(measure=found, entry=form.entry, by=by)):
        messages.success(request, "It is on the chart. Thank you.")
        return redirect("measure", found.public_id)
    return ask(request, pages.put_page(found, form.there), form)


@asks
def correct_figure(request: HttpRequest, public_id: str) -> HttpResponse:
    figure, by = figure_in_team(request.user, public_id), signed_in(request)
    form = CorrectForm(sent(request), figure=figure)
    if form.carry_out(lambda: actions.correct_figure(figure=figure, by=by, **form.corrected)):
        return redirect("measure", figure.measure.public_id)
    return ask(request, pages.correct_page(figure), form)


@asks
def add_note(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = measure_in_team(request.user, public_id), signed_in(request)
    form = NoteForm(sent(request), team=found.team)
    if form.carry_out(lambda: actions.add_note(measure=found, by=by, **form.said)):
        return redirect("measure", found.public_id)
    return ask(request, pages.note_page(found), form)


@asks
def drop_note(request: HttpRequest, public_id: str) -> HttpResponse:
    note, by = note_in_team(request.user, public_id), signed_in(request)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.drop_note(note=note, by=by)):
        return redirect("measure", note.measure.public_id)
    return ask(request, pages.drop_note_page(note), form)


@asks
def paste_figures(request: HttpRequest, public_id: str) -> HttpResponse:
    found = measure_in_team(request.user, public_id)
    form = PasteForm(sent(request), request.FILES or None, measure=found)
    if request.method == "POST" and form.is_valid() and form.read:
        page = pages.preview_page(found, form.read)
        return render(request, "improvement/preview.html", {"page": page})
    return ask(request, pages.paste_page(found), form)


@require_POST
def save_pasted(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = measure_in_team(request.user, public_id), signed_in(request)
    entries = pasted_entries(request.POST.get("held", ""), found)
    if entries is None:
        messages.error(request, "This page was open for too long. Paste the rows again.")
        return redirect("paste_figures", found.public_id)
    new = actions.put_figures(measure=found, entries=entries, by=by)
    messages.success(request, f"{capital(counted(new, 'new figure'))} on the chart. Thank you.")
    return redirect("measure", found.public_id)
