"""The words that make a date or a length a deadline, and those that say it is none.

Every pattern is searched in a short window before or behind a date, so none can be made slow.
"""

import re

from accessibility.facts.dates import WEEKDAY

WINDOW = 220  # characters before a date that are looked at
_I = re.IGNORECASE
_BRIDGE = (
    rf"(?:[\s,:(]{{1,3}}(?:den|d\.|on|the|dagen|om|zum|am|uka|kl\.?|klokken|midnat|midnight"
    rf"|noon|{WEEKDAY}"
    r"|\d{1,2}(?:[.:]\d{2})?\s?(?:[ap]m|[ap]\.m\.)|\d{1,2}[.:]\d{2}|\d{1,2}(?=[\s,]+(?:den|d\."
    r"|on|the|" + WEEKDAY + r"))|(?:pm|am|a\.m\.|p\.m\.)))"
    r"{0,5}[\s,:(]{0,3}\Z"
)
# Right before the date. What is only a condition or a point in time elsewhere is told apart below.
SURE_CUE = re.compile(
    r"(?<!\w)(?:aller)?(?:senest|senast|spätestens|inden|innen|no later than|not later than"
    r"|at the latest|on or before|latest by|at latest|must reach us by|bis spätestens|bis zum"
    r"|due(?: on| by)?"
    r"|(?:dvs\.|det vil sige|altså|i\.e\.|that is)(?: senest| inden)?)" + _BRIDGE,
    _I,
)
DOUBTFUL_CUE = re.compile(
    r"(?<!\w)(?:før|förre|före|vor dem|before|by|prior to|forinden)" + _BRIDGE, _I
)
UNTIL_CUE = re.compile(
    r"(?<!\w)(?:(?:ind|frem )?til(?: og med| d\. | den)?|until|up to(?: and including)?|t\.o\.m\."
    r"|till och med|til og med)" + _BRIDGE,
    _I,
)
UNTIL_DUTY = re.compile(
    r"\b(?:du|i|man|you)\b.{0,12}\b(?:kan|har|have|can|may|får|gets?)\b|\b(?:kan|har"
    r"|får) (?:du|i)\b"
    r"|frist|deadline|\bhøring\w*|\bkan (?:\w+ ){0,3}(?:klage|søge|svare|indsende|ske|afhentes)"
    r"|\bafventer (?:dit|jeres)\b"
    r"|\b(?:tilmelding|ansøgning|indsigelse|bemærkning)\w*",
    _I,
)
# Whoever may do one of these from a day to a day has the second for a deadline.
RIGHT_UNTIL = re.compile(
    r"\b(?:du|i|man|you) (?:kan|can|may) (?:\w+ ){0,3}(?:klage|søge(?! om)|ansøge(?! om)|svare"
    r"|indsende|tilmelde|komme med bemærkninger|appeal|apply(?! for)|object|reply|register)\b"
    r"[^\n]{0,40}\b(?:fra|from|mellem|between)\b",
    _I,
)
NO_UNTIL = re.compile(
    r"\bgæld\w+|gyldig\w*|\bvalid\w*|\båb[en]\w*|\bopen\b|\blukke\w*|\bperiode\w*|\bfra\b|\bfrom\b"
    r"|\blån\w*|\budbetal\w*|\bhar fået (?!forlænget)|\bret til (?!at (?:klage|anke|svare|søge"
    r"|gøre))|\bkan (?:få|bruge"
    r"|køre|rejse|parkere)\b|\bpay\b"
    r"|\bansat\b|\bbo(?:r|et)?\b"
    r"|\bventetid\w*|\bstiger\b|\bsygemeld\w*|\bopkræv\w*|\bi perioden\b",
    _I,
)
_DUE_NOUN = (
    r"(?:\w{0,24}(?:frist|frister|fristen|fristerne|fristdato)"
    r"|(?:sidste|seneste|sista|siste)(?: rettidige?)?(?: \w{0,20}(?:dag|dato|frist|indbetaling"
    r"|betaling|svar|aflevering)\w{0,8})"
    r"|sidste rettidige?|rettidig (?:ind)?betaling|(?:næste|første|anden|sidste) (?:termin"
    r"|rate)|forfald\w{0,12}|forfaller|förfall\w{0,10}"
    r"|(?:ind)?betalings(?:dag|dato)\w{0,4}|svardato|s\.u\.|deadline\w{0,2}|due date|pay by"
    r"|reply by|return by"
    r"|closing date|(?:applications?|registration|enrolment|entries|bookings?) closes?"
    r"|(?:balance|amount|total|fee|rent|instalment|invoice) (?:\S+ ){0,3}payable"
    r"|(?:last|final|latest) (?:day|date)|(?:payment|amount) due|(?:is|are|falls?"
    r"|becomes?) due|fällig\w{0,3}"
    r"|zahlungsziel|zahlbar|(?:skal )?(?:afleveres|returneres|tilbageleveres)(?: senest)?"
    r"|afleveringsdato)"
)
DUE_NOUN_CUE = re.compile(
    r"(?<!\w)"
    + _DUE_NOUN
    + r"(?![^\W\d_])(?:[^\n.!?]|\.(?=\s?[a-zæøå\d])){0,90}?"
    + r"(?<!\w)(?:den|d\.|er|til|på|senest|is|on|by|udløber|expires|was|løber ud|:|am)?"
    + _BRIDGE,
    _I,
)
DUE_LABEL = re.compile(
    r"(?<!\w)"
    + _DUE_NOUN
    + r"(?![^\W\d_])|^\W*(?:due|senest|betales|betal(?:es)? senest|svar senest|frist)\b",
    _I,
)
DUTY_CUE = re.compile(
    r"\b(?:skal|bedes|må|must|has to|have to|needs? to|should)\b[^\n.!?]{0,80}?"
    r"\b(?:(?:ind)?betales|være (?:os |(?:ind)?betalt|modtaget|fremme|her\b|hos\b|indsendt|ryddet"
    r"|fraflyttet|tømt|aflæst|synet|returneret|tilmeldt"
    r"|afleveret|\w+ i hænde)"
    r"|modtages|indsendes|indgives|indleveres|afleveres|returneres|tilbageleveres"
    r"|be (?:paid|received|returned|submitted|sent|made)|reach us|reach the \w+|arrive)\b"
    r"[^\n.!?]{0,30}?(?<!\w)(?:den|d\.|on|:)" + _BRIDGE + r"|\bbetales (?:den|d\.)" + _BRIDGE,
    _I,
)
NOT_OF_A_NOUN = re.compile(
    r"\b(?:begynder|starter|regnes|beregnes|løber fra|forældelsesfrist\w*|overhold\w*|begins"
    r"|starts|runs from)\b"
    r"[^\n.]{0,40}\Z",
    _I,
)
BEHIND = re.compile(
    r"[ ]{0,2}[),]?[ ]{0,2}(?:er|is|:|\u2013|-|=)?[ ]{0,2}(?:den |the |din |your |vores )?"
    r"(?:absolut |allersidste |sidste |last |final |seneste )?(?:\w{0,20}frist\w{0,3}\b"
    r"|sidste \w{0,20}dag"
    r"|sidste (?:frist|dag|chance)|last (?:day|date)|deadline|closing date|final date"
    r"|at the latest)",
    _I,
)
NOT_AFTER = re.compile(
    rf"(?<!\w)(?:af|fra|of|from|since|siden|modtog|efter|after|vom|av|från|frå)(?: den| d\."
    rf"| the)?(?: {WEEKDAY})?[\s,]*\Z",
    _I,
)
MORE_OF_THEM = re.compile(
    rf"\s{{0,2}},?\s{{0,2}}(?:og|and|eller|or|samt|&)?\s{{0,2}}(?:igen )?(?:senest|inden"
    rf"|by)?\s?(?:{WEEKDAY}\s)?(?:den|d\.|the|on)?\s{{0,2}}",
    _I,
)
