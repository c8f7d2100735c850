"""Finding, reading and telling stories."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.design.files import pdf_file
from fanlight.design.writing import WRITING
from fanlight.guide.forms import read_filters
from fanlight.guide.queries.here import the_guide
from fanlight.people.access import permissions, signed_in
from fanlight.people.queries import teams_of
from fanlight.people.roles import May
from fanlight.people.views.asking import ask, asks, sent
from fanlight.stories import actions, pages
from fanlight.stories.access import own_story, public_story, story_to_read, story_to_share, team_that_tells
from fanlight.stories.documents import as_markdown, as_pdf
from fanlight.stories.forms import ChangeStoryForm, ShareForm, StoryForm, TriedForm
from fanlight.stories.models import Story
from fanlight.stories.queries import said_before, teams_that_could_try


@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    page = pages.stories_page(user, list(teams_of(user)), read_filters(the_guide(), request.GET))
    return render(request, "stories/stories.html", {"page": page})


@require_safe
def team_stories(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_tells(request.user, public_id)
    return render(request, "stories/team.html", {"page": pages.team_stories_page(team)})


@asks
def write_story(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_tells(request.user, public_id)
    form = StoryForm(sent(request), team=team)
    if not form.is_valid():
        return ask(request, pages.telling_page(team), form, template=WRITING)
    story = actions.write_story(team=team, by=signed_in(request), **form.told)
    messages.success(request, "It is kept, for your team alone.")
    return redirect("story", story.public_id)


@require_safe
def story(request: HttpRequest, public_id: str) -> HttpResponse:
    found, user = story_to_read(request.user, public_id), signed_in(request)
    may = permissions(user, found.team) or frozenset()
    page = pages.story_page(found, user, is_own=May.SEE_TEAM in may, may_share=May.MANAGE_TEAM in may)
    return render(request, "stories/story.html", {"page": page})


@asks
def change_story(request: HttpRequest, public_id: str) -> HttpResponse:
    found = own_story(request.user, public_id)
    form, by = ChangeStoryForm.of(found, sent(request)), signed_in(request)
    if form.carry_out(lambda: actions.change_story(story=found, by=by, **form.told)):
        return redirect("story", found.public_id)
    return ask(request, pages.changing_page(found), form, template=WRITING)


@asks
def share_story(request: HttpRequest, public_id: str) -> HttpResponse:
    found = story_to_share(request.user, public_id)
    form, by = ShareForm.of(found, sent(request)), signed_in(request)
    if form.carry_out(lambda: actions.share_story(story=found, by=by, **form.chosen)):
        return redirect("story", found.public_id)
    return ask(request, pages.sharing_page(found), form, template=WRITING)


@asks
def drop_story(request: HttpRequest, public_id: str) -> HttpResponse:
    found = own_story(request.user, public_id)
    if request.method != "POST":
        return ask(request, pages.drop_page(found), None, template=WRITING)
    actions.drop_story(story=found, by=signed_in(request))
    return redirect("team_stories", found.team.public_id)


@asks
def tried_too(request: HttpRequest, public_id: str) -> HttpResponse:
    found, user = story_to_read(request.user, public_id), signed_in(request)
    teams = teams_that_could_try(user, found)
    if not teams:
        raise Http404("no other team of yours could try it")
    form = TriedForm(sent(request), teams=teams, said=said_before(found, teams))
    if form.carry_out(
        lambda: actions.say_tried(story=found, team=form.team, by=user, **form.written(["words"]))
    ):
        return redirect("story", found.public_id)
    return ask(request, pages.tried_page(form.team, found), form, template=WRITING)


def _words(found: Story) -> dict[str, object]:
    return {
        "title": found.title,
        "lead": pages.lead_of(found),
        "parts": pages.parts_of(found),
        "foot": pages.foot_of(found),
    }


@require_safe
def story_markdown(request: HttpRequest, public_id: str) -> HttpResponse:
    words = as_markdown(**_words(story_to_read(request.user, public_id)))  # type: ignore[arg-type]
    response = HttpResponse(words, content_type="text/markdown; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="story.md"'
    return response


@require_safe
def story_pdf(request: HttpRequest, public_id: str) -> HttpResponse:
    made = as_pdf(**_words(story_to_read(request.user, public_id)))
    return pdf_file(made, "story")


@login_not_required
@require_safe
def story_public(request: HttpRequest, public_id: str) -> HttpResponse:
    page = pages.public_page(public_story(public_id))
    return render(request, "stories/public.html", {"page": page})
