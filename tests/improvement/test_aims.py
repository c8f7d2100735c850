"""An aim in four lines, a tree of boxes, and the same as a picture, a list and a slide."""

import html
import io
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from fanlight.design.charts.drivers import Node, laid_out
from fanlight.improvement.actions import Changed, add_branch, change_aim
from fanlight.improvement.models import AgreedAction, Aim, Branch, BranchKind
from fanlight.improvement.pages.aim import aim_page
from fanlight.improvement.queries import tree_of
from fanlight.people.actions import Refused
from support.changes import a_tree, aimed, an_aim
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

SOON = timezone.localdate() + timedelta(days=90)
AIM = {
    "what": "Nights know what the day decided",
    "how_much": "From 2 nights in 7 to 6 in 7",
    "for_whom": "everybody on nights",
    "by_when": SOON.isoformat(),
    "measure": "",
    "version": "1",
}


def test_four_lines_make_an_aim(cast: Cast) -> None:
    client = signed_in(cast.bob)
    response = client.post(reverse("begin_aim", args=[cast.ward.public_id]), AIM)
    page = client.get(response["Location"]).content.decode()
    assert "Nights know what the day decided" in page
    assert "From 2 nights in 7 to 6 in 7, for everybody on nights, by" in page
    assert Aim.objects.count() == 1


def test_an_aim_is_helped_into_shape_and_never_refused(cast: Cast) -> None:
    aim = an_aim(
        cast.ward, what="Introduce huddle training", how_much="a lot", by_when=SOON + timedelta(days=900)
    )
    advice = " ".join(aim_page(aim, ()).advice)
    for words in ("How much?", "far away", "what you will do", "Nothing counts towards it"):
        assert words in advice
    assert len(aim_page(an_aim(cast.ward), ()).advice) == 1


def test_two_people_who_change_the_aim_lose_nothing(cast: Cast) -> None:
    aim = an_aim(cast.ward)
    change_aim(aim=aim, version=1, aimed=aimed(how_much="To 7 in 7"), by=cast.alice)
    with pytest.raises(Changed):
        change_aim(aim=aim, version=1, aimed=aimed(how_much="To 5 in 7"), by=cast.bob)
    sent = {**AIM, "how_much": "To 5 in 7"}
    page = signed_in(cast.bob).post(reverse("change_aim", args=[aim.public_id]), sent).content.decode()
    assert "To 7 in 7" in page
    assert "To 5 in 7" in page


def test_a_tree_grows_by_plain_forms(cast: Cast) -> None:
    aim = an_aim(cast.ward)
    client, address = signed_in(cast.bob), reverse("add_branch", args=[aim.public_id])
    client.post(address, {"words": "The note is where people look", "version": "1"})
    driver = Branch.objects.get()
    under = f"{address}?under={driver.public_id}"
    client.post(
        under, {"kind": "idea", "words": "Print it on the handover sheet", "idea": "", "version": "1"}
    )
    client.post(under, {"kind": "idea", "words": "", "idea": "start-huddle", "version": "1"})
    page = client.get(reverse("aim", args=[aim.public_id])).content.decode()
    for words in ("The note is where people look", "Print it on the handover sheet", "<svg"):
        assert words in page
    assert Branch.objects.filter(idea="start-huddle").exists()


def test_an_empty_box_is_refused_in_words(cast: Cast) -> None:
    aim = an_aim(cast.ward)
    response = signed_in(cast.bob).post(reverse("add_branch", args=[aim.public_id]), {"version": "1"})
    assert response.status_code == 422
    assert "Say it in a few words" in response.content.decode()


def test_a_box_of_another_aim_is_not_found(cast: Cast) -> None:
    mine, theirs = an_aim(cast.ward), an_aim(cast.elsewhere)
    driver = add_branch(aim=theirs, under=None, kind=BranchKind.DRIVER, words="Theirs", by=None)
    address = reverse("add_branch", args=[mine.public_id])
    assert signed_in(cast.bob).get(f"{address}?under={driver.public_id}").status_code == 404


def test_boxes_stand_only_where_they_make_sense(cast: Cast) -> None:
    aim = an_aim(cast.ward)
    with pytest.raises(Refused, match="under what it changes"):
        add_branch(aim=aim, under=None, kind=BranchKind.IDEA, words="x", by=None)
    first = add_branch(aim=aim, under=None, kind=BranchKind.DRIVER, words="1", by=None)
    second = add_branch(aim=aim, under=first, kind=BranchKind.DRIVER, words="2", by=None)
    idea = add_branch(aim=aim, under=second, kind=BranchKind.IDEA, words="3", by=None)
    with pytest.raises(Refused, match="nothing under it"):
        add_branch(aim=aim, under=idea, kind=BranchKind.IDEA, words="4", by=None)
    with pytest.raises(Refused, match="Two steps"):
        add_branch(aim=aim, under=second, kind=BranchKind.DRIVER, words="5", by=None)


