"""Why a message cannot be written as MeMo: each error names the element and never its text."""

from dataclasses import dataclass, fields


@dataclass(eq=False)
class UnwritableMemo(ValueError):
    """The message breaks a rule of MeMo at this element; nothing is cut or mended silently."""

    element: str

    def __str__(self) -> str:
        told = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self))
        return f"{type(self).__name__}({told})"


@dataclass(eq=False)
class TooLongForMemo(UnwritableMemo):
    """A text has more characters than MeMo allows."""

    limit: int
    length: int


@dataclass(eq=False)
class TooManyForMemo(UnwritableMemo):
    """An element comes more often than MeMo allows."""

    limit: int
    count: int


@dataclass(eq=False)
class MissingInMemo(UnwritableMemo):
    """MeMo demands this element."""


@dataclass(eq=False)
class WrongFormForMemo(UnwritableMemo):
    """A value is not what MeMo wants here: `wanted` is the simple type."""

    wanted: str


@dataclass(eq=False)
class IllegalInXml(UnwritableMemo):
    """A text holds a character that XML forbids; `at` is its place in the text."""

    at: int
