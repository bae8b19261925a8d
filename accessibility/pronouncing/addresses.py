"""Ways to reach somebody: web and e-mail addresses, telephone numbers, postal codes."""

import re
from collections.abc import Iterator

from accessibility.pronouncing.figures import by_letters, coded, one_by_one, paired
from accessibility.pronouncing.passage import Spoken, spoken
from accessibility.pronouncing.tongue import Tongue
from accessibility.pronouncing.written_numbers import NO_SUM

_LINK = re.compile(r"(?:https?://|(?<![\w@.-])www\.)[^\s<>\"“”«»\ue000]{1,400}", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@./-])(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.){1,5}(?-i:dk|DK|com|COM|org|net|eu|uk|se|no|de"
    r"|info|gov|nu|fo|gl|example)(?![\w-]|\.\w|@)(?:/[^\s<>\"“”«»\ue000]{0,300})?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])(?:mailto:)?([\w.+-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})")
_TAIL = ".,;:!?)]}'\"”»"
_RUNS = re.compile(r"\d+|[^\W\d_]+|.")
_COUNTRIES = frozenset({"DK", "UK", "DE", "SE", "EU"})
_LONGEST_PATH = 40  # characters: a longer one is no help to a listener, and said to be left out

_ABROAD = re.compile(
    r"(?<![\w+])(?P<plus>\+[ \u00a0]?(?=45)|\+|00(?=45[ \u00a0\d]))[ \u00a0]?"
    r"(?P<number>45\)?(?:[ \u00a0.-]?\d){8}|(?<=\+)(?!45)\d{1,3}(?:[ \u00a0()-]{0,2}\d){6,12}+)"
    r"(?![\w]|[.,]\d)"
)
_PAIRS = re.compile(
    r"(?<![\w+.,/-])(?<!\d[ \u00a0])\d{2}([ \u00a0.-])\d{2}(?:\1\d{2}){2}(?![\w/]|[.,-]?\d"
    r"|[ \u00a0]\d)"
)
_FOURS = re.compile(
    r"(?<![\w+.,/-])(?<!\d[ \u00a0])\d{4}[ \u00a0]\d{4}(?![\w/]|[.,-]?\d|[ \u00a0]\d)"
)
_CUED = re.compile(
    r"(?<!\w)(?:telefon(?:nummer|nr\.?|tid)?|tlf(?:\.|nr\.?)?(?:nr\.?)?|tel\.?|ring(?:e|er)?"
    r"|mobil(?:nummer|nr\.?)?|mob\."
    r"|phone|telephone|call(?:ing)?|fax|sms|hotline|vagttelefon(?:en)?|dial)"
    r"[ \u00a0]?(?:number|no\.?|til|på|os på|us on|on|op på|:|(?:til )?nummer)?[ \u00a0]?"
    r"(?P<number>\d{8}|\d{2}([ \u00a0.-])\d{2}(?:\2\d{2}){2}|\d{4}[ \u00a0]\d{4}"
    r"|\d{2,5}(?:[ \u00a0]\d{2,4}+(?![.,-]\d)){0,3})"
    rf"(?![\w/]|[.,-]\d){NO_SUM}",
    re.IGNORECASE,
)
_BRITISH = re.compile(
    r"(?<![\w+.,/-])(?<!\d[ \u00a0])0\d{2,4}[ \u00a0]\d{3,4}(?:[ \u00a0]\d{3,4})?(?![\w/]|[.,-]?\d)"
)
_EIGHT = re.compile(r"(?<![\w+.,/-])\d{8}(?![\w/]|[.,-]\d)")
_CUE_BEFORE = re.compile(
    r"\b(?:ring\w*|kontakt\w*|telefon\w*|tlf|mobil\w*|sms|call\w*|phone\w*)\b[^\d]*\Z",
    re.IGNORECASE,
)
_LONGEST_CUE = 60  # characters
_POSTAL = re.compile(
    r"(?:^|(?<=,[ \u00a0])|\b(?P<land>DK)[- \u00a0])(?P<code>\d{4})"
    r"(?=[ \u00a0]{1,2}[A-ZÆØÅ][a-zæøåé]{2})"
)


