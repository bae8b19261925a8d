"""HTML becomes the blocks a person would have seen, in order, and says what was doubtful."""

import pytest

from accessibility.documents.html import read_html, read_markup
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import (
    Block,
    Figure,
    Heading,
    Item,
    KeyValue,
    Lines,
    List,
    Paragraph,
    Raw,
    Run,
    Trust,
)
from mailbox_store.model.warned import Warned
from tests.accessibility.documents.reading_back import blocks, told, words


def text(markup: str) -> str:
    return told(read_markup(markup))


def codes(markup: str) -> list[str]:
    return [warned.code for warned in read_markup(markup).warnings]


def paragraph(*runs: Run | str) -> Paragraph:
    return Paragraph(words=words(*runs))


ADDRESS = Lines(lines=(words("Vej 1"), words("5000 By")))
NESTED = List(items=(Item(words=words("c"), label="3."),), ordered=True)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<h1>Rykker</h1><p>Betal\n nu</p>",
            [Heading(words=words("Rykker"), level=1), paragraph("Betal nu")],
        ),
        ("<div>Vej 1</div><div>5000 By</div>", [ADDRESS]),
        ("<div>Vej 1</div><div><br></div><div>B</div>", [paragraph("Vej 1"), paragraph("B")]),
        ("Vej 1<br>5000 By<br>", [ADDRESS]),
        ("<p>Et<br><br>To</p>", [paragraph("Et"), paragraph("To")]),
        ("<b>10</b>0 <i>kr.</i>", [paragraph("100 kr.")]),
        (
            "<ul><li>a<li>b<ol start=3><li>c</ol></ul>",
            [List(items=(Item(words=words("a")), Item(words=words("b"), inner=(NESTED,))))],
        ),
        ("<dl><dt>Konto:<dd>123</dl>", [KeyValue(pairs=((words("Konto:"), words("123")),))]),
        ("<pre>a\n  b</pre>", [Raw(text="a\n  b")]),
        ("&lt;b&gt; &amp; &oslash;", [paragraph("<b> & ø")]),
        ("<img src=x alt=Kort>", [Figure(alt="Kort")]),
        ("A<hr><img src=x><img src=x alt=''>", [paragraph("A"), Figure(alt="")]),
        ("<img src=x width=1 height=1>Hej", [paragraph("Hej")]),
        ("Se <img src=x alt=kortet> her", [paragraph("Se kortet her")]),
        ("<p>4.500<sup>1</sup> kr.</p>", [paragraph("4.500¹ kr.")]),
        ("<s>500</s> 400 kr.", [paragraph("~~500~~ 400 kr.")]),
        ("<style>p{}</style><script>x</script><template>q</template>Hej", [paragraph("Hej")]),
        (
            "<p>• et</p><p>·&nbsp;&nbsp; to</p>",
            [List(items=(Item(words=words("et")), Item(words=words("to"))))],
        ),
        (
            "<div role=heading aria-level=3>Klage</div><blockquote>Hej</blockquote>",
            [Heading(words=words("Klage"), level=3), paragraph("Hej")],
        ),
    ],
)
def test_each_element_becomes_its_block(markup: str, expected: list[Block]) -> None:
    assert blocks(read_markup(markup)) == expected
    assert codes(markup) == []


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        ("<ol><li>a<li value=7>b<li>c</ol>", ["1.", "7.", "8."]),
        ("<ol type=a start=26><li>a<li>b</ol>", ["z.", "aa."]),
        ("<ol style='list-style-type:upper-roman'><li>a<li>b</ol>", ["I.", "II."]),
        ("<ul><li>a</ul>", [""]),
    ],
)
def test_an_item_keeps_its_number_as_written(markup: str, labels: list[str]) -> None:
    (found,) = blocks(read_markup(markup))
    assert isinstance(found, List)
    assert [item.label for item in found.items] == labels


def test_a_list_of_headings_with_text_is_no_list() -> None:
    found = blocks(read_markup("<ol><li><h2>Betal</h2><p>Nu.</p></ol>"))
    assert found == [Heading(words=words("1. Betal"), level=2), paragraph("Nu.")]


def test_the_lists_of_outlook_are_lists() -> None:
    def item(sign: str, text: str) -> str:
        sign = f"<span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp; </span></span>"
        return f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>{sign}{text}</p>"

    assert blocks(read_markup(item("1.", "a") + item("2.", "b"))) == [
        List(
            items=(Item(words=words("a"), label="1."), Item(words=words("b"), label="2.")),
            ordered=True,
        )
    ]
    assert blocks(read_markup(item("·", "a"))) == [List(items=(Item(words=words("a")),))]


def test_words_side_by_side_are_not_glued_and_blocks_of_style_are_blocks() -> None:
    row = "<div style='display:flex'><span>Dato</span><span>1. maj</span></div>"
    assert blocks(read_markup(row)) == [paragraph("Dato 1. maj")]
    lines = "<p><span style='display:block'>Vej 1</span><span style='display:block'>5000 By</span>"
    assert blocks(read_markup(lines)) == [ADDRESS]


def test_long_lines_are_paragraphs_and_lines_broken_by_hand_are_joined() -> None:
    long = "Du skal betale beløbet senest den 1. maj, og hvis du ikke gør det, sender vi en rykker."
    assert blocks(read_markup(f"{long}<br>{long}")) == [paragraph(long), paragraph(long)]
    wrapped = "Vi har ikke modtaget din betaling for de regninger, der<br>står herunder."
    assert blocks(read_markup(wrapped)) == [paragraph(wrapped.replace("<br>", " "))]


