"""The addresses of speaking up. A reporter needs one."""

from django.urls import path

from fanlight.speakup.views import speaking

urlpatterns = [
    path("speak-up/", speaking.speak_up_page, name="speak_up"),
    path("speak-up/board/", speaking.board, name="speak_up_board"),
    path("speak-up/how-it-is-kept/", speaking.kept_how, name="speak_up_kept"),
]
