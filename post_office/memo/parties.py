"""Who sends and who receives a MeMo message, and to whose attention."""

from dataclasses import dataclass

from post_office.memo.address import Address, ProductionUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionPerson:
    """The person the message is for or from."""

    id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobalLocationNumber:
    """A GLN (EAN) number of thirteen digits."""

    number: str
    location: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EMail:
    """An e-mail address and whose it is."""

    address: str
    related_agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SENumber:
    """A tax unit of a company."""

    number: str
    company_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telephone:
    """A telephone number and whose it is."""

    number: str
    related_agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EID:
    """An electronic identity."""

    id: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentResponsible:
    """Who answers for the content."""

    id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratingSystem:
    """The system that made the message."""

    id: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SORData:
    """A unit of the health service's register of organisations."""

    identifier: str
    entry_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionData:
    """Everything that narrows a sender or a recipient down."""

    person: AttentionPerson | None = None
    production_unit: ProductionUnit | None = None
    global_location_number: GlobalLocationNumber | None = None
    email: EMail | None = None
    se_number: SENumber | None = None
    telephone: Telephone | None = None
    eid: EID | None = None
    content_responsible: ContentResponsible | None = None
    generating_system: GeneratingSystem | None = None
    sor: SORData | None = None
    address: Address | None = None
    unstructured_address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactInfo:
    """One thing a contact point tells or asks: a label and a value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint:
    """The desk of an authority that a message comes from or goes to."""

    id: str
    group: str = ""
    label: str = ""
    info: tuple[ContactInfo, ...] = ()  # at most two


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """Who wrote on the sender's behalf (MeMo 1.2 only)."""

    id: str = ""
    id_type: str = ""
    id_type_label: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends. `id_type` is free text in the schema: CPR, CVR, in any case."""

    id: str
    id_type: str
    label: str
    id_type_label: str = ""
    attention: AttentionData | None = None
    contact_point: ContactPoint | None = None
    representative: Representative | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who receives. Most senders leave `label`, the name, out."""

    id: str
    id_type: str
    label: str = ""
    id_type_label: str = ""
    attention: AttentionData | None = None
    contact_point: ContactPoint | None = None