def links(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say where a link leads: "link til borger punktum dk". A long rest is said to be left out."""
    found = [*_LINK.finditer(text), *_BARE.finditer(text)]
    end = -1
    for one in sorted(found, key=lambda one: (one.start(), -one.end())):
        address = one[0].rstrip(_TAIL)
        if one.start() < end or "." not in address or "@" in address.partition("/")[0]:
            continue
        end = one.start() + len(address)
        words = _address_words(address, tongue)
        yield Spoken(one.start(), end, f"{tongue.link_to} {words}" if one.re is _LINK else words)


def mail_addresses(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say an e-mail address sign by sign: "post snabel-a borger punktum dk"."""
    for found in _MAIL.finditer(text):
        domain = found[2].rstrip("-")
        words = f"{_named(found[1], tongue)} {tongue.signs['@']} {_domain(domain, tongue)}"
        yield Spoken(found.start(), found.start(2) + len(domain), words)


def telephones(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say telephone numbers in pairs; "112" and what is no pairs, digit by digit."""
    for found in _ABROAD.finditer(text):
        yield spoken(found, _abroad(found["number"], tongue, is_plus="+" in found["plus"]))
    for found in _CUED.finditer(text):
        yield spoken(found, _telephone(found["number"], tongue), "number")
    for found in _EIGHT.finditer(text):
        if _CUE_BEFORE.search(text[max(0, found.start() - _LONGEST_CUE) : found.start()]):
            yield spoken(found, _telephone(found[0], tongue))
    for found in _BRITISH.finditer(text):
        yield spoken(found, coded(found[0], tongue))
    for pattern in (_PAIRS, _FOURS):
        for found in pattern.finditer(text):
            yield spoken(found, _telephone(found[0], tongue))


def postal_codes(text: str, tongue: Tongue) -> Iterator[Spoken]:
    """Say a postal code before its town: "enogtyve hundrede København", "toogfirs halvfjerds"."""
    for found in _POSTAL.finditer(text):
        land = f"{by_letters(found['land'], tongue)} " if found["land"] else ""
        yield spoken(found, land + _postal_code(found["code"], tongue))


def _postal_code(code: str, tongue: Tongue) -> str:
    if code[0] == "0":
        return one_by_one(code, tongue)
    if code[1:] == "000":
        return tongue.cardinal(int(code))
    hundred = tongue.cardinal(100).split()[-1]
    last = hundred if code[2:] == "00" else paired(code[2:], tongue)
    return f"{tongue.cardinal(int(code[:2]))} {last}"


def _address_words(address: str, tongue: Tongue) -> str:
    """Say the domain and a short path. What follows "?" is for machines and is not said."""
    rest = re.sub(r"^(?:https?://)?(?:www\.)?", "", address, flags=re.IGNORECASE)
    domain, slash, path = rest.partition("?")[0].partition("#")[0].partition("/")
    words = _domain(domain, tongue)
    path = f"{slash}{path}".rstrip("/")
    if len(path) > _LONGEST_PATH:
        return f"{words}, {tongue.rest_left_out}"
    return f"{words} {_named(path, tongue)}" if path else words


def _domain(domain: str, tongue: Tongue) -> str:
    if tongue.language == "en":  # a Dane's voice knows "dk", an English one makes a word of it
        domain = re.sub(r"\.(dk|uk|de|se|eu)$", lambda found: found[0].upper(), domain)
    return _named(domain, tongue)


def _named(text: str, tongue: Tongue) -> str:
    words = []
    for run in _RUNS.findall(text):
        if run[0].isdecimal():
            words.append(coded(run, tongue))
        elif run.isalpha():
            words.append(_word(run, tongue))
        else:
            words.append(tongue.signs.get(run, run))
    return " ".join(words)


def _word(run: str, tongue: Tongue) -> str:
    """Say a word of an address: a short one that is an abbreviation elsewhere by its letters."""
    if run in _COUNTRIES:
        return by_letters(run, tongue)
    if run in tongue.read_words:
        return tongue.read_words[run]
    word = run.lower() if run.isupper() else run
    is_short = word.lower() in tongue.abbreviations or word.lower().endswith("nr")
    return " ".join(word) if is_short else word


def _abroad(number: str, tongue: Tongue, *, is_plus: bool) -> str:
    digits = "".join(filter(str.isdecimal, number))
    lead = tongue.plus if is_plus else one_by_one("00", tongue)
    if digits.startswith("45") and len(digits) == 10:
        return f"{lead} {paired('45', tongue)}, {paired(digits[2:], tongue)}"
    groups = ", ".join(one_by_one(group, tongue) for group in re.findall(r"\d+", number))
    return f"{lead} {groups}"


def _telephone(number: str, tongue: Tongue) -> str:
    digits = "".join(filter(str.isdecimal, number))
    if tongue.language == "da" and len(digits) % 2 == 0:
        return paired(digits, tongue)
    return coded(re.sub(r"[.-]", " ", number), tongue)
