"""The other tables that lie in drawers: units and posts, steps, integrity risks; joined to the list."""

from powerlist.formats.side_tables.join import Joined, join
from powerlist.formats.side_tables.road import over, with_side_tables
from powerlist.formats.side_tables.rows import apart, side_tables
from powerlist.formats.side_tables.sorting import Sorter
from powerlist.formats.side_tables.tables import SideTable

__all__ = ["Joined", "SideTable", "Sorter", "apart", "join", "over", "side_tables", "with_side_tables"]
