"""The map of a piece of work: every word on it, told apart without colour, within its frame."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from fanlight.design.charts import Effect, Pane, Remark, WorkMap, work_map, work_map_table

words = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=120)
remarks = st.builds(Remark, words=words, effect=st.sampled_from(Effect))
panes = st.builds(Pane, title=st.just("Tasks"), remarks=st.lists(remarks, max_size=5).map(tuple))
maps = st.builds(
    WorkMap,
    name=st.just("The work"),
    outside=panes,
    above=st.tuples(panes, panes),
    beside=st.tuples(panes, panes),
    people=panes,
)


def a_map(*said: Remark) -> WorkMap:
    empty = Pane(title="Tasks")
    return WorkMap(
        name="The work",
        outside=Pane(title="The world outside", remarks=said),
        above=(empty, empty),
        beside=(empty, empty),
        people=Pane(title="People"),
    )


@settings(max_examples=40)
@given(maps, st.sampled_from([720, 300]))
def test_nothing_falls_out_of_the_window(drawn: WorkMap, width: int) -> None:
    svg = str(work_map(drawn, width=width))
    height = float(re.search(r'viewBox="0 0 \d+ ([\d.]+)"', svg)[1])  # type: ignore[index]
    assert all(0 <= float(y) <= height for y in re.findall(r'<text x="[\d.]+" y="([-\d.]+)"', svg))
    assert all(0 <= float(x) <= width for x in re.findall(r'<text x="([-\d.]+)"', svg))


@settings(max_examples=25)
@given(maps)
def test_the_table_says_all_that_the_map_shows(drawn: WorkMap) -> None:
    said = [(remark.words, remark.effect.value) for pane in drawn.panes for remark in pane.remarks]
    assert [row[1:] for row in work_map_table(drawn).rows] == said


def test_marks_differ_in_shape_and_the_description_says_it_in_words() -> None:
    helped, hindered = (
        str(work_map(a_map(Remark(words="The bell", effect=each)))) for each in list(Effect)[:2]
    )
    assert "The bell (helped)" in helped
    assert "The bell (got in the way)" in hindered
    assert helped.count("<circle") == hindered.count("<circle") + 1
    assert hindered.count("l7 7l-7 7") == helped.count("l7 7l-7 7") + 1


def test_words_are_words_and_never_marks_of_the_picture() -> None:
    svg = str(work_map(a_map(Remark(words="<script>x</script>"))))
    assert "<script>" not in svg


def test_an_empty_pane_asks_for_more() -> None:
    assert str(work_map(a_map())).count(">Nothing said yet<") == 6
