"""Danish sentences of real kinds of letters, as they are said."""

import pytest

from accessibility.pronouncing.pronouncing import pronounced

SUMS = {
    "Du skal betale -500,00 kr.": "Du skal betale minus fem hundrede kroner.",
    "kr. 1.234,50": "et tusind to hundrede fireogtredive kroner og halvtreds øre",
    "kr. - 500,00": "minus fem hundrede kroner",
    "Gebyr: 1 kr.": "Gebyr: en krone.",
    "0,50 kr": "halvtreds øre",
    "0,00 kr.": "nul kroner.",
    "12,05 kr": "tolv kroner og fem øre",
    "1.234,- og kr. 500,-": (
        "et tusind to hundrede fireogtredive kroner og fem hundrede kroner"
    ),
    "DKK 1.234.567": (
        "en million to hundrede fireogtredive tusind fem hundrede syvogtres kroner"
    ),
    "1,5 mio. kr. og 2 mia. kr. i år": (
        "en komma fem millioner kroner og to milliarder kroner i år"
    ),
    "300-400 kr.": "tre hundrede til fire hundrede kroner.",
    "500-300 kr.": "fem hundrede bindestreg tre hundrede kroner.",
    "200 kr. - 300 kr.": "to hundrede til tre hundrede kroner.",
    "-€20, £5.50 og $1": "minus tyve euro, fem pund og halvtreds pence og en dollar",
    "1,234 kr": "en komma to tre fire kroner",
    "250 t.kr. og 450,-- kr": (
        "to hundrede halvtreds tusind kroner og fire hundrede halvtreds kroner"
    ),
    "Saldo: ÷ 5 kr": "Saldo: minus fem kroner",
    "12,5 kr": "tolv komma fem kroner",
    "2026 140 kr": "to tusind seksogtyve, et hundrede fyrre kroner",
    "Saldo 500,00-": "Saldo minus fem hundrede komma nul nul",
    "§ 2 500 kr": "paragraf to, fem hundrede kroner",
    "side 2 500 kr": "side to, fem hundrede kroner",
    "500,00 -250,00 kr": "fem hundrede komma nul nul, minus to hundrede halvtreds kroner",
    "500 - 300 = 200": "fem hundrede minus tre hundrede lig med to hundrede",
    "500 -300": "fem hundrede minus tre hundrede",
    "12.000-15.000": "tolv tusind til femten tusind",
    "500 - 300": "fem hundrede bindestreg tre hundrede",
    "33 12 34 56 kr": "treogtredive, tolv, fireogtredive, seksoghalvtreds kroner",
    "kr. 1.23.456": "et punktum treogtyve punktum fire hundrede seksoghalvtreds kroner",
    "- 500": "minus fem hundrede",
    "kr500 og DKK500,00": "fem hundrede kroner og fem hundrede kroner",
    "kr.500,50pr.md": "fem hundrede kroner og halvtreds øre per måned",
    "5-10-15 kr": "fem bindestreg ti til femten kroner",
    "83 140 kr": "treogfirs tusind et hundrede fyrre kroner",
    "4.500 kr./md.": "fire tusind fem hundrede kroner per måned.",
    "500 kr. + 200 kr. = 700 kr": (
        "fem hundrede kroner plus to hundrede kroner lig med syv hundrede kroner"
    ),
}  # fmt: skip
MEASURES = {
    "25 % af 12,5 pct. er": "femogtyve procent af tolv komma fem procent er",
    "7,2 mmol/l": "syv komma to millimol per liter",
    "3-4 %": "tre til fire procent",
    "5 kWh/døgn, CO₂": "fem kilowatttimer per døgn, C O to",
    "80 km/t": "firs kilometer i timen",
    "en grund på 1.200 m²": "en grund på et tusind to hundrede kvadratmeter",
    "-5 °C": "minus fem grader celsius",
    "prisen pr. kWh": "prisen per kilowatttime",
    "2 stk. à 1 kg": "to stykker a et kilo",
    "1½ time og 2½ time": "halvanden time og to og en halv time",
    "1 år, 1 side, side 1": "et år, en side, side et",
    "21 børn og 101 personer": "enogtyve børn og et hundrede en personer",
    "-12,50": "minus tolv komma fem nul",
    "1.104": "et tusind et hundrede fire",
}
DATES = {
    "Betal senest den 01.12.2026.": ("Betal senest den første december to tusind seksogtyve."),
    "1/12-2026": "den første december to tusind seksogtyve",
    "2026-12-01": "den første december to tusind seksogtyve",
    "d. 3. maj 1985": "den tredje maj nitten hundrede femogfirs",
    "Den 1. december": "Den første december",
    "fra d. 1/12 til d. 15/12": "fra den første december til den femtende december",
    "01.01.2026-31.12.2026": (
        "den første januar to tusind seksogtyve til den enogtredivte december to tusind seksogtyve"
    ),
    "1.-3. december": "den første til tredje december",
    "den 24. og 25. december": "den fireogtyvende og den femogtyvende december",
    "den 20. Fra 1970'erne": "den tyvende. Fra nitten hundrede halvfjerdserne",
    "31.02.2026": "enogtredive punktum nul to punktum to tusind seksogtyve",
    "01.12.26": "den første december seksogtyve",
    "kl. 10.30": "klokken ti tredive",
    "kl. 8-16 og kl. 08.05": "klokken otte til seksten og klokken otte nul fem",
    "Klokken: 9.00-9.45": "Klokken: ni til ni femogfyrre",
    "ons. 10.30-11.15": "onsdag ti tredive til elleve femten",
    "kl 10-11.30": "klokken ti til elleve tredive",
    "1.dec.2026": "den første december to tusind seksogtyve",
    "1/1 - 31/3 2026": "den første januar til den enogtredivte marts to tusind seksogtyve",
    "10:30": "ti tredive",
    "2. kvartal, 3. rate, 0. klasse": "andet kvartal, tredje rate, nulte klasse",
    "Man-tors kl. 8": "Mandag til torsdag klokken otte",
    "man.-fre. 9-15": "mandag til fredag ni til femten",
}
CODES = {
    "CVR 12345678": "C V R et to, tre fire, fem seks, syv otte",
    "+71<000000012345678+12345678<": (
        "kortart syv et, betalings-id nul nul nul, nul nul nul, nul et to, tre fire fem, "
        "seks syv otte, kreditornummer et to, tre fire, fem seks, syv otte"
    ),
    "IBAN DK50 0040 0440 1162 43": (
        "iban D K fem nul, nul nul fire nul, nul fire fire nul, et et seks to, fire tre"
    ),
    "Sagsnr. 24/1234": "Sagsnummer to fire, skråstreg, et to tre fire",
    "Reg.nr. 0040 kontonr. 123456": (
        "Registreringsnummer nul nul fire nul kontonummer et to tre, fire fem seks"
    ),
    "F2024-118-B": "F, to nul to fire, bindestreg, et et otte, bindestreg, B",
    "NemKonto den 9. april": "Nem konto den niende april",
    "SWIFT: DUEBDKKK": "Swift: D U E B D K K K",
    "Elevnr. 2026": "Elevnummer to nul to seks",
    "4571 1234 5678": "fire fem syv et, et to tre fire, fem seks syv otte",
    "BS-10345/2026-BYL": (
        "B S, bindestreg, et nul, tre fire, fem, skråstreg, to nul to seks, bindestreg, B Y L"
    ),
    "Rettens nr. 12-4410/26": (
        "Rettens nummer et to, bindestreg, fire fire et nul, skråstreg, to seks"
    ),
    "nr. 1.204": "nummer et tusind to hundrede fire",
    "CVRnr. 12345678": "C V R-nummer et to, tre fire, fem seks, syv otte",
    "version 2.1": "version to punktum et",
    "007": "nul nul syv",
    "side 1/4": "side et af fire",
}
ADDRESSES = {
    "https://a.dk/b?id=12": "link til a punktum dk skråstreg b",
    "Kontakt os på 12345678": (
        "Kontakt os på tolv, fireogtredive, seksoghalvtreds, otteoghalvfjerds"
    ),
    "+45 70101881": "plus femogfyrre, halvfjerds, ti, atten, enogfirs",
    "tlf. 7010 0581": "telefon halvfjerds, ti, nul fem, enogfirs",
    "Ring 112": "Ring et et to",
    "https://www.borger.dk": "link til borger punktum dk",
    "Log på borger.dk/post.": "Log på borger punktum dk skråstreg post.",
    "https://a.dk/" + "x" * 50: "link til a punktum dk, resten af adressen er udeladt",
    "bo_1@x-y.dk": "bo understreg et snabel-a x bindestreg y punktum dk",
    "Torvet 2, 2. tv., 2100 København Ø": (
        "Torvet to, anden sal til venstre, enogtyve hundrede København Ø"
    ),
    "8270 Højbjerg": "toogfirs halvfjerds Højbjerg",
}
WORDS = {
    "jf. § 12, stk. 2, nr. 3, 2. pkt.": (
        "jævnfør paragraf tolv, stykke to, nummer tre, andet punktum."
    ),
    "§§ 12-14": "paragrafferne tolv til fjorten",
    "2/3 af huset, 24/7": "to tredjedele af huset, fireogtyve syv",
    "kapitel IV under Christian X": "kapitel fire under Christian den tiende",
    "bl.a., f.eks. og ca. 3 osv. Du": "blandt andet, for eksempel og cirka tre og så videre. Du",
    "Mvh. Bo": "Med venlig hilsen. Bo",
    "Se nr. 12. Det": "Se nummer tolv. Det",
    "min. 3 dage og 5 min.": "minimum tre dage og fem minutter.",
    "ATP, SKAT, MitID og CPR-nummer": "A T P, Skat, Mit I D og C P R-nummer",
    "EU's regler": "E U's regler",
    "VIGTIG BESKED OM DIN SAG": "vigtig besked om din sag",
    "Du må KUN spise FØR": "Du må kun spise før",
    "Teknik- og Miljøforvaltningen": "Teknik- og Miljøforvaltningen",
    "A & B → c": "A og B til c",
    "<b>hej</b> [[x]]": "mindre end b større end hej mindre end skråstreg b større end ((x))",
    "Navn: ________ Beløb ..... 5": "Navn:, Beløb, fem",
    "v/Bo A/S": "ved Bo A S",
}
ALL = SUMS | MEASURES | DATES | CODES | ADDRESSES | WORDS


