"""The invented offices that write to Alma Demo, and the two that only pretend.

Every number begins with a nought, which no number of the Central Business Register does: none of
them can belong to anybody.
"""

from dataclasses import dataclass

from mailbox_store.model.party import IdType, Party

ALMA = Party(id_type=IdType.CPR, number="0101800000", name="Alma Demo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A sender: its name and number, and whether it is what it says."""

    name: str
    cvr: str
    is_real: bool = True


TOWN = Office(name="Bylderup Kommune", cvr="04018834")
HOSPITAL = Office(name="Søndervang Sygehus", cvr="04020537")
TAX = Office(name="Landets Skattekontor", cvr="04021061")
HOUSING_BENEFIT = Office(name="Boligstøttekontoret", cvr="04023943")
REGION = Office(name="Region Vesterhav", cvr="04024729")
COURT = Office(name="Retten i Mølleby", cvr="04025253")
UTILITY = Office(name="Nordstrand Forsyning", cvr="04026039")
DRIVING = Office(name="Kørekortcentret", cvr="04029445")
LIBRARY = Office(name="Bylderup Bibliotek", cvr="04030362")
RESIDENTS = Office(name="Indbyggerregistret", cvr="04031148")
DOGS = Office(name="Hunderegistret", cvr="04034554")
PENSION = Office(name="Pensionskassen Fyrtårn", cvr="04037960")
NEWCOMERS = Office(name="Newcomer Service Bylderup", cvr="04038746")
HEALTH_INSURANCE = Office(name="The Health Insurance Office of Vesterhav", cvr="04039270")
UNIVERSITY = Office(name="Fjordens Universitet", cvr="04040449")
PARCELS = Office(name="Pakkecentralen", cvr="04043200", is_real=False)
PRETENDER = Office(name="Landets Skattekontor", cvr="04043855", is_real=False)

OFFICES = (
    TOWN,
    HOSPITAL,
    TAX,
    HOUSING_BENEFIT,
    REGION,
    COURT,
    UTILITY,
    DRIVING,
    LIBRARY,
    RESIDENTS,
    DOGS,
    PENSION,
    NEWCOMERS,
    HEALTH_INSURANCE,
    UNIVERSITY,
    PARCELS,
    PRETENDER,
)
