"""Reading in a spreadsheet: nothing is saved before somebody has looked at what it does."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.people import actions
from fanlight.people.access import organisation_for, signed_in
from fanlight.people.forms import SaveSheetForm, SheetForm
from fanlight.people.letters import can_send_letters
from fanlight.people.models import Organisation, User
from fanlight.people.pages import importing as pages
from fanlight.people.queries import plan_import
from fanlight.people.roles import May, Role
from fanlight.people.spreadsheet import SheetRow, template_csv, template_xlsx
from fanlight.people.views.asking import asks, sent

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@asks
def organisation_import(request: HttpRequest, public_id: str) -> HttpResponse:
    organisation = organisation_for(request.user, public_id, May.MANAGE_ORGANISATION)
    form = SheetForm(sent(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _preview(request, organisation, signed_in(request), form.cleaned_data["sheet"])
    values = {"page": pages.import_page(organisation), "form": form}
    return render(request, "people/import.html", values, status=422 if form.errors else 200)


def _preview(
    request: HttpRequest, organisation: Organisation, by: User, rows: tuple[SheetRow, ...]
) -> HttpResponse:
    page = pages.preview_page(organisation, plan_import(organisation, rows, by))
    held = {"held": pages.held(organisation, by, rows), "is_welcome_sent": True}
    form = SaveSheetForm(can_send=can_send_letters(), initial=held)
    status = 422 if page.problems else 200
    return render(request, "people/import_preview.html", {"page": page, "form": form}, status=status)


@require_POST
def organisation_import_save(request: HttpRequest, public_id: str) -> HttpResponse:
    organisation = organisation_for(request.user, public_id, May.MANAGE_ORGANISATION)
    by, form = signed_in(request), SaveSheetForm(request.POST, can_send=can_send_letters())
    rows = pages.rows_in(request.POST.get("held", ""), organisation, by)
    if rows is None or not form.is_valid():
        messages.error(request, "This page was open for too long. Choose the spreadsheet again.")
        return redirect("organisation_import", public_id)
    welcome = form.cleaned_data.get("is_welcome_sent", False)
    if form.carry_out(
        lambda: actions.import_people(organisation=organisation, rows=rows, is_welcome_sent=welcome, by=by)
    ):
        messages.success(request, pages.saved_words(form.result))
        return redirect("organisation", public_id)
    return _preview(request, organisation, by, rows)


@require_safe
def organisation_import_template(request: HttpRequest, public_id: str, kind: str) -> HttpResponse:
    organisation_for(request.user, public_id, May.MANAGE_ORGANISATION)
    if kind not in KINDS:
        raise Http404("no such template")
    roles = [role.label for role in Role]
    content = template_csv() if kind == "csv" else template_xlsx(pages.NOTES, roles)
    name = f"people-and-teams.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=KINDS[kind], headers=headers)
