"""What a MeMo message is about: the case, the person, the car, the subject."""

from dataclasses import dataclass

from post_office.memo.address import Address, ProductionUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class CPRData:
    """The person the message is about."""

    number: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CVRData:
    """The company the message is about."""

    number: str
    company_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MotorVehicle:
    """The vehicle the message is about."""

    license_number: str
    chassis_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseID:
    """The case, and the system it lies in."""

    id: str
    system: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KLEData:
    """The subject in the municipalities' own order of subjects."""

    subject_key: str
    version: str
    label: str
    activity_facet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FORMData:
    """The task in the state's own order of tasks."""

    task_key: str
    version: str
    label: str
    activity_facet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """The education the message is about."""

    code: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdditionalContentData:
    """Whatever else the sender wants to say about the content."""

    name: str
    value: str
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentData:
    """All of what the message is about."""

    cpr: CPRData | None = None
    cvr: CVRData | None = None
    motor_vehicle: MotorVehicle | None = None
    property_number: str = ""
    case: CaseID | None = None
    kle: KLEData | None = None
    form: FORMData | None = None
    production_unit: ProductionUnit | None = None
    education: Education | None = None
    address: Address | None = None
    unstructured_address: str = ""
    additional: tuple[AdditionalContentData, ...] = ()  # at most ten
