"""The cells of a screen, each with a letter and a style."""

from mailbox_tui.diffing_driver.styles import Style


class Grid:
    """Rows of cells. A wide letter is followed by "", which stands for its second half.

    A letter may be several code points: one with its accents, an emoji of many parts. Both halves
    of a wide letter have one style, and a blank has the style of what is seen of it
    (`Style.on_blank`), so that two cells that look the same are the same.
    """

    __slots__ = ("height", "letters", "styles", "width")

    def __init__(self, width: int, height: int, plain: Style) -> None:
        """Begin with blanks."""
        self.width = width
        self.height = height
        self.letters = [[" "] * width for _ in range(height)]
        self.styles = [[plain] * width for _ in range(height)]

    def copied(self) -> "Grid":
        """Give one that does not change with this one."""
        copy = Grid.__new__(Grid)
        copy.width, copy.height = self.width, self.height
        copy.letters = [row.copy() for row in self.letters]
        copy.styles = [row.copy() for row in self.styles]
        return copy

    def resized(self, width: int, height: int, plain: Style) -> "Grid":
        """Give one of another size that holds as much of this one as fits."""
        other = Grid(width, height, plain)
        kept = min(width, self.width)
        for y in range(min(height, self.height)):
            other.letters[y][:kept] = self.letters[y][:kept]
            other.styles[y][:kept] = self.styles[y][:kept]
            if kept < self.width and self.letters[y][kept] == "":
                other.blank(kept - 1, y)
        return other

    def blank(self, x: int, y: int) -> None:
        """Take a letter away and leave what is behind it."""
        self.letters[y][x] = " "
        self.styles[y][x] = self.styles[y][x].on_blank

    def texts(self) -> list[str]:
        """Give each row's letters as one text."""
        return ["".join(row) for row in self.letters]
