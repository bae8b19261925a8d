"""Grids made by chance, each from the one before, with all that makes screens difficult."""

from random import Random

from wcwidth import wcwidth

from mailbox_tui.diffing_driver.cells import Grid
from mailbox_tui.diffing_driver.styles import Palette, Style
from mailbox_tui.diffing_driver.widths import letters_of

NARROW = [*"abcXYZ0189.,-+kræøÅé─│█€Ж⠿…", "\u2013", "\xa0"]
WIDE = [*"日本語한글", "\uff21", "。", "\u3000"]
JOINED = ["e\u0301", "a\u030a", "o\u0308\u0301", "n\u0303"]
EMOJI = ["😀", "🎉", "📧"]
RIGHT_TO_LEFT = [*"שלום", *"مرحبا"]
ODD = ["©", "▶", "❤", "ไ", "ก", "☎"]
LETTERS = [*NARROW, *WIDE, *JOINED, *EMOJI, *RIGHT_TO_LEFT, *ODD]
KINDS = [NARROW, NARROW, WIDE, JOINED, EMOJI, RIGHT_TO_LEFT, ODD, LETTERS]
JOINED_EMOJI = ["👩\u200d👧", "❤\ufe0f", "👍🏽", "👨\u200d👩\u200d👦"]
MORE_KINDS = [*KINDS, JOINED_EMOJI, [*JOINED_EMOJI, *NARROW]]
"""With emoji joined of several, which pyte does not know."""

Kinds = list[list[str]]

STYLES = [
    "0", "0", "0", "1", "3", "4", "7", "9", "5", "1;4", "31", "1;31", "44", "37;44", "7;33", "97",
    "38;5;208", "48;5;17", "38;5;1;48;5;200", "38;2;1;2;3", "48;2;9;8;7", "4;38;2;200;1;1;48;5;3",
    "1;3;4;5;7;9;35;45", "100", "4;100",
]  # fmt: skip


def columns_of(letter: str) -> int:
    """Count the columns as Textual does, which pyte must do too, or a comparison says nothing."""
    ((whole, columns),) = letters_of(letter)[1]
    assert whole == letter
    assert columns == sum(max(wcwidth(point), 0) for point in letter), f"{letter!r}"
    return columns


COLUMNS = {letter: columns_of(letter) for letter in LETTERS} | dict.fromkeys(JOINED_EMOJI, 2)


def put(grid: Grid, x: int, y: int, letter: str, style: Style) -> int:
    """Put a letter where it fits, as a terminal would; give the column behind it."""
    columns = COLUMNS.get(letter, 1)
    if x + columns > grid.width:
        letter, columns = " ", 1
    for column in (x, x + columns):
        if column < grid.width and grid.letters[y][column] == "":
            grid.blank(column - 1, y)
            grid.blank(column, y)
    look = style.on_blank if letter == " " else style
    grid.letters[y][x : x + columns] = [letter, ""][:columns]
    grid.styles[y][x : x + columns] = [look] * columns
    return x + columns


def some_style(chance: Random, palette: Palette) -> Style:
    return palette.applied(palette.plain, chance.choice(STYLES))


def fill(
    chance: Random, grid: Grid, palette: Palette, y: int, start: int, end: int, kinds: Kinds
) -> None:
    """Write words, each of one kind of letters or of all kinds, with a style each."""
    x = start
    while x < end:
        letters, style = chance.choice(kinds), some_style(chance, palette)
        for _ in range(chance.randint(1, 9)):
            if x < end:
                x = put(grid, x, y, chance.choice(letters), style)
        for _ in range(chance.choice([0, 1, 1, 1, 2, 5, 14])):
            if x < end:
                x = put(grid, x, y, " ", chance.choice([style, palette.plain]))


def changed(chance: Random, before: Grid, palette: Palette, kinds: Kinds) -> Grid:
    """Give another grid, a few changes away."""
    grid = before.copied()
    width, height = grid.width, grid.height
    often = chance.choice([[*range(10)], [*range(10)], [*range(5)], [4], [4, 9], [5]])
    for _ in range(chance.choice([0, 1, 1, 1, 2, 3, 8])):
        y = chance.randrange(height)
        x = chance.randrange(width)
        kind = chance.choice(often)
        if kind == 0:  # one letter
            put(grid, x, y, chance.choice(chance.choice(kinds)), some_style(chance, palette))
        elif kind == 1:  # a stretch
            fill(chance, grid, palette, y, x, min(width, x + chance.randint(1, 20)), kinds)
        elif kind == 2:  # a row
            fill(chance, grid, palette, y, 0, width, kinds)
        elif kind == 3:  # the rest of a row becomes blank
            ground = some_style(chance, palette)
            while x < width:
                x = put(grid, x, y, " ", ground)
        elif kind == 4:  # a block moves
            _move_rows(chance, grid, palette)
        elif kind == 5:  # everything
            for row in range(height):
                fill(chance, grid, palette, row, 0, chance.randint(1, width), kinds)
        elif kind == 6:  # nothing is left
            grid = Grid(width, height, palette.plain)
        elif kind == 7:  # only colours
            _colour(chance, grid, palette, y, x)
        elif kind == 8:  # the edges
            for column in (0, width - 2, width - 1):
                letter = chance.choice(chance.choice(kinds))
                put(grid, max(column, 0), y, letter, some_style(chance, palette))
        else:  # a column, as of a list's marker
            for row in range(height):
                put(grid, x, row, chance.choice([" ", ">", "日"]), palette.plain)
    return grid


def _move_rows(chance: Random, grid: Grid, palette: Palette) -> None:
    top = chance.randrange(grid.height)
    bottom = chance.randrange(top, grid.height)
    by = chance.randint(1, 4)
    upwards = chance.random() < 0.5
    for rows, fresh in (
        (grid.letters, [" "] * grid.width),
        (grid.styles, [palette.plain] * grid.width),
    ):
        block = rows[top : bottom + 1]
        new = [list(fresh) for _ in range(min(by, len(block)))]
        moved = [*block[by:], *new] if upwards else [*new, *block[: len(block) - len(new)]]
        rows[top : bottom + 1] = moved


def _colour(chance: Random, grid: Grid, palette: Palette, y: int, x: int) -> None:
    style = some_style(chance, palette)
    end = min(grid.width, x + chance.randint(1, 30))
    for column in range(x, end):
        letter = grid.letters[y][column]
        if letter and (column + 1 == grid.width or grid.letters[y][column + 1]):
            grid.styles[y][column] = style.on_blank if letter == " " else style
