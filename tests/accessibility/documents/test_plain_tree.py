"""A tree made safe: nothing harmful stays, nothing printable is lost, nothing is endless."""

from time import perf_counter
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.documents import plain_tree as making
from accessibility.documents import plain_words
from accessibility.documents.plain_tree import plain_tree
from accessibility.documents.plain_words import plain_language, plain_link
from accessibility.tree_text import tree_text
from mailbox_store.model.document_facts import Fact, FactKind
from mailbox_store.model.document_tree import (
    Block,
    DocumentTree,
    Ease,
    Field,
    FieldKind,
    Figure,
    HeaderSource,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Notice,
    Paragraph,
    Raw,
    Readability,
    Run,
    Table,
    Trust,
    Words,
)
from mailbox_store.model.tree_json import json_of_tree, tree_of_json
from mailbox_store.model.warned import Warned

OVERRIDE = "\u202e"  # turns what follows it around
ESCAPE = "\x1b"

texts = st.text(max_size=12) | st.sampled_from(
    [
        "Du skal",
        " betale",
        "kr.\u00a0",
        "\t",
        f"{ESCAPE}[31m",
        f"{OVERRIDE}gnp.exe",
        "e" + "\u0301" * 9,
    ]
)
runs = st.builds(
    Run, texts, st.just("") | st.just("https://a.example"), st.sampled_from(["", "en"])
)
words = st.lists(runs, max_size=4).map(tuple)
lines = st.lists(words, max_size=3).map(tuple)
flat: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, words=words, level=st.integers(0, 9)),
    st.builds(Paragraph, words=words),
    st.builds(Lines, lines=lines),
    st.builds(
        Table,
        header=lines,
        rows=st.lists(lines, max_size=3).map(tuple),
        header_source=st.sampled_from(HeaderSource),
        caption=words,
    ),
    st.builds(Field, label=texts, kind=st.sampled_from(FieldKind), value=texts),
    st.builds(KeyValue, pairs=st.lists(st.tuples(words, words), max_size=2).map(tuple)),
    st.builds(Figure, alt=texts),
    st.builds(Notice, code=texts, detail=texts),
    st.builds(Raw, text=texts),
)
items = st.builds(Item, words=words, label=texts, inner=st.lists(flat, max_size=2).map(tuple))
blocks = flat | st.builds(List, items=st.lists(items, max_size=3).map(tuple))
trees = st.builds(
    DocumentTree,
    trust=st.sampled_from(Trust),
    blocks=st.lists(blocks, max_size=5).map(tuple),
    language=st.sampled_from(["", "da", "da_DK", "d\x00"]),
    title=texts,
    warnings=st.lists(st.builds(Warned, code=texts, detail=texts), max_size=2).map(tuple),
    removed=st.lists(texts, max_size=2).map(tuple),
)


def tree_of(*blocks: Block, language: str = "") -> DocumentTree:
    return DocumentTree(trust=Trust.TAGGED, blocks=blocks, language=language)


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(words=tuple(Run(run) if isinstance(run, str) else run for run in runs))


def letters(tree: DocumentTree) -> list[str]:
    """Give what can be seen of a tree's words, without marks, which may be too many."""
    seen = [character for character in tree_text(tree) if character.isprintable()]
    return [c for c in seen if not c.isspace() and category(c)[0] != "M" and c != "\ufffd"]


@given(trees)
def test_doing_it_twice_changes_nothing_more(tree: DocumentTree) -> None:
    once = plain_tree(tree)
    assert plain_tree(once) == once


@given(trees)
def test_no_control_character_stays_and_it_crosses_as_json(tree: DocumentTree) -> None:
    made = plain_tree(tree)
    assert tree_of_json(json_of_tree(made)) == made
    told = json_of_tree(made).decode().replace("\\n", "")  # of raw text
    for character in told:
        assert category(character) not in ("Cc", "Cs"), repr(character)
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert "\\u00" not in told


@given(st.lists(st.builds(Paragraph, words=words), max_size=4))
def test_nothing_printable_is_lost(paragraphs: list[Paragraph]) -> None:
    tree = tree_of(*paragraphs)
    assert letters(plain_tree(tree)) == letters(tree)


def test_blanks_between_runs_stay_because_runs_are_joined() -> None:
    tree = plain_tree(
        tree_of(paragraph(" Betal ", Run("her", "https://a.example"), "\u00a0\n i  dag", Run(" ")))
    )
    assert tree.blocks == (paragraph("Betal ", Run("her", "https://a.example"), " i dag"),)


def test_no_two_blanks_stand_where_runs_meet() -> None:
    link = "https://a.example"
    tree = plain_tree(tree_of(paragraph("Klik ", Run(" her", link), " ", Run(" ", link), " nu")))
    assert tree_text(tree) == "Klik her nu"


def test_pieces_of_one_link_become_one_link() -> None:
    link = "https://a.example"
    tree = plain_tree(tree_of(paragraph(Run("Klik", link), Run(""), Run(" her", link), ".")))
    assert tree.blocks == (paragraph(Run("Klik her", link), "."),)


def test_what_says_nothing_is_dropped() -> None:
    empty: Words = (Run(""), Run(" "), Run("\u200b"))
    nothing = (
        Paragraph(words=empty),
        Heading(words=empty, level=1),
        Lines(lines=(empty,)),
        List(items=(Item(words=empty, label="1."),)),
        Table(header=(empty,), rows=((empty, empty),), header_source=HeaderSource.TAGGED),
        KeyValue(pairs=((empty, empty),)),
        Raw(text=" \n"),
    )
    assert plain_tree(tree_of(*nothing, paragraph("Hej"))).blocks == (paragraph("Hej"),)


