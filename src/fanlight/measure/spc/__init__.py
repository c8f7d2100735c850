"""Statistical process control: tell a signal from noise in figures over time.

>>> from fanlight.measure import spc
>>> import numpy as np
>>> months = np.arange("2025-01", "2026-01", dtype="datetime64[M]")
>>> held = spc.Points.of(months, [12, 14, 11, 13, 12, 19, 20, 19, 21, 20, 19, 20])
>>> chart = spc.xmr(held, spc.Plan(better=spc.Better.UP, target=15))
>>> chart.variation, chart.assurance
(<Variation.IMPROVEMENT_HIGH: 'improvement_high'>, <Assurance.HIT_OR_MISS: 'hit_or_miss'>)
"""

from fanlight.measure.spc.cautions import Caution, CautionKind
from fanlight.measure.spc.chart import ChartKind, ControlChart, Segment
from fanlight.measure.spc.charts import (
    BY_KIND,
    between,
    default_rules,
    g_chart,
    p_chart,
    run_chart,
    t_chart,
    u_chart,
    xmr,
    xmr_many,
)
from fanlight.measure.spc.meaning import Assurance, Better, PointType, Variation
from fanlight.measure.spc.plan import Plan, Rebase, Unit
from fanlight.measure.spc.points import Points
from fanlight.measure.spc.pool import pool
from fanlight.measure.spc.runs import RunsTest
from fanlight.measure.spc.signals import (
    ANHOEJ,
    MAKING_DATA_COUNT,
    RULE_SETS,
    SHEWHART,
    SHIFT_8_TREND_6,
    RuleSet,
    Side,
    Signal,
)
from fanlight.measure.spc.table import Table, xmr_table

__all__ = [
    "ANHOEJ",
    "BY_KIND",
    "MAKING_DATA_COUNT",
    "RULE_SETS",
    "SHEWHART",
    "SHIFT_8_TREND_6",
    "Assurance",
    "Better",
    "Caution",
    "CautionKind",
    "ChartKind",
    "ControlChart",
    "Plan",
    "PointType",
    "Points",
    "Rebase",
    "RuleSet",
    "RunsTest",
    "Segment",
    "Side",
    "Signal",
    "Table",
    "Unit",
    "Variation",
    "between",
    "default_rules",
    "g_chart",
    "p_chart",
    "pool",
    "run_chart",
    "t_chart",
    "u_chart",
    "xmr",
    "xmr_many",
    "xmr_table",
]
