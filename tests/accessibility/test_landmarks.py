"""Headings, tables, links, amounts and dates, found in plain text and placed at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.landmark_search import landmarks_in
from accessibility.landmarks import LandmarkKind
from accessibility.letter_layout import Place, places_in, reading_of
from accessibility.reading_order import Block, BlockKind
from accessibility.sentences import Sentences

LETTER = """Kære Anna

Afgørelse om boligstøtte

Du får 1.234,50 kr. om måneden fra den 1. januar 2027.

Svar senest den 15. december 2026. Se https://borger.dk/svar.

- Det første punkt
- Det andet punkt

Sådan klager du

Skriv til klage@bylderup.example inden 4 uger.

Venlig hilsen

Bylderup Kommune"""


def found(text: str, kind: LandmarkKind) -> list[str]:
    """Give the words of each landmark of a kind."""
    blocks = [Block(kind=BlockKind.TEXT, text=text)]
    return [mark.text for mark in landmarks_in(blocks) if mark.kind is kind]


def test_headings_stand_alone_and_are_no_greeting_item_or_signature() -> None:
    assert found(LETTER, LandmarkKind.HEADING) == ["Afgørelse om boligstøtte", "Sådan klager du"]


@pytest.mark.parametrize(
    "text", ["Kære Anna,\n\nTekst.", "Et helt udsagn.\n\nTekst.", "- punkt\n\nTekst.", "Sidst"]
)
def test_what_is_no_heading(text: str) -> None:
    assert found(text, LandmarkKind.HEADING) == []


def test_links_and_mail_addresses_end_before_the_full_stop() -> None:
    assert found(LETTER, LandmarkKind.LINK) == ["https://borger.dk/svar", "klage@bylderup.example"]


def test_mail_addresses_are_found_between_brackets_and_after_other_signs() -> None:
    text = "Skriv til (anna.b+c@by.example), <x_1@by-en.example> eller mail:post@blåbær.dk."
    assert found(text, LandmarkKind.LINK) == [
        "anna.b+c@by.example",
        "x_1@by-en.example",
        "post@blåbær.dk",
    ]
    assert found("ingen@adresse, @ingen.dk, to@@steder.dk", LandmarkKind.LINK) == []


def test_a_table_is_known_by_its_headed_rows_or_its_columns() -> None:
    headed = "Due: 1 May. Sum: 5 kr. Rest: 0 kr.\nDue: 2 May. Sum: 6 kr. Rest: 1 kr."
    assert found(headed, LandmarkKind.TABLE) == ["Due: 1 May. Sum: 5 kr. Rest: 0 kr."]
    columns = "Rate     Beløb\nJanuar   100 kr.\nFebruar  200 kr."
    assert found(columns, LandmarkKind.TABLE) == ["Rate Beløb"]
    one_row = "Due: 1 May. Sum: 5 kr. Due: 2 May. Sum: 6 kr."
    assert found(one_row, LandmarkKind.TABLE) == [one_row]
    mixed = "Note: a\tb\tc\nNote: d\te\tf"
    assert found(mixed, LandmarkKind.TABLE) == ["Note: a b c"]


@pytest.mark.parametrize(
    "text",
    [
        "Note: one thing.\nAnother line.",
        "Due: 1 May. Sum: 5 kr.",
        "Words before.\nDue: 1 May. Sum: 5 kr.\nDue: 2 May. Sum: 6 kr.",
        f"{'A very long head ' * 4}: 1 May. Sum: 5 kr.\nAnd: no more.",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert found(text, LandmarkKind.TABLE) == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Du får 1.234,50 kr. om måneden.", ["1.234,50 kr."]),
        ("Betal 10345 kr. nu.", ["10345 kr."]),
        ("Rest: -34,50 kr.", ["-34,50 kr."]),
        ("Rest: \u2212 5 kr. og \u22125 kr.", ["\u2212 5 kr.", "\u22125 kr."]),
        ("Kr. 12.345,00 i alt", ["Kr. 12.345,00"]),
        ("83 140 kroner", ["83 140 kroner"]),
        ("mellem 5-10 kr.", ["5-10 kr."]),
        ("1,234.50 kroner or EUR 12.00", ["1,234.50 kroner", "EUR 12.00"]),
        ("2,5 mio. kr. i støtte", ["2,5 mio. kr."]),
        ("12.345,- kr.", ["12.345,- kr."]),
        ("1 234 567 890 123 kr.", ["1 234 567 890 123 kr."]),
        ("lov nr. 548 af 7. februar", []),
        ("krav og 12 kroneruller", []),
    ],
)
def test_amounts_are_quoted_whole_with_their_sign(text: str, amounts: list[str]) -> None:
    assert found(text, LandmarkKind.AMOUNT) == amounts


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Svar senest den 15. december 2026.", ["15. december 2026"]),
        ("Mødet er den 9. oktober 2025 kl. 12.00.", ["9. oktober 2025 kl. 12.00"]),
        ("Answer by 3 May 2026.", ["3 May 2026"]),
        ("FRISTEN ER 3. MAJ 2026.", ["3. MAJ 2026"]),
        ("Betal inden 1/2-2027.", ["1/2-2027"]),
        ("Betal inden 01-02-2027.", ["01-02-2027"]),
        ("Vi skrev den 3. maj 2024.", []),  # nothing is due then
    ],
)
def test_dates_are_those_by_which_something_is_to_be_done(text: str, dates: list[str]) -> None:
    assert found(text, LandmarkKind.DATE) == dates


def test_a_fact_is_quoted_with_its_sentence() -> None:
    blocks = [Block(kind=BlockKind.TEXT, text=LETTER)]
    quotes = {mark.text: mark.quote for mark in landmarks_in(blocks)}
    assert quotes["1.234,50 kr."] == "Du får 1.234,50 kr. om måneden fra den 1. januar 2027."
    assert quotes["15. december 2026"] == "Svar senest den 15. december 2026."


@pytest.mark.parametrize("columns", [20, 40, 72, 200])
def test_a_landmark_is_found_on_its_line_at_every_width(columns: int) -> None:
    blocks = [
        Block(kind=BlockKind.HEAD, text="Kommune. Brev."),
        Block(kind=BlockKind.TEXT, text=LETTER),
    ]
    reading = reading_of(blocks, columns)
    for mark in landmarks_in(blocks):
        assert mark.text.split()[0][:15] in reading.lines[reading.line_of(mark.place)].text


@given(st.text(max_size=300), st.integers(min_value=5, max_value=90))
def test_a_place_holds_when_the_text_is_laid_out_anew(text: str, columns: int) -> None:
    blocks = [Block(kind=BlockKind.TEXT, text=text)]
    wide, narrow = reading_of(blocks, 200), reading_of(blocks, columns)
    for line in range(len(narrow.lines)):
        place = narrow.place_of(line)
        assert narrow.place_of(narrow.line_of(place)) <= place
        assert wide.place_of(wide.line_of(place)) <= place


def test_a_place_is_counted_over_the_blocks_before() -> None:
    blocks = [
        Block(kind=BlockKind.HEAD, text="ab c"),
        Block(kind=BlockKind.TEXT, text="d www.e.dk"),
        Block(kind=BlockKind.TEXT, text="www.f.dk 5 kr."),
    ]
    places = {mark.text: mark.place for mark in landmarks_in(blocks)}
    assert places == {"www.e.dk": 4, "www.f.dk": 12, "5 kr.": 20}


def test_places_are_told_in_any_order_and_more_than_once() -> None:
    assert places_in("a b  c", [5, 0, 2, 5], beginning=Place(7)) == {0: 7, 2: 8, 5: 9, 6: 10}


_BY_SHAPE = {
    LandmarkKind.HEADING,
    LandmarkKind.TABLE,
    LandmarkKind.LINK,
    LandmarkKind.AMOUNT,
    LandmarkKind.DATE,
}


@pytest.mark.parametrize(
    "kinds", [[kind] for kind in _BY_SHAPE] + [[LandmarkKind.LINK, LandmarkKind.DATE], []]
)
def test_only_the_landmarks_that_are_asked_for_are_given(kinds: list[LandmarkKind]) -> None:
    text = LETTER.replace("Kære Anna", "Rate  Beløb  Rest\n1.  5 kr.  6 kr.")
    blocks = [Block(kind=BlockKind.TEXT, text=text)]
    everything = landmarks_in(blocks)
    assert {mark.kind for mark in everything} == _BY_SHAPE
    expected = tuple(mark for mark in everything if mark.kind in kinds)
    assert landmarks_in(blocks, kinds) == expected


@pytest.mark.parametrize(
    ("quoted", "sentence"),
    [
        ("Første", "Første sætning."),
        ("15", "Svar den 15. december kl. 9.00 på rådhuset."),
        ("548", "Jf. lov nr. 548 betales 5 kr. inkl. Moms!"),
        ("sætning. Svar", "Første sætning. Svar den 15. december kl. 9.00 på rådhuset."),
        ("Ny", "Ny linje"),
        ("linje\nSidste", "Ny linje Sidste"),
        ("Sidste", "Sidste"),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(quoted: str, sentence: str) -> None:
    text = (
        "Første sætning. Svar den 15. december kl. 9.00 på rådhuset. "
        "Jf. lov nr. 548 betales 5 kr. inkl. Moms! Ny linje\nSidste"
    )
    start = text.index(quoted)
    assert Sentences(text).around(start, start + len(quoted)) == sentence


def test_of_a_very_long_sentence_only_what_is_around_is_quoted() -> None:
    words = [f"ord{n}" for n in range(500)]
    text = " ".join(words)
    start = text.index("ord250")
    quote = Sentences(text).around(start, start + 6)
    assert quote.startswith("... ord2")
    assert quote.endswith(" ...")
    assert " ord250 " in quote
    assert Sentences(text).around(0, 4).startswith("ord0 ord1 ")
    at_the_end = Sentences(text).around(len(text) - 6, len(text))
    assert at_the_end.endswith(" ord498 ord499")
    assert len(at_the_end) > 180


@given(st.text(max_size=400), st.data())
def test_a_sentence_holds_what_it_was_asked_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=max(len(text) - 1, 0)))
    quote = Sentences(text).around(start, min(start + 3, len(text)))
    assert "\n" not in quote
    assert len(quote) <= 220
    if len(text) <= 150:
        assert set(text[start : start + 3].split()) <= {p for w in quote.split() for p in _parts(w)}


def _parts(word: str) -> set[str]:
    return {word[a:b] for a in range(len(word)) for b in range(a + 1, len(word) + 1)}
