"""HTML becomes the words a person would have seen, in order, and says what was doubtful."""

import pytest

from accessibility.documents.html import read_html, read_markup
from mailbox_store.model.warned import Warned


def text(markup: str) -> str:
    return read_markup(markup).text


def codes(markup: str) -> list[str]:
    return [warned.code for warned in read_markup(markup).warnings]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<h1>Rykker</h1><p>Betal\n nu</p>", "Rykker\n\nBetal nu"),
        ("<div>Vej 1</div><div>5000 By</div>", "Vej 1\n5000 By"),
        ("Vej 1<br>5000 By", "Vej 1\n5000 By"),
        ("<b>10</b>0 <i>kr.</i>", "100 kr."),
        ("<ul><li>a<li>b<ol start=3><li>c</ol></ul>", "- a\n- b\n  3. c"),
        ("<dl><dt>Konto:<dd>123</dl>", "Konto: 123"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("&lt;b&gt; &amp; &oslash;", "<b> & ø"),
        ("<img src=x alt=Kort>", "Kort"),
        ("<label>Navn <input value=Bo></label><input type=checkbox checked> Ja", "Navn Bo [x] Ja"),
        ("<select><option>a<option selected>b</select>", "b"),
        ("<p>4.500<sup>1</sup> kr.</p>", "4.500¹ kr."),
        ("<s>500</s> 400 kr.", "~~500~~ 400 kr."),
        ("<style>p{}</style><script>x</script><title>t</title><template>q</template>Hej", "Hej"),
    ],
)
def test_each_element_is_written_in_its_way(markup: str, expected: str) -> None:
    assert text(markup) == expected
    assert codes(markup) == []


def test_a_table_with_headers_says_the_header_with_each_value() -> None:
    markup = (
        "<table><tr><th>Ydelse<th>Beløb</tr><tr><td>Renter<td>1,25 kr.</tr>"
        "<tr><td>I alt<td>20</table>"
    )
    assert text(markup) == "Ydelse: Renter. Beløb: 1,25 kr.\nYdelse: I alt. Beløb: 20."


def test_a_row_in_the_head_is_headers_whatever_its_cells_are() -> None:
    head = "<thead><tr><td>Art<td>Kr.</tr></thead>"
    assert text(f"<table>{head}<tbody><tr><td>Leje<td>10</table>") == "Art: Leje. Kr.: 10."


def test_a_value_over_two_rows_stays_under_its_own_header() -> None:
    markup = (
        "<table><tr><th>Måned<th>Art<th>Kr.</tr><tr><td rowspan=2>Maj<td>Leje<td>10</tr>"
        "<tr><td>El<td>20</table>"
    )
    assert text(markup) == "Måned: Maj. Art: Leje. Kr.: 10.\nMåned: Maj. Art: El. Kr.: 20."


def test_a_table_without_headers_names_values_or_lists_them() -> None:
    assert text("<table><tr><td>Navn<td>Bo<tr><td>By:<td>Y</table>") == "Navn: Bo\nBy: Y"
    assert text("<table><tr><td>a<td>b<td>c</table>") == "a, b, c"


def test_a_table_that_only_places_things_is_no_table() -> None:
    inner = "<table><tr><td>Navn<td>Bo</table>"
    assert text(f"<table><tr><td><p>Hej</p>{inner}<td>x</table>") == "Hej\n\nNavn: Bo\n\nx"


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
        ("<a href='https://a.example/x'>her</a> nu", "her (https://a.example/x) nu"),
        ("<a href='https://www.a.example/'>a.example</a>", "a.example"),
        ("<a href='mailto:bo@a.example?subject=x'>Bo</a>", "Bo (bo@a.example)"),
        ("<a href='tel:+4512345678'>+45 12 34 56 78</a>", "+45 12 34 56 78"),
        ("<a href='javascript:alert(1)'>tryk</a>", "tryk"),
        ("<a href='#top'>op</a>", "op"),
    ],
)
def test_a_link_shows_its_address_once(link: str, expected: str) -> None:
    assert text(link) == expected
    assert codes(link) == []


@pytest.mark.parametrize(
    "link",
    [
        "<a href='https://evil.example/a'>www.borger.dk</a>",
        "<a href='https://borger.dk@evil.example/a'>https://borger.dk/</a>",
        "<a href='https://evil.example/a'>Gå til https://borger.dk nu</a>",
    ],
)
def test_a_link_that_looks_like_another_address_is_written_with_the_real_one(link: str) -> None:
    assert "evil.example/a)" in text(link)
    assert codes(link) == ["link-differs"]


def test_a_page_in_an_old_character_set_is_read() -> None:
    content = "<meta charset=windows-1251><p>Цена</p>".encode("cp1251")
    assert read_html(content).text == "Цена"
    assert read_html("<p>Købmagergade</p>".encode("latin-1")).text == "Købmagergade"


def test_more_than_two_megabytes_are_cut_with_a_warning() -> None:
    found = read_html(b"<p>Hej</p>" * 250_000)
    assert Warned(code="cut") in found.warnings
    assert found.text.startswith("Hej\n\nHej")
