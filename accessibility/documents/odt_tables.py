"""The tables of an ODT document while its XML goes by; a table may stand in another's cell."""

from dataclasses import dataclass, field

from accessibility.documents.odt_styles import Attributes
from accessibility.documents.written_blocks import Cell, Piece, pieces_of_table

_MOST_REPEATED = 64  # columns or rows that one element may stand for
_MOST_CELLS = 200_000  # of all tables


@dataclass(slots=True)
class _OpenTable:
    rows: list[list[Cell]] = field(default_factory=list)
    header_rows: int = 0
    in_header: bool = False
    repeated: int = 1


@dataclass(slots=True)
class Tables:
    """The tables that have begun, the inmost last."""

    was_cut: bool = False
    _open: list[_OpenTable] = field(default_factory=list)
    _cells: int = 0

    def start(self, name: str, told: Attributes) -> Cell | None:
        """Take in the beginning of an element; give the cell that begins with it."""
        if name == "table:table":
            self._open.append(_OpenTable())
        if not self._open:
            return Cell() if name == "table:table-cell" else None
        table = self._open[-1]
        match name:
            case "table:table-header-rows":
                table.in_header = True
            case "table:table-row":
                table.rows.append([])
                table.repeated = _repeated(told.get("table:number-rows-repeated", ""))
            case "table:table-cell" | "table:covered-table-cell":
                times = _repeated(told.get("table:number-columns-repeated", ""))
                cell = Cell()
                self._add(table, [cell] * times)
                return cell if name == "table:table-cell" else None
        return None

    def end(self, name: str) -> list[Piece]:
        """Take in the end of an element; give the table that has ended with it."""
        if not self._open:
            return []
        table = self._open[-1]
        match name:
            case "table:table-header-rows":
                table.in_header = False
            case "table:table-row" if table.rows:
                if any(cell.pieces for cell in table.rows[-1]):
                    for _ in range(table.repeated - 1):
                        table.rows.append([])
                        self._add(table, table.rows[-2])
                if table.in_header:
                    table.header_rows = len(table.rows)
            case "table:table":
                self._open.pop()
                return pieces_of_table(table.rows, header_rows=table.header_rows)
        return []

    def _add(self, table: _OpenTable, cells: list[Cell]) -> None:
        if not table.rows:
            table.rows.append([])
        room = max(_MOST_CELLS - self._cells, 0)
        self.was_cut |= len(cells) > room
        self._cells += len(cells)
        table.rows[-1].extend(cells[:room])


def _repeated(text: str) -> int:
    return max(1, min(int(text[:6]), _MOST_REPEATED)) if text.isdecimal() else 1