def test_an_idea_of_the_tree_goes_on_the_board_and_the_tree_shows_how_it_goes(cast: Cast) -> None:
    aim = a_tree(cast.ward)
    idea = Branch.objects.filter(kind=BranchKind.IDEA).first()
    assert idea is not None
    client = signed_in(cast.bob)
    address = reverse("take_on", args=["branch", idea.public_id])
    assert idea.words in client.get(address).content.decode()
    said = {
        "what": idea.words,
        "first_step": "On Tuesday",
        "who": "the team",
        "look_again_on": SOON.isoformat(),
    }
    client.post(address, said)
    assert AgreedAction.objects.get().came_id == idea.public_id
    page = client.get(reverse("aim", args=[aim.public_id])).content.decode()
    assert "Agreed, not begun yet" in page
    for user, status in ((cast.charlie, 404), (cast.eve, 403)):
        assert signed_in(user).get(address).status_code == status


def test_taking_a_driver_off_asks_first_and_leaves_the_board_alone(cast: Cast) -> None:
    a_tree(cast.ward)
    driver = Branch.objects.filter(under=None).first()
    assert driver is not None
    client, address = signed_in(cast.bob), reverse("drop_branch", args=[driver.public_id])
    assert "boxes under it go too." in client.get(address).content.decode()
    assert Branch.objects.filter(pk=driver.pk).exists()
    client.post(address)
    assert not Branch.objects.filter(pk=driver.pk).exists()
    assert client.post(address).status_code == 404


def test_the_slide_has_every_box_as_a_shape_of_its_own(cast: Cast) -> None:
    aim = a_tree(cast.ward)
    response = signed_in(cast.bob).get(reverse("aim_slides", args=[aim.public_id]))
    [slide] = Presentation(io.BytesIO(response.content)).slides
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for branch in Branch.objects.all():
        assert branch.words in texts
    joins = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    assert len(joins) == Branch.objects.count()
    assert slide.shapes.title.text_frame.text.startswith(aim.what)


def test_there_is_no_slide_of_an_empty_tree(cast: Cast) -> None:
    aim = an_aim(cast.ward)
    assert signed_in(cast.bob).get(reverse("aim_slides", args=[aim.public_id])).status_code == 404


def test_an_aim_ends_with_what_came_of_it(cast: Cast) -> None:
    aim = an_aim(cast.ward)
    client, address = signed_in(cast.bob), reverse("end_aim", args=[aim.public_id])
    assert client.post(address, {"came_of_it": "", "version": "1"}).status_code == 422
    client.post(address, {"came_of_it": "Six nights in seven", "version": "1"})
    ended = Aim.objects.get()
    assert (ended.has_ended, ended.came_of_it) == (True, "Six nights in seven")
    assert "It says now: “Six nights in seven”" in said_after(client, address, "Four", version="1")
    assert said_after(client, address, "Seven", version="2") == ""
    assert (Aim.objects.get().came_of_it, Aim.objects.get().ended_on) == ("Seven", ended.ended_on)


def said_after(client: Client, address: str, came_of_it: str, *, version: str) -> str:
    """What the page says when somebody sends this; nothing if it was kept."""
    return client.post(address, {"came_of_it": came_of_it, "version": version}).content.decode()


def test_no_boxes_overlap_and_every_line_joins_two_of_them() -> None:
    ideas = tuple(
        Node(f"Idea number {place} that needs quite a few words", is_idea=True) for place in range(4)
    )
    tree = (
        Node("One", nodes=ideas),
        Node("Two", nodes=(Node("Two and a half", nodes=ideas[:1]),)),
        Node("Three"),
    )
    layout = laid_out("Aim", tree)
    boxes = layout.boxes
    for one in boxes:
        for other in boxes:
            apart = (
                one is other
                or one.column != other.column
                or (one.y + one.height <= other.y or other.y + other.height <= one.y)
            )
            assert apart, (one, other)
    assert len(layout.joins) == len(boxes) - 1
    assert all(box.y + box.height <= layout.height for box in boxes)


def test_the_picture_says_nothing_that_the_list_does_not(cast: Cast) -> None:
    aim = a_tree(cast.ward)
    page = aim_page(aim, tree_of(aim))
    drawn = html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]+)</text>", str(page.diagram))))

    def words(lines: tuple) -> list[str]:  # type: ignore[type-arg]
        return [each for line in lines for each in (line.words, *words(line.lines))]

    for said in words(page.lines):
        assert all(word in drawn for word in said.split())
