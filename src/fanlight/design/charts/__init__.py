"""Our charts: pure functions of small frozen dataclasses, giving SVG for pages, PDFs and slides."""

from fanlight.design.charts.along import change_chart, level_chart
from fanlight.design.charts.answers import answers_chart, answers_key, reach
from fanlight.design.charts.figures import Answers, Bound, Change, Level, Way
from fanlight.design.charts.svg import NARROW, WIDE, for_every_screen
from fanlight.design.charts.tables import answers_table, change_table, level_table
from fanlight.design.charts.work_map import (
    Effect,
    Pane,
    Remark,
    WorkMap,
    work_map,
    work_map_for_every_screen,
    work_map_table,
)

__all__ = [
    "NARROW",
    "WIDE",
    "Answers",
    "Bound",
    "Change",
    "Effect",
    "Level",
    "Pane",
    "Remark",
    "Way",
    "WorkMap",
    "answers_chart",
    "answers_key",
    "answers_table",
    "change_chart",
    "change_table",
    "for_every_screen",
    "level_chart",
    "level_table",
    "reach",
    "work_map",
    "work_map_for_every_screen",
    "work_map_table",
]
