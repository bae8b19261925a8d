"""The table's rows for what a message is about."""

from post_office.memo.content import (
    AdditionalContentData,
    CaseID,
    ContentData,
    CPRData,
    CVRData,
    Education,
    FORMData,
    KLEData,
    MotorVehicle,
)
from post_office.memo.shape import Kind, Shape, many, maybe, one, pair, wrapper
from post_office.memo.shape_of_parties import (
    ADDRESS,
    PRODUCTION_UNIT,
    UNSTRUCTURED_ADDRESS,
)

CONTENT = Shape(
    make=ContentData,
    parts=(
        maybe(
            "grd:CPRdata",
            "cpr",
            pair(CPRData, ("grd:cprNumber", "number"), ("grd:name", "name")),
        ),
        maybe(
            "grd:CVRdata",
            "cvr",
            pair(
                CVRData,
                ("grd:cvrNumber", "number"),
                ("grd:companyName", "company_name"),
            ),
        ),
        maybe(
            "dmv:MotorVehicle",
            "motor_vehicle",
            Shape(
                make=MotorVehicle,
                parts=(
                    one("dmv:licenseNumber", "license_number", Kind.PLATE),
                    maybe("dmv:chassisNumber", "chassis_number"),
                ),
            ),
        ),
        maybe("grd:PropertyNumber", "property_number", wrapper("grd:propertyNumber")),
        maybe(
            "CaseID",
            "case",
            Shape(make=CaseID, parts=(one("caseID", "id"), one("caseSystem", "system"))),
        ),
        maybe(
            "kle:KLEdata",
            "kle",
            Shape(
                make=KLEData,
                parts=(
                    one("kle:subjectKey", "subject_key"),
                    one("kle:version", "version"),
                    maybe("kle:activityFacet", "activity_facet"),
                    one("kle:label", "label"),
                ),
            ),
        ),
        maybe(
            "form:FORMdata",
            "form",
            Shape(
                make=FORMData,
                parts=(
                    one("form:taskKey", "task_key"),
                    one("form:version", "version"),
                    maybe("form:activityFacet", "activity_facet"),
                    one("form:label", "label"),
                ),
            ),
        ),
        maybe("grd:ProductionUnit", "production_unit", PRODUCTION_UNIT),
        maybe(
            "udd:Education",
            "education",
            pair(Education, ("udd:educationCode", "code"), ("udd:educationName", "name")),
        ),
        maybe("grd:Address", "address", ADDRESS),
        maybe("grd:UnstructuredAddress", "unstructured_address", UNSTRUCTURED_ADDRESS),
        many(
            "AdditionalContentData",
            "additional",
            Shape(
                make=AdditionalContentData,
                parts=(
                    maybe("contentDataType", "type"),
                    one("contentDataName", "name"),
                    one("contentDataValue", "value"),
                ),
            ),
            most=10,
        ),
    ),
)
