"""Where facts stand, what they quote, how a day is counted, and that no text takes long."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.facts.finding import MOST_FACTS, facts_in, relative_deadline_day
from accessibility.tree_text import block_text
from mailbox_store.model.document_facts import Fact, FactKind
from mailbox_store.model.document_tree import DocumentTree, KeyValue, Paragraph, Run, Trust
from tests.accessibility.facts.marked_letters import marked_letters, tree_from

HOSTILE = (
    "1 ", "1.", "@", "a.", "+71<", "senest den 1. december 2026 ", "1.12.2026 ", "5-10 kr. ",
    "inden 4 uger ", "DK50 ", "tlf. 70 12 80 63 ", "kl. 9 ", "1/1", "(1)", "frist er den ",
    "reg.nr. 1234 konto ", "sagsnr. a", "- ", "a-", "møde torsdag den 1. december 2026 kl. 9 ",
    "kommunen har senest den 1. december 2026 ", ": - 5 kr. ",
)  # fmt: skip

_MIXTURE = (
    "senest inden den 1. 31. december 2026 kr. 1.234,50 -7 - ( ) kl. 9.15 4 uger frist : | "
    "\n . , +71 <0001+ 112233 @ a.dk +45 00 11 22 33 § mio. sagsnr. 26/1 by £ € til"
)
WORDS = _MIXTURE.split(" ")


def tree_of(text: str) -> DocumentTree:
    """Make a document of one paragraph."""
    return DocumentTree(trust=Trust.PLAIN, blocks=(Paragraph(words=(Run(text),)),))


def relative(value: str, quote: str = "") -> Fact:
    """Make a relative deadline."""
    kind = FactKind.RELATIVE_DEADLINE
    return Fact(kind=kind, value=value, quote=quote, block=0, is_certain=False)


def test_every_fact_stands_where_it_says_and_quotes_its_own_words() -> None:
    for letter in marked_letters():
        for fact in facts_in(letter.tree):
            text = block_text(letter.tree.blocks[fact.block])
            assert 0 <= fact.at < len(text)
            behind = "".join(text[fact.at : fact.at + 5].split())
            assert behind in "".join(fact.quote.split()), fact


def test_a_number_of_a_person_is_no_fact() -> None:
    tree = tree_from("Sagsnr.: 010180-0000\nCPR-nr.: 010180-0000\nRing på 0101800000 nu.")
    assert facts_in(tree) == ()


def test_an_account_number_is_no_telephone_number_and_no_amount() -> None:
    facts = facts_in(tree_from("Indbetal på reg.nr. 3574 kontonr. 4771 013 922 eller ring."))
    assert [(fact.kind, fact.value) for fact in facts] == [(FactKind.PAYMENT, "3574 4771013922")]


def test_where_a_link_leads_is_a_fact() -> None:
    link = Run("vores hjemmeside", link="https://www.bylderup.example/svar")
    mail = Run("os", link="mailto:post@bylderup.example?subject=x")
    tree = DocumentTree(trust=Trust.TAGGED, blocks=(Paragraph(words=(Run("Se "), link, mail)),))
    assert [(fact.kind, fact.value, fact.at) for fact in facts_in(tree)] == [
        (FactKind.WEB, "https://www.bylderup.example/svar", 3),
        (FactKind.EMAIL, "post@bylderup.example", 19),
    ]


def test_a_year_left_out_is_the_next_one_and_never_certain() -> None:
    (fact,) = facts_in(tree_from("Den 20. november 2026\n\nSvar senest mandag den 4. januar."))
    assert (fact.value, fact.is_certain) == ("2027-01-04", False)


def test_without_any_date_a_day_without_its_year_is_no_deadline() -> None:
    assert facts_in(tree_from("Svar senest mandag den 4. januar.")) == ()


@pytest.mark.parametrize(
    ("value", "delivered", "day"),
    [
        ("P4W", date(2026, 11, 24), date(2026, 12, 22)),
        ("P14D", date(2026, 11, 24), date(2026, 12, 8)),
        ("P3M", date(2026, 11, 30), date(2027, 2, 28)),
        ("P1M", date(2026, 12, 31), date(2027, 1, 31)),
        ("P1Y", date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_a_relative_deadline_is_counted_from_delivery(
    value: str, delivered: date, day: date
) -> None:
    assert relative_deadline_day(relative(value), delivered) == day


def test_working_days_leave_out_the_weekend() -> None:
    fact = relative("P8D", "Svar inden 8 hverdage.")
    assert relative_deadline_day(fact, date(2026, 11, 24)) == date(2026, 12, 4)


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("piece", HOSTILE)
def test_five_megabytes_of_anything_are_searched_in_time(piece: str) -> None:
    tree = tree_of((piece * (5_000_000 // len(piece) + 1))[:5_000_000])
    begun = process_time()
    facts = facts_in(tree)
    assert process_time() - begun < 5
    assert len(facts) <= MOST_FACTS


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_many_times_under_a_heading_that_calls_them_off_are_searched_in_time() -> None:
    times = "møde torsdag den 1. december 2026 kl. 9 " * 125_000
    begun = process_time()
    facts_in(tree_from(f"# Aflyst\n\n{times}"))
    assert process_time() - begun < 5


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=30,
    )
)
def test_no_mixture_of_words_breaks_it(words: list[str]) -> None:
    tree = tree_of(" ".join(words))
    for fact in facts_in(tree):
        assert fact.value
        assert 0 <= fact.at <= len(block_text(tree.blocks[0]))


def test_a_fact_stands_in_its_place_behind_a_name_without_a_value() -> None:
    pairs = (((Run("Navn:"),), ()), ((Run("Beløb:"),), (Run("500 kr."),)))
    tree = DocumentTree(trust=Trust.TAGGED, blocks=(KeyValue(pairs=pairs),))
    (fact,) = facts_in(tree)
    assert block_text(tree.blocks[0])[fact.at : fact.at + fact.length] == "500 kr."


@pytest.mark.parametrize(
    ("language", "values"), [("da", []), ("en", ["1500.00 DKK"]), ("en-US", ["1500.00 DKK"])]
)
def test_a_comma_before_three_digits_is_read_only_where_it_parts_thousands(
    language: str, values: list[str]
) -> None:
    tree = tree_from("Beløb: 1,500 kr.", language=language)
    assert [fact.value for fact in facts_in(tree)] == values
