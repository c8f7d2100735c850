"""The addresses of a team's changes."""

from django.urls import path

from fanlight.improvement.views import aims, board, cycles, measures

TEAM = "teams/<slug:public_id>/"
ACTION = "actions/<slug:public_id>/"
CYCLE = "tests/<slug:public_id>/"
MEASURE = "measures/<slug:public_id>/"
AIM = "aims/<slug:public_id>/"

urlpatterns = [
    path(TEAM + "board/", board.board, name="board"),
    path(TEAM + "board/add/", board.add_action, name="add_action"),
    path(ACTION, board.action, name="action"),
    path(ACTION + "edit/", board.edit_action, name="edit_action"),
    path(ACTION + "move/", board.move_action, name="move_action"),
    path("agreed/<slug:public_id>/", board.change_action, name="change_action"),
    path(ACTION + "test/", cycles.plan_cycle, name="plan_cycle"),
    path(CYCLE, cycles.cycle, name="cycle"),
    path(CYCLE + "plan/", cycles.change_plan, name="change_plan"),
    path(CYCLE + "came-of-it/", cycles.study_cycle, name="study_cycle"),
    path(TEAM + "aim/", aims.begin_aim, name="begin_aim"),
    path(AIM, aims.aim, name="aim"),
    path(AIM + "change/", aims.change_aim, name="change_aim"),
    path(AIM + "end/", aims.end_aim, name="end_aim"),
    path(AIM + "diagram.pptx", aims.aim_slides, name="aim_slides"),
    path(AIM + "add/", aims.add_branch, name="add_branch"),
    path("branches/<slug:public_id>/", aims.change_branch, name="change_branch"),
    path("branches/<slug:public_id>/take-off/", aims.drop_branch, name="drop_branch"),
    path(ACTION + "count/", measures.add_measure, name="add_measure"),
    path(TEAM + "count/", measures.add_team_measure, name="add_team_measure"),
    path(MEASURE, measures.measure, name="measure"),
    path(MEASURE + "change/", measures.change_measure, name="change_measure"),
    path(MEASURE + "figure/", measures.put_figure, name="put_figure"),
    path(MEASURE + "note/", measures.add_note, name="add_note"),
    path(MEASURE + "paste/", measures.paste_figures, name="paste_figures"),
    path(MEASURE + "paste/save/", measures.save_pasted, name="save_pasted"),
    path("figures/<slug:public_id>/", measures.correct_figure, name="correct_figure"),
    path("flags/<slug:public_id>/take-off/", measures.drop_note, name="drop_flag"),
]
