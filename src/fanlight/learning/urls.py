"""The addresses of what a team learns."""

from django.urls import path

from fanlight.learning.views import review, reviews

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
]
