"""English sentences of letters from Danish authorities, as they are said."""

import pytest

from accessibility.pronouncing.pronouncing import pronounced

ALL = {
    "You must pay DKK 1,234.50.": (
        "You must pay one thousand two hundred and thirty-four kroner and fifty øre."
    ),
    "Pay 1.234,50 kr. now": (
        "Pay one thousand two hundred and thirty-four kroner and fifty øre now"
    ),
    "-£5.05 and €1": "minus five pounds and five pence and one euro",
    "£2m, not 2 m": "two million pounds, not two metres",
    "24.12.2026 10.30-11.15": (
        "the twenty-fourth of December twenty twenty-six, ten thirty to eleven fifteen"
    ),
    "DKK 12.5 million": "twelve point five million kroner",
    "5% of 1.5": "five percent of one point five",
    "1.234 m": "one point two three four metres",
    "by 1 December 2026 at 10.30": (
        "by the first of December twenty twenty-six at ten thirty"
    ),
    "CPR no. 010180-0000": "C P R number zero one, zero one, eight zero, four hidden digits",
    "Sort code 12-34-56": "Sort code one two, three four, five six",
    "12/31/2026": "twelve slash thirty-one slash two thousand and twenty-six",
    "December 1, 2026": "the first of December twenty twenty-six",
    "the 1st of May 2005": "the first of May two thousand and five",
    "May 1-3": "the first to the third of May",
    "the 1990s and the 90's": "the nineteen nineties and the nineties",
    "020 7946 0958": "zero two zero, seven nine four six, zero nine five eight",
    "1-3 May": "the first to the third of May",
    "2026-12-24": "the twenty-fourth of December twenty twenty-six",
    "24.12.2026": "the twenty-fourth of December twenty twenty-six",
    "01/02/2026": "the first of February twenty twenty-six",
    "Mon-Fri 9am-5pm": "Monday to Friday nine A.M. to five P.M.",
    "9.30 am-11 pm": "nine thirty A.M. to eleven P.M.",
    "the 21st time": "the twenty-first time",
    "since 1985": "since nineteen eighty-five",
    "case no. 24/1234": "case number two four, slash, one two three four",
    "phone +45 70 10 18 81": "phone plus four five, seven zero, one zero, one eight, eight one",
    "see www.skat.dk": "see link to skat dot D K",
    "a.b@x.dk": "a dot b at x dot D K",
    "e.g. pp. 3-5, ATP and the US": "for example pages three to five, A.T.P. and the U S",
    "No. Never.": "No. Never.",
    "YOUR TAX IS DUE": "your tax is due",
    "section 3 & 4 = 7": "section three and four equals seven",
    "CVR 12345678": "C V R one two, three four, five six, seven eight",
}  # fmt: skip


@pytest.mark.parametrize(("written", "said"), ALL.items(), ids=list(ALL))
def test_an_english_sentence_is_said_as_it_should_be(written: str, said: str) -> None:
    assert pronounced(written, "en-GB") == said


@pytest.mark.parametrize(
    ("written", "language", "said"),
    [
        ("Zahlen Sie 1.234,50 € bis 1.12.2026.", "de", "Zahlen Sie 1.234,50 € bis 1.12.2026."),
        ("Konto 12345678", "nb", "Konto 1 2 3 4 5 6 7 8"),
        ("Nummer 010180-0000", "de", "Nummer 010180, vier verborgene Ziffern"),
        ("010180-0000", "pl", "010180-****"),
        ("<b>[x]</b>", "sv", "\u2039b\u203a(x)\u2039/b\u203a"),
    ],
)
def test_a_language_without_rules_keeps_its_words(written: str, language: str, said: str) -> None:
    assert pronounced(written, language) == said
