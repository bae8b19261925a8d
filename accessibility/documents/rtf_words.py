"""What the control words of RTF mean, as far as a text needs them."""

from locale import windows_locale

# Groups of which nothing is read; with "\\*" in front everything else is skipped too, but _KEPT.
SKIPPED = frozenset([
    "annotation", "atnauthor", "atndate", "atnicn", "atnid", "atnparent", "atnref", "atntime",
    "atrfend", "atrfstart", "bkmkend", "bkmkstart", "colorschememapping", "colortbl", "comment",
    "company", "datafield", "datastore", "doccomm", "author", "operator", "keywords", "subject",
    "manager", "category", "hlinkbase", "creatim", "revtim", "printim", "buptim",
    "do", "factoidname", "falt", "filetbl", "fontemb", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
    "aftnsepc", "aftncn", "generator", "latentstyles", "listoverridetable", "listtable",
    "mmathPr", "nesttableprops", "nonesttables", "nonshppict", "objalias", "objclass", "objdata",
    "objname", "objsect", "objtime", "panose", "passwordhash", "pgptbl", "pnseclvl", "private",
    "revtbl", "rsidtbl", "rxe", "tc", "themedata", "txe", "ud", "upr", "userprops", "wgrffmtfilter",
    "xe", "xmlnstbl", "sp", "stylerestrictions", "formfield",
])  # fmt: skip
KEPT = frozenset([
    "shpinst", "shppict", "shptxt", "fldinst", "fldrslt", "listtext", "pntext", "picprop",
    "footnote",
])  # fmt: skip
RUNNING = frozenset(
    f"{side}{which}" for side in ("header", "footer") for which in ("", "l", "r", "f")
)
CHARACTERS = {
    "emdash": "\u2014", "endash": "\u2013", "bullet": "\u2022", "lquote": "\u2018",
    "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d", "emspace": " ",
    "enspace": " ", "qmspace": " ", "tab": " ",
}  # fmt: skip
SIGNS = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}"}
# The character set of a font (\\fcharset) to the code page its bytes are in.
CODE_PAGES = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_KNOWN_PAGES = frozenset(
    [*CODE_PAGES.values(), *(f"cp{n}" for n in (437, 850, 852, 865, 866, *range(1250, 1259)))]
)


def code_page(number: int) -> str:
    """Give the code page that a document names (\\ansicpg)."""
    name = f"cp{number}"
    return "mac-roman" if number == 10_000 else name if name in _KNOWN_PAGES else "cp1252"


def language_of(number: int) -> str:
    """Give the language of a Windows number; empty if it is none."""
    return windows_locale.get(number, "").replace("_", "-")