def test_bold_words_are_headings_only_where_there_are_no_others() -> None:
    bold = "<p><b>Sådan klager du</b></p><p>Skriv til os.</p>"
    heading = Heading(words=words("Sådan klager du"), level=2)
    assert blocks(read_markup(bold))[0] == heading
    assert blocks(read_markup("<h1>Brev</h1>" + bold))[1] == paragraph("Sådan klager du")
    for other in ("<p><b>Husk at betale.</b></p><p>Hej</p>", "<p><b>4.500,00</b></p><p>Hej</p>"):
        assert isinstance(blocks(read_markup(other))[0], Paragraph)


def test_the_document_tells_its_language_its_title_and_whom_to_trust() -> None:
    markup = "<html lang=DA><title>Rykker\n</title><p>Hej <i lang=en_gb>there</i> <i lang=DA>du"
    tree = read_markup(markup).tree
    assert tree is not None
    assert (tree.language, tree.title, tree.trust) == ("da", "Rykker", Trust.TAGGED)
    assert tree.blocks == (paragraph("Hej ", Run("there", language="en-GB"), " du"),)


def test_text_that_hides_characters_is_made_plain_and_told() -> None:
    found = read_markup("<p>a&#x1b;[2Jb \u202e1</p>")
    assert told(found) == "a\ufffd[2Jb 1"
    assert found.warnings == (Warned(code="hidden-characters"),)


def test_a_page_without_a_word_has_no_text() -> None:
    for markup in ("<p></p>", "<p>&nbsp;</p>", "<img src=x>"):
        assert read_markup(markup).reading is Reading.NO_TEXT


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>NEJ</p>",
        "<p aria-hidden=true>NEJ</p>",
        "<p style='display : none !important'>NEJ</p>",
        "<p style='visibility:hidden'>NEJ</p>",
        "<p style='font-size:0'>NEJ</p>",
        "<p style='font-size:1px'>NEJ</p>",
        "<p style='opacity:0'>NEJ</p>",
        "<p style='color:#fff'>NEJ</p>",
        "<font color=white>NEJ</font>",
        "<div style='background:#036'><p style='color:rgb(0,51,102)'>NEJ</p></div>",
        "<p style='position:absolute;left:-9999px'>NEJ</p>",
        "<p style='max-height:0;overflow:hidden'>NEJ</p>",
        "<noscript>NEJ</noscript>",
    ],
)
def test_what_nobody_sees_is_left_out_and_told(hidden: str) -> None:
    markup = f"<p>før</p>{hidden}<p>efter</p>"
    assert "NEJ" not in text(markup)
    assert text(markup).split() == ["før", "efter"]
    assert codes(markup) == ["hidden-text"]


@pytest.mark.parametrize(
    "shown",
    [
        "<div style='font-size:0'><p style='font-size:13px'>JA</p></div>",
        "<div style='background:#036'><p style='color:#fff'>JA</p></div>",
        "<table><tr><td bgcolor=black><font color=white>JA</font></table>",
        "<style>.k{background:#036}</style><p class=k style='color:white'>JA</p>",
        "<p style='position:absolute;left:10px'>JA</p>",
        "<div style='visibility:hidden'><p style='visibility:visible'>JA</p></div>",
    ],
)
def test_what_can_be_seen_is_never_lost(shown: str) -> None:
    assert text(shown) == "JA"
    assert codes(shown) == []


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (
            "<a href='https://a.example/x'>her</a> nu",
            (Run("her", link="https://a.example/x"), Run(" nu")),
        ),
        (
            "<a href='https://www.a.example/'>a.example</a>",
            (Run("a.example", link="https://www.a.example/"),),
        ),
        (
            "<a href='mailto:bo@a.example?subject=x'>Bo</a>",
            (Run("Bo", link="mailto:bo@a.example?subject=x"),),
        ),
        ("<a href='tel:+4512345678'>12 34</a>", (Run("12 34", link="tel:+4512345678"),)),
        ("<a href='java\nscript:alert(1)'>tryk</a>", (Run("tryk"),)),
        ("<a href='#top'>op</a>", (Run("op"),)),
        (
            "<a href='https://www.a.example/x'><img src=y alt=Betal></a>",
            (Run("Betal", link="https://www.a.example/x"),),
        ),
        (
            "<a href='https://www.a.example/x'><img src=y></a>",
            (Run("a.example", link="https://www.a.example/x"),),
        ),
    ],
)
def test_a_link_carries_its_address(link: str, expected: tuple[Run, ...]) -> None:
    assert blocks(read_markup(link)) == [Paragraph(words=expected)]
    assert codes(link) == []


def test_a_link_in_text_that_is_kept_as_it_is_shows_its_address() -> None:
    markup = "<pre>Se <a href='https://a.example/x'>her</a></pre>"
    assert blocks(read_markup(markup)) == [Raw(text="Se her (https://a.example/x)")]


def test_a_page_in_an_old_character_set_is_read() -> None:
    content = "<meta charset=windows-1251><p>Цена</p>".encode("cp1251")
    assert told(read_html(content)) == "Цена"
    assert told(read_html("<p>Købmagergade</p>".encode("latin-1"))) == "Købmagergade"


def test_more_than_two_megabytes_are_cut_with_a_warning() -> None:
    found = read_html(b"<p>Hej</p>" * 250_000)
    assert Warned(code="cut") in found.warnings
    assert told(found).startswith("Hej\n\nHej")
