"""Every address of the site."""

from django.conf import settings
from django.urls import include, path

from fanlight.site import views
from fanlight.site.guardians import say_what_ends_with_a_guardian
from fanlight.site.lessons import let_teams_take_lessons_on

let_teams_take_lessons_on()
say_what_ends_with_a_guardian()

urlpatterns = [
    path("", include("fanlight.team.urls")),
    path("", include("fanlight.process.urls")),
    path("", include("fanlight.equity.urls")),
    path("", include("fanlight.api.urls")),
    path("", include("fanlight.people.urls")),
    path("", include("fanlight.debriefs.urls")),
    path("", include("fanlight.improvement.urls")),
    path("", include("fanlight.results.urls")),
    path("", include("fanlight.windows.urls")),
    path("", include("fanlight.stories.urls")),
    path("", include("fanlight.surveys.urls")),
    path("", include("fanlight.responses.urls")),
    path("", include("fanlight.learning.urls")),
    path("", include("fanlight.speakup.urls")),
    path("", include("fanlight.guide.urls")),
    path("still-here/", views.still_here, name="still_here"),
    path("healthy/", views.healthy, name="healthy"),
]
if settings.FANLIGHT.demo:
    urlpatterns.append(path("demo/sign-in/", views.demo_sign_in, name="demo_sign_in"))

handler400 = "fanlight.site.views.bad_request"
handler403 = "fanlight.site.views.forbidden"
handler404 = "fanlight.site.views.not_found"
handler500 = "fanlight.site.views.broken"
