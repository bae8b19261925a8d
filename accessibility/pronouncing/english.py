"""English as the rules need it: letters from Danish authorities, with Danish sums and dates."""

from accessibility.pronouncing import (
    abbreviations_english,
    acronyms_english,
    cardinals_english,
    signs,
)
from accessibility.pronouncing.ordinals import english_ordinal
from accessibility.pronouncing.tongue import Currency, Tongue, Unit

_KRONER = Currency(one="krone", many="kroner", part="øre", parts="øre")
_EURO = Currency(one="euro", many="euros", part="cent", parts="cents")
_POUND = Currency(one="pound", many="pounds", part="penny", parts="pence")
_DOLLAR = Currency(one="dollar", many="dollars", part="cent", parts="cents")
_CURRENCIES = {
    "kr": _KRONER, "kroner": _KRONER, "krone": _KRONER, "dkk": _KRONER, "dkr": _KRONER,
    ",-": _KRONER,
    "sek": Currency(one="Swedish krona", many="Swedish kronor", part="öre", parts="öre"),
    "nok": Currency(one="Norwegian krone", many="Norwegian kroner", part="øre", parts="øre"),
    "€": _EURO, "eur": _EURO, "euro": _EURO, "euros": _EURO, "£": _POUND, "gbp": _POUND,
    "pounds": _POUND, "$": _DOLLAR, "usd": _DOLLAR, "us$": _DOLLAR, "dollars": _DOLLAR,
    "chf": Currency(one="Swiss franc", many="Swiss francs", part="centime", parts="centimes"),
}  # fmt: skip
_SCALES = {
    "mio": ("million", "million"), "million": ("million", "million"),
    "mill": ("million", "million"), "mia": ("billion", "billion"),
    "billion": ("billion", "billion"), "thousand": ("thousand", "thousand"),
    "bn": ("billion", "billion"), "m": ("million", "million"),
}  # fmt: skip
_METRES = ("m", "metre"), ("km", "kilometre"), ("cm", "centimetre"), ("mm", "millimetre")


def _unit(name: str, many: str = "") -> Unit:
    return Unit(one=name, many=many or name + "s")


_UNITS = {
    **{sign: _unit(name) for sign, name in _METRES},
    **{f"{sign}{two}": _unit(f"square {name}") for sign, name in _METRES for two in ("²", "2")},
    **{f"{sign}{three}": _unit(f"cubic {name}") for sign, name in _METRES for three in ("³", "3")},
    "km/h": _unit("kilometre per hour", "kilometres per hour"),
    "km/t": _unit("kilometre per hour", "kilometres per hour"),
    "mph": _unit("mile per hour", "miles per hour"),
    "m/s": _unit("metre per second", "metres per second"), "ha": _unit("hectare"),
    "kg": _unit("kilo"), "g": _unit("gram"), "mg": _unit("milligram"), "l": _unit("litre"),
    "dl": _unit("decilitre"), "cl": _unit("centilitre"), "ml": _unit("millilitre"),
    "kWh": _unit("kilowatt hour"), "MWh": _unit("megawatt hour"), "GWh": _unit("gigawatt hour"),
    "GJ": _unit("gigajoule"), "kW": _unit("kilowatt"), "MW": _unit("megawatt"), "W": _unit("watt"),
    "kB": _unit("kilobyte"), "KB": _unit("kilobyte"), "MB": _unit("megabyte"),
    "GB": _unit("gigabyte"), "TB": _unit("terabyte"),
    "dB": _unit("decibel"), "Hz": _unit("hertz", "hertz"),
    "mmol/l": _unit("millimole per litre", "millimoles per litre"),
    "mmol/mol": _unit("millimole per mole", "millimoles per mole"),
    "mg/l": _unit("milligram per litre", "milligrams per litre"),
    "°C": _unit("degree Celsius", "degrees Celsius"),
    "°F": _unit("degree Fahrenheit", "degrees Fahrenheit"), "°": _unit("degree"),
    "%": _unit("percent", "percent"), "pct.": _unit("percent", "percent"),
    "per cent": _unit("percent", "percent"), "‰": _unit("per mille", "per mille"),
    "min.": _unit("minute"), "min": _unit("minute"), "mins": _unit("minute"),
    "sec.": _unit("second"),
    "hrs": _unit("hour"), "hrs.": _unit("hour"), "hr": _unit("hour"), "hr.": _unit("hour"),
}  # fmt: skip
_DIGITS = "zero one two three four five six seven eight nine"
_MONTHS = "January February March April May June July August September October November December"

ENGLISH = Tongue(
    language="en",
    cardinal=cardinals_english.cardinal,
    ordinal=english_ordinal,
    year=cardinals_english.year,
    digits=tuple(_DIGITS.split()),
    one="one",
    common_one="one",
    neuters=frozenset(),
    decimal=".",
    thousands=",",
    decimal_word="point",
    minus="minus",
    plus="plus",
    until="to",
    joint="and",
    capital="capital",
    signs=signs.ENGLISH,
    bare_signs=signs.ENGLISH_IN_TEXT,
    months=tuple(_MONTHS.split()),
    weekdays="Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    currencies=_CURRENCIES,
    scales=_SCALES,
    units=_UNITS,
    abbreviations=abbreviations_english.ABBREVIATIONS,
    enders=abbreviations_english.ENDERS,
    doubtful=abbreviations_english.DOUBTFUL,
    spelled_words=acronyms_english.SPELLED,
    read_words=acronyms_english.READ,
    ordinary_capitals=acronyms_english.ORDINARY,
    hidden_digits="four hidden digits",
    link_to="link to",
    rest_left_out="the rest of the address is left out",
    card="card type",
    payment_id="payment id",
    creditor="creditor number",
)
