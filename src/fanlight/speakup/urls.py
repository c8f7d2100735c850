"""The addresses of speaking up. A reporter needs one; the guardians' space is apart."""

from django.urls import path

from fanlight.speakup.views import desk, door, guarding, people, speaking

urlpatterns = [
    path("speak-up/", speaking.speak_up_page, name="speak_up"),
    path("speak-up/board/", speaking.board, name="speak_up_board"),
    path("speak-up/poster/", speaking.poster, name="speak_up_poster"),
    path("speak-up/learned/", speaking.learned, name="speak_up_learned"),
    path("speak-up/how-it-is-kept/", speaking.kept_how, name="speak_up_kept"),
    path("guardian/", guarding.today, name="guardian"),
    path("guardian/open/", door.open_up, name="guardian_open"),
    path("guardian/lost/", door.lost_passphrase, name="guardian_lost"),
    path("guardian/take-up/", door.take_up_desk, name="guardian_take_up"),
    path("guardian/shut/", door.shut, name="guardian_shut"),
    path("guardian/new/", desk.new, name="guardian_new"),
    path("guardian/record/", desk.record, name="guardian_record"),
    path("guardian/return/", desk.quarterly, name="guardian_return"),
    path("guardian/year/", desk.year, name="guardian_year"),
    path("guardian/people/", people.people, name="guardian_people"),
    path("guardian/people/help-back/<int:number>/", people.help_back, name="guardian_help_back"),
    path("guardian/people/spare/<int:number>/", people.hand_over_for, name="guardian_hand_over_for"),
    path("guardian/people/<slug:deed>/", people.people_deed, name="guardian_people_deed"),
    path("guardian/concern/<slug:public_id>/", guarding.concern, name="guardian_concern"),
    path("guardian/concern/<slug:public_id>/file/<int:number>/", guarding.file, name="guardian_file"),
    path("guardian/concern/<slug:public_id>/done/<int:number>/", guarding.finish, name="guardian_finish"),
    path("guardian/concern/<slug:public_id>/<slug:deed>/", guarding.deed, name="guardian_deed"),
]
