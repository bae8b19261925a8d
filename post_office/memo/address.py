"""Parts of a MeMo message that both people and content have: addresses and production units."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressPoint:
    """Where an address lies, in the sender's own coordinates."""

    easting: str = ""
    northing: str = ""
    height: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address in parts."""

    id: str = ""
    label: str = ""  # the road
    house_number: str = ""
    door: str = ""
    floor: str = ""
    co: str = ""
    zip_code: str = ""
    city: str = ""
    country: str = ""
    point: AddressPoint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionUnit:
    """One place of work of a company (a P-number)."""

    number: str
    name: str = ""
