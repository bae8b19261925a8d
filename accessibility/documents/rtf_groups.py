"""What holds inside a group of RTF."""

from dataclasses import dataclass


@dataclass(slots=True)
class OpenField:
    """A field: what it is told to do, and how its check box is."""

    instruction: str = ""
    result: int = 25  # of a check box: 25 means "as by default"
    default: int = 0


@dataclass(slots=True)
class Group:
    """What holds until the group ends; copied when one begins."""

    sink: str = "text"  # where its text goes
    opened: str = ""  # the destination that this very group is
    field: OpenField | None = None
    link: str = ""
    is_bold: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    in_table: bool = False
    level: int = 0
    depth: int = 0
    is_item: bool = False
    font: int = 0
    language: int = 0
    skip: int = 1  # characters that stand for an \\u where nobody knows it