def test_a_figure_without_words_and_an_empty_field_stay() -> None:
    kept = (Figure(alt=""), Field(label="", kind=FieldKind.TEXT))
    assert plain_tree(tree_of(*kept)).blocks == kept


def test_rows_are_made_as_long_as_the_longest() -> None:
    one, two, three = ((Run(text),) for text in ("Dato", "Beløb", "1. maj"))
    ragged = Table(header=(one,), rows=((three,), (three, two)), header_source=HeaderSource.RULED)
    (made,) = plain_tree(tree_of(ragged)).blocks
    assert made == Table(
        header=(one, ()), rows=((three, ()), (three, two)), header_source=HeaderSource.RULED
    )


def test_what_turns_words_around_is_taken_out_and_said() -> None:
    tree = plain_tree(tree_of(paragraph(f"kvittering{OVERRIDE}fdp.exe"), paragraph("bøger")))
    assert tree_text(tree) == "kvitteringfdp.exe\n\nbøger"
    assert tree.warnings == (Warned(code="hidden-characters"),)
    assert not plain_tree(tree_of(paragraph("bø\u00adger\u00a0til"))).warnings


@pytest.mark.parametrize(
    "link",
    ["https://borger.dk/æ?a=1#b", "HTTP://a.example", "mailto:post@a.example", "tel:+4512345678"],
)
def test_links_to_the_web_to_mail_and_to_telephones_stay(link: str) -> None:
    assert plain_link(f" {link}\n") == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https:a",
        "https://",
        "https://a.example/b c",
        f"https://a.example/{ESCAPE}[31m",
        f"https://a.example/{OVERRIDE}x",
        "https://a.example/" + "a" * 2_000,
        "../side2.html",
        "mailto:?body=x",
    ],
)
def test_every_other_link_leads_nowhere(link: str) -> None:
    assert plain_link(link) == ""


@pytest.mark.parametrize(
    ("tag", "made"),
    [("da", "da"), ("da_DK", "da-DK"), ("x" * 9, ""), ("d\x1b", ""), ("dansk!", "")],
)
def test_only_what_can_be_a_language_is_one(tag: str, made: str) -> None:
    assert plain_language(tag) == made


def test_a_run_that_repeats_the_documents_language_has_none_of_its_own() -> None:
    tree = plain_tree(
        tree_of(paragraph(Run("Hej ", "", "da-dk"), Run("you", "", "en")), language="da_DK")
    )
    assert tree.blocks == (paragraph("Hej ", Run("you", "", "en")),)


def test_too_many_blocks_are_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_words, "MOST_PIECES", 20)
    tree = plain_tree(tree_of(*[paragraph("Hej")] * 30))
    assert tree.blocks == (paragraph("Hej"),) * 10  # a block and a run each
    assert tree.warnings == (Warned(code="cut"),)
    assert plain_tree(tree) == tree


def test_too_many_characters_are_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_words, "MOST_CHARACTERS", 10)
    tree = plain_tree(tree_of(paragraph("12345678"), paragraph("12345678"), paragraph("1")))
    assert tree.blocks == (paragraph("12345678"), paragraph("12"))
    assert tree.warnings == (Warned(code="cut"),)


def test_a_row_that_would_make_every_other_row_huge_costs_nothing() -> None:
    cell: Words = (Run("1"),)
    bomb = Table(header=(), rows=((cell,) * 90_000, *[(cell,)] * 90_000),
                 header_source=HeaderSource.NONE)  # fmt: skip
    began = perf_counter()
    tree = plain_tree(tree_of(bomb))
    assert perf_counter() - began < 5
    assert Warned(code="cut") in tree.warnings
    (table,) = tree.blocks
    assert isinstance(table, Table)
    assert sum(map(len, table.rows)) <= plain_words.MOST_PIECES


def test_lists_in_lists_without_end_are_cut() -> None:
    inner: tuple[Block, ...] = ()
    for _ in range(5_000):
        inner = (List(items=(Item(words=(Run("x"),), inner=inner),)),)
    tree = plain_tree(tree_of(*inner))
    assert Warned(code="cut") in tree.warnings
    assert tree_of_json(json_of_tree(tree)) == tree


def test_facts_stay_where_no_block_was_dropped_and_go_where_one_was() -> None:
    fact = Fact(kind=FactKind.AMOUNT, value="1.00 DKK", quote=f"1 {ESCAPE}kr.", block=0)
    kept = DocumentTree(trust=Trust.PLAIN, blocks=(paragraph("1 kr."),), facts=(fact,))
    assert [found.quote for found in plain_tree(kept).facts] == ["1 \ufffdkr."]
    lost = DocumentTree(trust=Trust.PLAIN, blocks=(paragraph(""), *kept.blocks), facts=(fact,))
    assert plain_tree(lost).facts == ()


def test_the_reasons_of_a_verdict_are_made_safe_too() -> None:
    reasons = (Warned(code="x", detail=ESCAPE),)
    verdict = Readability(ease=Ease.FAIR, reasons=reasons)
    tree = DocumentTree(trust=Trust.PLAIN, blocks=(), readability=verdict)
    made = plain_tree(tree).readability
    assert made is not None
    assert made.reasons == (Warned(code="x", detail="\ufffd"),)


def test_a_tree_that_is_safe_already_keeps_its_very_blocks() -> None:
    tree = tree_of(
        paragraph("Du skal betale ", Run("500 kr.", "https://a.example")), paragraph("b")
    )
    assert all(
        made is block for made, block in zip(plain_tree(tree).blocks, tree.blocks, strict=True)
    )
    assert making.plain_tree(tree) == tree
