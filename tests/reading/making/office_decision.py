"""A decision with a table of payments that runs over a page break."""

from tests.reading.making.flat_odt import (
    PAGE_OF_PAGES,
    bullets,
    document,
    h,
    lines,
    link,
    p,
    table,
)

_MONTHS = (
    ("4. januar 2027", "Januar"), ("1. februar 2027", "Februar"), ("1. marts 2027", "Marts"),
    ("1. april 2027", "April"), ("3. maj 2027", "Maj"), ("1. juni 2027", "Juni"),
    ("1. juli 2027", "Juli"), ("2. august 2027", "August"), ("1. september 2027", "September"),
    ("1. oktober 2027", "Oktober"), ("1. november 2027", "November"),
    ("1. december 2027", "December"),
)  # fmt: skip


def payments() -> list[list[str]]:
    """Give the rows: what is paid when, what is drawn for tax, what is left."""
    rows = []
    for at, (day, month) in enumerate(_MONTHS):
        gross, tax = (2_418, 812) if at < 6 else (2_466, 829)
        left = gross - tax
        rows.append([day, month, *(f"{n // 1000}.{n % 1000:03},00".removeprefix("0.")
                                   for n in (gross, tax, left))])  # fmt: skip
    return [*rows, ["", "I alt", "29.304,00", "9.846,00", "19.458,00"]]


def letter() -> str:
    """Give the letter as flat ODT."""
    body = [
        lines("Strandby Kommune", "Ydelsescenter", "Rådhusstræde 3", "9998 Strandby"),
        lines("Jens-Ole Mågaard", "Klitvej 27", "9998 Strandby"),
        p("Strandby, den 3. december 2026"),
        p("Sagsnummer: 2026-014833"),
        h("Du får tilskud til flexjob", 1),
        p("Kære Jens-Ole Mågaard"),
        p(
            "Vi har afgjort, at du har ret til tilskud fra den 1. januar 2027. Tilskuddet er "
            "beregnet ud fra den løn, som din arbejdsgiver har indberettet for de seneste tre "
            "måneder, og det bliver sat ned, hvis lønnen stiger."
        ),
        p(
            "Afgørelsen gælder til og med den 31. december 2027. Vi ser på sagen igen, hvis dine "
            "forhold ændrer sig, og senest når arbejdspladsen skal godkendes på ny."
        ),
        h("Sådan har vi regnet", 2),
        p(
            "Udgangspunktet er den højeste sats for enlige. Herfra trækker vi 30 procent af "
            "lønnen før skat op til den grænse, som er fastsat for året. Er lønnen højere end "
            "grænsen, trækker vi 55 procent af resten."
        ),
        p(
            "Har du andre indtægter ved siden af, bliver de regnet med, når de er højere end "
            "bundgrænsen. Det gælder også honorarer og vederlag for hverv i foreninger."
        ),
        h("Udbetaling måned for måned", 2),
        p("Beløbene er i kroner. Pengene går ind på din NemKonto den dag, der står i skemaet."),
        table("Udbetaling", ["Udbetales", "Måned", "Før skat", "Skat", "Til dig"], payments()),
        h("Hvad du skal gøre", 2),
        bullets(
            "Fortæl os inden 14 dage, hvis du får en ny arbejdsgiver.",
            "Fortæl os straks, hvis du skal være i udlandet i mere end tre uger.",
            "Gem dine lønsedler, så vi kan rette en fejl.",
        ),
        h("Du kan klage", 2),
        p(
            "Hvis du er uenig, kan du klage inden 4 uger fra den dag, du fik brevet. Skriv til os, "
            "så vurderer vi sagen en gang til. Holder vi fast, sender vi klagen videre til "
            "klagenævnet sammen med sagens papirer."
        ),
        p("Læs mere på " + link("strandby.example/flexjob", "https://strandby.example/flexjob")),
        h("Loven", 2),
        p(
            "Afgørelsen følger af § 123, stk. 2, i lov om en aktiv beskæftigelsesindsats. Du kan "
            "få teksten tilsendt, hvis du beder om det."
        ),
        p("Venlig hilsen"),
        lines("Birthe Nygaard-Falk", "sagsbehandler"),
    ]
    return document(
        "Tilskud til flexjob", body, footer=f"Strandby Kommune · CVR 00000000 · {PAGE_OF_PAGES}"
    )
