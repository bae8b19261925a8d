"""Where the words of an HTML document gather: inline text into blocks, blocks into text."""

import re
from dataclasses import dataclass, field

_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class Block:
    """Some lines that belong together, and whether an empty line stands before and after."""

    text: str
    gap_before: bool
    gap_after: bool


@dataclass(slots=True)
class Gathering:
    """The blocks of one container: the page, a list item, a table cell."""

    blocks: list[Block] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    ends_in_space: bool = True  # so that a line never begins with one

    def add(self, text: str) -> None:
        """Add words of the current line; white space is folded as a browser does."""
        text = _SPACES.sub(" ", text)
        if self.ends_in_space:
            text = text.lstrip(" ")
        if text:
            self.inline.append(text)
            self.ends_in_space = text.endswith(" ")

    def add_exactly(self, text: str) -> None:
        """Add text whose line breaks and spaces count."""
        if text:
            self.inline.append(text)
            self.ends_in_space = text[-1] in " \n"

    def end_block(self, *, is_loose: bool) -> None:
        """Close the current lines into a block."""
        text = "".join(self.inline)
        self.inline.clear()
        self.ends_in_space = True
        lines = [line.rstrip() for line in text.split("\n")]
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            lines.pop(0)
        if lines:
            self.blocks.append(Block("\n".join(lines), is_loose, is_loose))
        elif is_loose:
            self.leave_gap()

    def leave_gap(self) -> None:
        """Have an empty line behind what is here."""
        if self.blocks:
            self.blocks[-1].gap_after = True

    def put(self, text: str, *, is_loose: bool) -> None:
        """Add a finished block."""
        self.end_block(is_loose=False)
        if text:
            self.blocks.append(Block(text, is_loose, is_loose))

    def text(self) -> str:
        """Give everything as text."""
        self.end_block(is_loose=False)
        parts: list[str] = []
        gap = False
        for block in self.blocks:
            if parts:
                parts.append("\n\n" if gap or block.gap_before else "\n")
            parts.append(block.text)
            gap = block.gap_after
        return "".join(parts)

    def lines(self) -> list[str]:
        """Give everything as lines without empty ones."""
        return [line for line in self.text().split("\n") if line.strip()]
