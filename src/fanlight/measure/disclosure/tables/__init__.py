"""Tables of counts: what may be published of them, and what an attacker makes of a published one."""

from fanlight.measure.disclosure.tables.published import USUAL_TOTALS, Interval, Published, TableAttack
from fanlight.measure.disclosure.tables.released import Quality, ReleasedTable, release_table
from fanlight.measure.disclosure.tables.system import Impossible
from fanlight.measure.disclosure.tables.table import Dimension, Row, Table

__all__ = [
    "USUAL_TOTALS",
    "Dimension",
    "Impossible",
    "Interval",
    "Published",
    "Quality",
    "ReleasedTable",
    "Row",
    "Table",
    "TableAttack",
    "release_table",
]
