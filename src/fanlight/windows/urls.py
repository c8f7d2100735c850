"""The addresses of windows, themes and huddles."""

from django.urls import path

from fanlight.windows.views import huddles, looks, themes

urlpatterns = [
    path("teams/<slug:public_id>/windows/", looks.windows, name="windows"),
    path("teams/<slug:public_id>/windows/plan/<slug:kind>/", looks.plan_window, name="plan_window"),
    path("windows/<slug:public_id>/", looks.window, name="window"),
    path("windows/<slug:public_id>/move/", looks.move_window, name="move_window"),
    path("windows/<slug:public_id>/write/", looks.write_window, name="write_window"),
    path("windows/<slug:public_id>/drop/", looks.drop_window, name="drop_window"),
    path("notes/<slug:public_id>/drop/", looks.drop_note, name="drop_note"),
    path("teams/<slug:public_id>/themes/gather/", themes.gather, name="gather"),
    path("themes/<slug:public_id>/", themes.theme, name="theme"),
    path("themes/<slug:public_id>/change/", themes.change_theme, name="change_theme"),
    path("themes/<slug:public_id>/drop/", themes.drop_theme, name="drop_theme"),
    path("teams/<slug:public_id>/huddles/", huddles.huddles, name="huddles"),
    path("teams/<slug:public_id>/huddles/held/", huddles.hold_huddle, name="hold_huddle"),
    path("teams/<slug:public_id>/huddles/earlier/", huddles.huddle_earlier, name="huddle_earlier"),
    path("huddles/<slug:public_id>/", huddles.huddle, name="huddle"),
    path("huddles/<slug:public_id>/send-on/", huddles.send_on, name="huddle_send_on"),
    path("huddles/<slug:public_id>/drop/", huddles.drop_huddle, name="drop_huddle"),
    path("sent-on/<slug:public_id>/", huddles.answer, name="huddle_answer"),
    path("sent-on/<slug:public_id>/drop/", huddles.drop_sent_on, name="drop_sent_on"),
]
