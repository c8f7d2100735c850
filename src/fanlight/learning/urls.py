"""The addresses of what a team learns."""

from django.urls import path

from fanlight.learning.views import equity, needs, review, reviews, thanks, wall

urlpatterns = [
    path("teams/<slug:public_id>/learning/", reviews.reviews, name="reviews"),
    path("teams/<slug:public_id>/learning/<slug:way>/", reviews.review_begin, name="review_begin"),
    path("reviews/", reviews.reviews_to_read, name="reviews_to_read"),
    path("learned/<slug:public_id>/", reviews.review_of_line, name="review_of_line"),
    path("reviews/<slug:public_id>/", reviews.review, name="review"),
    path("reviews/<slug:public_id>/about/", review.review_describe, name="review_describe"),
    path("reviews/<slug:public_id>/said/<slug:question>/", review.review_lines, name="review_lines"),
    path("reviews/<slug:public_id>/map/", review.review_map, name="review_map"),
    path("reviews/<slug:public_id>/practice/", review.review_practice, name="review_practice"),
    path(
        "reviews/<slug:public_id>/practice/<slug:practice>/take-off/",
        review.review_practice_drop,
        name="review_practice_drop",
    ),
    path("reviews/<slug:public_id>/guests/", review.review_guests, name="review_guests"),
    path(
        "reviews/<slug:public_id>/guests/<slug:guest>/end/", review.review_guest_end, name="review_guest_end"
    ),
    path("reviews/<slug:public_id>/finish/", review.review_close, name="review_close"),
    path("reviews/<slug:public_id>/reopen/", review.review_reopen, name="review_reopen"),
    path("reviews/<slug:public_id>/delete/", review.review_drop, name="review_drop"),
    path("organisations/<slug:public_id>/likelihood/", equity.likelihood, name="likelihood"),
    path("teams/<slug:public_id>/mending/", needs.mendings, name="mendings"),
    path("teams/<slug:public_id>/mending/begin/", needs.mending_begin, name="mending_begin"),
    path("mending/", needs.mending_mine, name="mending_mine"),
    path("mending/<slug:public_id>/", needs.mending, name="mending"),
    path("mending/<slug:public_id>/somebody/", needs.mending_party, name="mending_party"),
    path("mending/<slug:public_id>/hand-over/", needs.mending_hand_over, name="mending_hand_over"),
    path("mending/<slug:public_id>/close/", needs.mending_close, name="mending_close"),
    path("mending/<slug:public_id>/delete/", needs.mending_drop, name="mending_drop"),
    path("mending/part/<slug:public_id>/", needs.mending_part, name="mending_part"),
    path("mending/part/<slug:public_id>/open/", needs.mending_part_open, name="mending_part_open"),
    path("mending/part/<slug:public_id>/delete/", needs.mending_part_drop, name="mending_part_drop"),
    path("mending/part/<slug:public_id>/need/", needs.mending_need_add, name="mending_need_add"),
    path("mending/need/<slug:public_id>/", needs.mending_need, name="mending_need"),
    path("teams/<slug:public_id>/wall/", wall.wall, name="wall"),
    path("teams/<slug:public_id>/wall/screen/<int:number>/", wall.wall_screen, name="wall_screen"),
    path("teams/<slug:public_id>/thank/", thanks.thank, name="thank"),
    path("teams/<slug:public_id>/thank/sent/<slug:code>/", thanks.thank_sent, name="thank_sent"),
    path("thank/", thanks.thank_others, name="thank_others"),
    path("thanks/", thanks.thanks, name="thanks"),
    path("thanks/<slug:public_id>/", thanks.gift, name="gift"),
    path("thanks/<slug:public_id>/share/", thanks.gift_share, name="gift_share"),
    path("thanks/<slug:public_id>/keep/", thanks.gift_keep, name="gift_keep"),
    path("thanks/<slug:public_id>/delete/", thanks.gift_delete, name="gift_delete"),
    path("thanks/<slug:public_id>/take-off/", wall.wall_take_off, name="wall_take_off"),
    path("for-you/<slug:code>/", thanks.for_you, name="for_you"),
    path("for-you/<slug:code>/card/", thanks.thanks_card, name="thanks_card"),
    path("for-you/<slug:code>/share/", thanks.for_you_share, name="for_you_share"),
    path("for-you/<slug:code>/keep/", thanks.for_you_keep, name="for_you_keep"),
    path("for-you/<slug:code>/delete/", thanks.for_you_delete, name="for_you_delete"),
]
