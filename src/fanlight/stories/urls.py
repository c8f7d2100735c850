"""The addresses of stories."""

from django.urls import path

from fanlight.stories import views

urlpatterns = [
    path("stories/", views.stories, name="stories"),
    path("teams/<slug:public_id>/stories/", views.team_stories, name="team_stories"),
    path("teams/<slug:public_id>/stories/write/", views.write_story, name="write_story"),
    path("stories/<slug:public_id>/", views.story, name="story"),
    path("stories/<slug:public_id>/change/", views.change_story, name="change_story"),
    path("stories/<slug:public_id>/share/", views.share_story, name="share_story"),
    path("stories/<slug:public_id>/drop/", views.drop_story, name="drop_story"),
    path("stories/<slug:public_id>/tried-too/", views.tried_too, name="tried_too"),
    path("stories/<slug:public_id>/story.md", views.story_markdown, name="story_markdown"),
    path("stories/<slug:public_id>/story.pdf", views.story_pdf, name="story_pdf"),
    path("story/<slug:public_id>/", views.story_public, name="story_public"),
]