@pytest.mark.parametrize(("written", "said"), ALL.items(), ids=list(ALL))
def test_a_danish_sentence_is_said_as_danes_say_it(written: str, said: str) -> None:
    assert pronounced(written, "da-DK") == said


CPR = {
    "010180-0000": "nul et, nul et, firs, fire skjulte cifre",
    "CPR-nr. 010180-0000": "C P R-nummer nul et, nul et, firs, fire skjulte cifre",
    "Personnr.: 0101800000": "Personnummer: nul et, nul et, firs, fire skjulte cifre",
    "010180-****": "nul et, nul et, firs, fire skjulte cifre",
    "610180-0000": "enogtres, nul et, firs, fire skjulte cifre",
    "CPR-nr. 01.01.80-0000": "C P R-nummer nul et, nul et, firs, fire skjulte cifre",
    "CPR 01 01 80 0000": "C P R nul et, nul et, firs, fire skjulte cifre",
    "CPR 010180/0000": "C P R nul et, nul et, firs, fire skjulte cifre",
    "sag 0101800000": "sag nul et, nul et, firs, fire skjulte cifre",
}


@pytest.mark.parametrize(("written", "said"), CPR.items(), ids=list(CPR))
def test_the_last_four_of_a_cpr_number_are_hidden(written: str, said: str) -> None:
    assert pronounced(written, "da") == said


def test_a_cpr_number_is_said_digit_by_digit_on_request() -> None:
    said = pronounced("010180-0000", "da", say_cpr=True)
    assert said == "nul et, nul et, firs, nul nul nul nul"


def test_what_is_no_birthday_keeps_its_digits() -> None:
    said = "ni ni et, tre ni ni, bindestreg, et to tre fire"
    assert pronounced("991399-1234", "da") == said
