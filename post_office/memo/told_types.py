"""Whether a declared media type contradicts the bytes: many names mean one thing."""

from collections.abc import Mapping

_UNKNOWN = "application/octet-stream"
_OLD_OFFICE = "application/x-ole-storage"
_OTHER_NAMES: Mapping[str, str] = {
    "application/x-pdf": "application/pdf",
    "application/xhtml+xml": "text/html",
    "application/msword": _OLD_OFFICE,
    "application/vnd.ms-excel": _OLD_OFFICE,
    "application/vnd.ms-powerpoint": _OLD_OFFICE,
    "application/vnd.ms-outlook": _OLD_OFFICE,
    "application/x-zip-compressed": "application/zip",
    "application/x-gzip": "application/gzip",
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "text/rtf": "application/rtf",
    "text/xml": "application/xml",
}
_TELL_THEMSELVES = ("application/pdf", "text/", "image/")  # their bytes would have shown


def are_same_type(declared: str, told: str) -> bool:
    """Tell whether the sender's word and the bytes can both be right."""
    name = declared.partition(";")[0].strip().lower()
    name = _OTHER_NAMES.get(name, name)
    if name in ("", _UNKNOWN, told):
        return True
    if told == "text/plain":  # a CSV file or a note in Markdown is plain text to the bytes
        return name.startswith("text/") and name != "text/html"
    if told == "application/xml":
        return name.endswith("+xml")
    return told == _UNKNOWN and not name.startswith(_TELL_THEMSELVES)
