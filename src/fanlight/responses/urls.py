"""The respondents' addresses, on their own devices and on a shared one; and what is handed out to them."""

from django.urls import path

from fanlight.responses.views import answering, handing_out, typing_in

ON_DEVICE = {"on_device": True}

urlpatterns = [
    path("r/<slug:door>/", answering.start, name="respond"),
    path("r/<slug:door>/<int:number>/", answering.part, name="respond_part"),
    path("r/<slug:door>/comment/", answering.comment, name="respond_comment"),
    path("r/<slug:door>/check/", answering.check, name="respond_check"),
    path("r/<slug:door>/thanks/", answering.thanks, name="respond_thanks"),
    path("r/<slug:door>/device/", answering.start, ON_DEVICE, name="device"),
    path("r/<slug:door>/device/<int:number>/", answering.part, ON_DEVICE, name="device_part"),
    path("r/<slug:door>/device/comment/", answering.comment, ON_DEVICE, name="device_comment"),
    path("r/<slug:door>/device/check/", answering.check, ON_DEVICE, name="device_check"),
    path("r/<slug:door>/device/thanks/", answering.thanks, ON_DEVICE, name="device_thanks"),
    path("r/<slug:door>/device/promise/", answering.device_promise, name="device_promise"),
    path("rounds/<slug:public_id>/hand-out/", handing_out.hand_out, name="hand_out"),
    path("rounds/<slug:public_id>/poster.pdf", handing_out.poster, name="poster"),
    path("rounds/<slug:public_id>/form.pdf", handing_out.paper_form, name="paper_form"),
    path("rounds/<slug:public_id>/slips/", handing_out.slips, name="slips"),
    path("rounds/<slug:public_id>/type-in/", typing_in.type_in, name="type_in"),
    path("rounds/<slug:public_id>/type-in/form/", typing_in.type_in_form, name="type_in_form"),
]
