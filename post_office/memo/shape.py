"""What a shape is made of: the words in which shape_table.py says how MeMo looks.

A row of the table is a `Part`: an element, the attribute of our value that holds it, its
kind (a simple type or a further shape), and how often it may come.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SEPARATOR = "\x1f"  # between namespace and name; XML forbids it, so no namespace can hold it

NAMESPACES: Mapping[str, str] = {
    "memo": "https://DigitalPost.dk/MeMo-1",
    "grd": "https://data.gov.dk/model/core/",
    "gln": "https://www.gs1.dk/gs1-standarder/identifikation/gln-global-location-number/",
    "sor": "https://services.nsi.dk/en/Services/SOR",
    "kle": "http://kle-online.dk/",
    "form": "http://www.form-online.dk/",
    "dmv": "https://motorregister.skat.dk/",
    "udd": "https://www.dst.dk/da/TilSalg/Forskningsservice/Dokumentation/"
    "hoejkvalitetsvariable/elevregister-2/udd#",
}


class Kind(StrEnum):
    """The simple types of MeMo."""

    TEXT = "text"
    COMMENT = "comment"
    NOTIFICATION = "notification"
    UUID = "uuid"
    TIME = "time"
    DATE = "date"
    LANGUAGE = "language"
    URI = "uri"
    MESSAGE_TYPE = "message type"
    BOOLEAN = "boolean"
    BASE64 = "base64"
    PLATE = "plate"
    GLN = "gln"
    P_NUMBER = "p-number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One element inside another: how it is written, where its value lies, how often it comes."""

    written: str  # with prefix, as "grd:Address"
    attribute: str  # of the value it lies in
    kind: "Kind | Shape"
    least: int
    most: int | None  # None: any number
    demanded_by_1_1: bool = False
    only_in_1_2: bool = False
    is_many: bool = False  # the attribute holds a tuple
    name: str = field(init=False)  # without prefix
    qualified: str = field(init=False)  # namespace, separator, name: as the parser tells it

    def __post_init__(self) -> None:
        prefix, name = self.written.split(":")
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "qualified", f"{NAMESPACES[prefix]}{SEPARATOR}{name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The elements of one element, in order, and the value they make.

    `same` are attributes the element's name alone decides. A wrapper holds one text and has no
    value of its own. Of those in `either` at most one may be filled.
    """

    make: Callable[..., object]
    parts: tuple[Part, ...]
    same: Mapping[str, object] = field(default_factory=dict)
    is_wrapper: bool = False
    either: tuple[str, ...] = ()

    def part(self, qualified: str) -> Part | None:
        """Find the part with this name; None if MeMo knows no such element here."""
        return next((part for part in self.parts if part.qualified == qualified), None)


def one(written: str, attribute: str, kind: Kind | Shape = Kind.TEXT) -> Part:
    """Make a row for an element that must come once."""
    return Part(written=_prefixed(written), attribute=attribute, kind=kind, least=1, most=1)


def maybe(
    written: str,
    attribute: str,
    kind: Kind | Shape = Kind.TEXT,
    *,
    demanded_by_1_1: bool = False,
    only_in_1_2: bool = False,
) -> Part:
    """Make a row for an element that may come once."""
    return Part(
        written=_prefixed(written),
        attribute=attribute,
        kind=kind,
        least=0,
        most=1,
        demanded_by_1_1=demanded_by_1_1,
        only_in_1_2=only_in_1_2,
    )


def many(
    written: str,
    attribute: str,
    kind: Kind | Shape,
    *,
    least: int = 0,
    most: int | None = None,
) -> Part:
    """Make a row for an element that may come several times; `None`: any number."""
    return Part(
        written=_prefixed(written),
        attribute=attribute,
        kind=kind,
        least=least,
        most=most,
        is_many=True,
    )


def _prefixed(written: str) -> str:
    return written if ":" in written else f"memo:{written}"


def _only(*, text: str) -> str:
    return text


def wrapper(written: str, kind: Kind = Kind.TEXT) -> Shape:
    """Make the shape of an element that only holds one other, with a text."""
    return Shape(make=_only, parts=(one(written, "text", kind),), is_wrapper=True)


def pair(make: type, first: tuple[str, str], second: tuple[str, str]) -> Shape:
    """Make the shape of a text that must come and one that may: (element, attribute) of each."""
    return Shape(make=make, parts=(one(*first), maybe(*second)))
