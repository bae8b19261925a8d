"""The table's rows for sender and recipient; addresses come first, content has them too."""

from post_office.memo.address import Address, AddressPoint, ProductionUnit
from post_office.memo.parties import (
    EID,
    AttentionData,
    AttentionPerson,
    ContactInfo,
    ContactPoint,
    ContentResponsible,
    EMail,
    GeneratingSystem,
    GlobalLocationNumber,
    Recipient,
    Representative,
    Sender,
    SENumber,
    SORData,
    Telephone,
)
from post_office.memo.shape import Kind, Shape, many, maybe, one, pair, wrapper

_ADDRESS_POINT = Shape(
    make=AddressPoint,
    parts=(
        maybe("grd:geographicEastingMeasure", "easting"),
        maybe("grd:geographicNorthingMeasure", "northing"),
        maybe("grd:geographicHeightMeasure", "height"),
    ),
)
ADDRESS = Shape(
    make=Address,
    parts=(
        maybe("grd:id", "id"),
        maybe("grd:addressLabel", "label"),
        maybe("grd:houseNumber", "house_number"),
        maybe("grd:door", "door"),
        maybe("grd:floor", "floor"),
        maybe("grd:co", "co"),
        maybe("grd:zipCode", "zip_code"),
        maybe("grd:city", "city"),
        maybe("grd:country", "country"),
        maybe("grd:AddressPoint", "point", _ADDRESS_POINT),
    ),
)
UNSTRUCTURED_ADDRESS = wrapper("grd:unstructured")
PRODUCTION_UNIT = Shape(
    make=ProductionUnit,
    parts=(
        one("grd:productionUnitNumber", "number", Kind.P_NUMBER),
        maybe("grd:productionUnitName", "name"),
    ),
)
_ATTENTION = Shape(
    make=AttentionData,
    parts=(
        maybe(
            "AttentionPerson",
            "person",
            Shape(
                make=AttentionPerson,
                parts=(maybe("personID", "id"), maybe("label", "label")),
            ),
        ),
        maybe("grd:ProductionUnit", "production_unit", PRODUCTION_UNIT),
        maybe(
            "gln:GlobalLocationNumber",
            "global_location_number",
            Shape(
                make=GlobalLocationNumber,
                parts=(
                    one("gln:globalLocationNumber", "number", Kind.GLN),
                    maybe("gln:location", "location"),
                ),
            ),
        ),
        maybe(
            "EMail",
            "email",
            pair(EMail, ("emailAddress", "address"), ("relatedAgent", "related_agent")),
        ),
        maybe(
            "grd:SEnumber",
            "se_number",
            pair(
                SENumber,
                ("grd:seNumber", "number"),
                ("grd:companyName", "company_name"),
            ),
        ),
        maybe(
            "Telephone",
            "telephone",
            pair(
                Telephone,
                ("telephoneNumber", "number"),
                ("relatedAgent", "related_agent"),
            ),
        ),
        maybe("grd:EID", "eid", pair(EID, ("grd:eID", "id"), ("grd:label", "label"))),
        maybe(
            "ContentResponsible",
            "content_responsible",
            Shape(
                make=ContentResponsible,
                parts=(maybe("contentResponsibleID", "id"), maybe("label", "label")),
            ),
        ),
        maybe(
            "GeneratingSystem",
            "generating_system",
            pair(GeneratingSystem, ("generatingSystemID", "id"), ("label", "label")),
        ),
        maybe(
            "sor:SORdata",
            "sor",
            pair(
                SORData,
                ("sor:sorIdentifier", "identifier"),
                ("sor:entryName", "entry_name"),
            ),
        ),
        maybe("grd:Address", "address", ADDRESS),
        maybe("grd:UnstructuredAddress", "unstructured_address", UNSTRUCTURED_ADDRESS),
    ),
)
_CONTACT_POINT = Shape(
    make=ContactPoint,
    parts=(
        maybe("contactGroup", "group"),
        one("contactPointID", "id"),
        maybe("label", "label"),
        many(
            "ContactInfo",
            "info",
            Shape(make=ContactInfo, parts=(one("label", "label"), one("value", "value"))),
            most=2,
        ),
    ),
)
_REPRESENTATIVE = Shape(
    make=Representative,
    parts=(
        maybe("representativeID", "id"),
        maybe("idType", "id_type"),
        maybe("idTypeLabel", "id_type_label"),
        maybe("label", "label"),
    ),
)
SENDER = Shape(
    make=Sender,
    parts=(
        one("senderID", "id"),
        one("idType", "id_type"),
        maybe("idTypeLabel", "id_type_label"),
        one("label", "label"),
        maybe("AttentionData", "attention", _ATTENTION),
        maybe("ContactPoint", "contact_point", _CONTACT_POINT),
        maybe("Representative", "representative", _REPRESENTATIVE, only_in_1_2=True),
    ),
)
RECIPIENT = Shape(
    make=Recipient,
    parts=(
        one("recipientID", "id"),
        one("idType", "id_type"),
        maybe("idTypeLabel", "id_type_label"),
        maybe("label", "label"),
        maybe("AttentionData", "attention", _ATTENTION),
        maybe("ContactPoint", "contact_point", _CONTACT_POINT),
    ),
)
