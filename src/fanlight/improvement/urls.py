"""The addresses of a team's changes."""

from django.urls import path

from fanlight.improvement.views import board

TEAM = "teams/<slug:public_id>/"
ACTION = "actions/<slug:public_id>/"

urlpatterns = [
    path(TEAM + "board/", board.board, name="board"),
    path(TEAM + "board/add/", board.add_action, name="add_action"),
    path(ACTION, board.action, name="action"),
    path(ACTION + "edit/", board.edit_action, name="edit_action"),
    path(ACTION + "move/", board.move_action, name="move_action"),
    path("agreed/<slug:public_id>/", board.change_action, name="change_action"),
]
