"""Danish as the rules need it."""

from accessibility.pronouncing import abbreviations_danish, acronyms_danish, cardinals_danish, signs
from accessibility.pronouncing.ordinals import danish_ordinal
from accessibility.pronouncing.tongue import Currency, Tongue, Unit

_KRONER = Currency(one="krone", many="kroner", part="øre", parts="øre")
_THOUSANDS = Currency(one="tusind kroner", many="tusind kroner", article="et")
_EURO = Currency(one="euro", many="euro", part="cent", parts="cent")
_PUND = Currency(one="pund", many="pund", part="penny", parts="pence", article="et")
_DOLLAR = Currency(one="dollar", many="dollar", part="cent", parts="cent")
_CURRENCIES = {
    "kr": _KRONER, "kroner": _KRONER, "krone": _KRONER, "dkr": _KRONER, "d.kr": _KRONER,
    "dkk": _KRONER, ",-": _KRONER, "t.kr": _THOUSANDS, "tkr": _THOUSANDS, "t.dkk": _THOUSANDS,
    "sek": Currency(one="svensk krone", many="svenske kroner", part="øre", parts="øre"),
    "nok": Currency(one="norsk krone", many="norske kroner", part="øre", parts="øre"),
    "€": _EURO, "eur": _EURO, "euro": _EURO, "£": _PUND, "gbp": _PUND, "pund": _PUND,
    "$": _DOLLAR, "usd": _DOLLAR, "us$": _DOLLAR, "dollar": _DOLLAR, "dollars": _DOLLAR,
    "chf": Currency(one="schweizerfranc", many="schweizerfranc", part="rappen", parts="rappen"),
}  # fmt: skip
_SCALES = {
    "mio": ("million", "millioner"), "mill": ("million", "millioner"),
    "million": ("million", "millioner"), "millioner": ("million", "millioner"),
    "mia": ("milliard", "milliarder"), "milliard": ("milliard", "milliarder"),
    "milliarder": ("milliard", "milliarder"), "tusind": ("tusind", "tusind"),
    "tusinde": ("tusinde", "tusinde"),
}  # fmt: skip
_METERS = ("m", "meter"), ("km", "kilometer"), ("cm", "centimeter"), ("mm", "millimeter")
_UNITS = {
    **{sign: Unit(one=name, many=name) for sign, name in _METERS},
    **{f"{sign}{two}": Unit(one=f"kvadrat{name}", many=f"kvadrat{name}")
       for sign, name in _METERS for two in ("²", "2")},
    **{f"{sign}{three}": Unit(one=f"kubik{name}", many=f"kubik{name}")
       for sign, name in _METERS for three in ("³", "3")},
    "kvm": Unit(one="kvadratmeter", many="kvadratmeter"),
    "km/t": Unit(one="kilometer i timen", many="kilometer i timen"),
    "km/h": Unit(one="kilometer i timen", many="kilometer i timen"),
    "m/s": Unit(one="meter i sekundet", many="meter i sekundet"),
    "ha": Unit(one="hektar", many="hektar"),
    "kg": Unit(one="kilo", many="kilo", article="et"),
    "g": Unit(one="gram", many="gram", article="et"),
    "mg": Unit(one="milligram", many="milligram", article="et"),
    "l": Unit(one="liter", many="liter"),
    "µg": Unit(one="mikrogram", many="mikrogram", article="et"),
    "dl": Unit(one="deciliter", many="deciliter"), "cl": Unit(one="centiliter", many="centiliter"),
    "ml": Unit(one="milliliter", many="milliliter"),
    "kWh": Unit(one="kilowatttime", many="kilowatttimer"),
    "MWh": Unit(one="megawatttime", many="megawatttimer"),
    "GWh": Unit(one="gigawatttime", many="gigawatttimer"),
    "GJ": Unit(one="gigajoule", many="gigajoule"),
    "kW": Unit(one="kilowatt", many="kilowatt"), "MW": Unit(one="megawatt", many="megawatt"),
    "W": Unit(one="watt", many="watt"), "V": Unit(one="volt", many="volt"),
    "kB": Unit(one="kilobyte", many="kilobyte"), "KB": Unit(one="kilobyte", many="kilobyte"),
    "MB": Unit(one="megabyte", many="megabyte"),
    "GB": Unit(one="gigabyte", many="gigabyte"), "TB": Unit(one="terabyte", many="terabyte"),
    "Mbit/s": Unit(one="megabit i sekundet", many="megabit i sekundet"),
    "dB": Unit(one="decibel", many="decibel"), "Hz": Unit(one="hertz", many="hertz"),
    "mmol/l": Unit(one="millimol per liter", many="millimol per liter", article="et"),
    "mmol/mol": Unit(one="millimol per mol", many="millimol per mol", article="et"),
    "mg/l": Unit(one="milligram per liter", many="milligram per liter", article="et"),
    "g/l": Unit(one="gram per liter", many="gram per liter", article="et"),
    "°C": Unit(one="grad celsius", many="grader celsius"),
    "°": Unit(one="grad", many="grader"), "%": Unit(one="procent", many="procent"),
    "pct.": Unit(one="procent", many="procent"), "pct": Unit(one="procent", many="procent"),
    "‰": Unit(one="promille", many="promille"),
    "stk.": Unit(one="styk", many="stykker", article="et"),
    "stk": Unit(one="styk", many="stykker", article="et"),
    "min.": Unit(one="minut", many="minutter", article="et"),
    "min": Unit(one="minut", many="minutter", article="et"),
    "sek.": Unit(one="sekund", many="sekunder", article="et"),
    "timer": Unit(one="time", many="timer"),
    "md.": Unit(one="måned", many="måneder"), "mdr.": Unit(one="måned", many="måneder"),
    "mdr": Unit(one="måned", many="måneder"), "hk": Unit(one="hestekraft", many="hestekræfter"),
    "t.": Unit(one="time", many="timer"), "tdl.": Unit(one="tønde land", many="tønder land"),
}  # fmt: skip
_DIGITS = "nul et to tre fire fem seks syv otte ni"
_NEUTERS = (
    "afsnit antal barn beløb besøg bevis bilag billede blad blik bord brev barnebarn dokument "
    "døgn eksemplar felt firma forhold foto fradrag gebyr glas halvår hold hold hus individ job "
    "kapitel kilo kontor kort kryds kursus kvarter kvartal led link lokale lån medlem minut "
    "møde mål navn nummer ord par point problem projekt punkt punktum rum semester sekund "
    "skema skridt spor spørgsmål sted stykke sæt tal tegn tilbud tilfælde trin træ trækort "
    "ugeblad uheld underafsnit varsel vindue vidne værelse ægtepar år århundrede årti "
    "afdrag tillæg udvalg ur vilkår udkast forslag krav"
)
_MONTHS = "januar februar marts april maj juni juli august september oktober november december"

DANISH = Tongue(
    language="da",
    cardinal=cardinals_danish.cardinal,
    ordinal=danish_ordinal,
    year=cardinals_danish.year,
    digits=tuple(_DIGITS.split()),
    one="et",
    common_one="en",
    neuters=frozenset(_NEUTERS.split()),
    decimal=",",
    thousands=".",
    decimal_word="komma",
    minus="minus",
    plus="plus",
    until="til",
    joint="og",
    capital="stort",
    signs=signs.DANISH,
    bare_signs=signs.DANISH_IN_TEXT,
    months=tuple(_MONTHS.split()),
    weekdays="mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
    currencies=_CURRENCIES,
    scales=_SCALES,
    units=_UNITS,
    abbreviations=abbreviations_danish.ABBREVIATIONS,
    enders=abbreviations_danish.ENDERS,
    doubtful=abbreviations_danish.DOUBTFUL,
    spelled_words=acronyms_danish.SPELLED,
    read_words=acronyms_danish.READ,
    ordinary_capitals=acronyms_danish.ORDINARY,
    hidden_digits="fire skjulte cifre",
    link_to="link til",
    rest_left_out="resten af adressen er udeladt",
    card="kortart",
    payment_id="betalings-id",
    creditor="kreditornummer",
)
