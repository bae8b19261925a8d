"""Text hidden by a page's style sheet is not read aloud, and what a wide screen shows is."""

import time

import pytest

from accessibility.documents.html import read_markup
from mailbox_store.model.document import Reading
from mailbox_store.model.warned import Warned
from tests.accessibility.documents.reading_back import told

HIDDEN = (Warned(code="hidden-text"),)
LETTER = '<p>før</p><div class=b><p id=g class="y x" lang=da>Gebyret er 7.777,00 kr.</p></div>'


def page(sheet: str, body: str = LETTER, attributes: str = "") -> str:
    return f"<!DOCTYPE html><style {attributes}>{sheet}</style><p>efter</p>{body}"


@pytest.mark.parametrize(
    "selector",
    [
        ".x",
        "#g",
        "div p",
        "p.x",
        "p.y.x",
        ".b .x",
        ".b > p",
        "body .b p#g",
        "h1, .nej, .x",
        "p + div .x",
        "p ~ div > p",
        "[lang=da]",
        ".x:first-child",
        ".x:not(.z)",
        "/* . */ .x",
        r".\78",
        ".x:lang(da)",
        "p:nth-child(1 of .x)",
        ".x:not(:hover)",
    ],
)
def test_a_selector_hides_what_it_means(selector: str) -> None:
    found = read_markup(page(f"{selector} {{ display: none }}"))
    assert "7.777" not in told(found)
    assert "efter" in told(found)
    assert found.warnings == HIDDEN


@pytest.mark.parametrize(
    "declarations",
    [
        "visibility:hidden",
        "font-size:0",
        "font-size:1px",
        "font:0/0 a",
        "opacity:0",
        "color:#fff",
        "color:#FEFEFE;background:white",
        "color:rgba(0,0,0,0)",
        "background-color:#036;color:#036",
        "background-color:#036;background:#fff;color:#fff",
        "position:absolute;left:-9999px",
        "text-indent:-999px",
        "height:0;overflow:hidden",
        "max-height:0;overflow-y:hidden",
        "clip:rect(0,0,0,0);position:absolute",
        "clip-path:inset(50%)",
        "transform:scale(0)",
        r"dis\70lay:n\6fne",
        "display:none;display:sjov",
        "display:var(--d)",
        "x:'}';display:none",
    ],
)
def test_every_way_to_hide_works_from_a_sheet(declarations: str) -> None:
    found = read_markup(page(f".x{{{declarations}}}"))
    assert told(found).split() == ["efter", "før"]
    assert found.warnings == HIDDEN


@pytest.mark.parametrize(
    "sheet",
    [
        "@media all{.x{display:none}}",
        "@media screen{.x{display:none}}",
        "@media only screen and (min-width:600px){.x{display:none}}",
        "@media (width >= 600px){.x{display:none}}",
        "@media not print{.x{display:none}}",
        "@media print, screen{.x{display:none}}",
        "@media (sjov:1){.x{display:none}}",
        "@media (sjov:1){.x{display:none}} @media (sjov:2){.x{display:block}}",
        "@media screen{@media (min-width:1px){.x{display:none}}}",
        "@supports (display:none){.x{display:none}}",
        "@layer l{.x{display:none}}",
        ".b{.x{display:none}}",
        ".b{& > p{display:none}}",
        ".b{@media screen{display:none}}",
        ".x{display:none} @media print{.x{display:block}}",
        ".x{display:none} @media (max-width:600px){.x{display:block!important}}",
        ".x{display:none} .x, p:sjov{display:block}",
        ".x{display:none} .x, p::sjov{display:block}",
        ".x{display:none} .x:hover{display:block}",
        ".x{display:none!important} #g{display:block}",
        "#g{display:none} .x.y{display:block}",
        ".x{display:block} .x{display:none}",
        "} .q{} .x{display:none}",
        "<!-- .x{display:none} -->",
        ".x{display:none",
    ],
)
def test_a_rule_that_holds_on_a_wide_screen_hides(sheet: str) -> None:
    found = read_markup(page(sheet))
    assert "7.777" not in told(found)
    assert found.warnings == HIDDEN


@pytest.mark.parametrize(
    "sheet",
    [
        "@media (max-width:600px){.x{display:none!important}}",
        "@media only screen and (max-device-width: 480px){.x{display:none}}",
        "@media screen and (max-width:37.5em), print{.x{display:none}}",
        "@media (width < 600px){.x{display:none}}",
        "@media (600px >= width){.x{display:none}}",
        "@media print{.x{display:none}}",
        "@media (prefers-color-scheme:dark){.x{display:none}}",
        "@media (-ms-high-contrast:active){.x{display:none}}",
        "@media (sjov:1){.x{color:#fff}}",
        "@media screen{@media (max-width:600px){.x{display:none}}}",
        ".X{display:none}",
        ".x .y{display:none}",
        ".y > .b{display:none}",
        ".x::before{display:none} .x:before{color:#fff}",
        ".x:hover{display:none}",
        "a:not(.x){display:none}",
        ".x{display:none} .x{display:block}",
        ".x{display:none} p.x{display:block}",
        ".x{display:block!important} #g{display:none}",
        ".x{color:#fff;background:#036}",
        ".b{background:#036} .x{color:#fff}",
        ".b{background:linear-gradient(red,blue)} .x{color:#fff}",
        "@import url(x.css); .x{color:#fff}",
        ".b{visibility:hidden} .x{visibility:visible}",
        ".b{font-size:0} .x{font-size:13px}",
        "/* .x{display:none} */",
        "a{content:'.x{display:none}'}",
        "@font-face{font-family:x} @keyframes k{from{opacity:0}} .x{opacity:1}",
    ],
)
def test_what_a_wide_screen_shows_is_never_lost(sheet: str) -> None:
    found = read_markup(page(sheet))
    assert "Gebyret er 7.777,00 kr." in told(found)
    assert found.warnings == ()


def test_the_media_of_a_whole_sheet_count() -> None:
    hiding = ".x{display:none}"
    assert "7.777" not in told(read_markup(page(hiding, attributes="media=screen")))
    assert "7.777" in told(read_markup(page(hiding, attributes="media=print")))
    assert "7.777" in told(read_markup(page(hiding, attributes="media='(max-width:480px)'")))


@pytest.mark.parametrize(
    "address", ["data:text/css,.x%7Bdisplay:none%7D", "DATA:;base64,Lnh7ZGlzcGxheTpub25lfQ=="]
)
def test_a_sheet_that_its_own_address_carries_hides(address: str) -> None:
    assert "7.777" not in told(read_markup(f"<link rel=Stylesheet href={address}>{LETTER}"))


def test_a_field_that_is_invisible_says_nothing() -> None:
    found = read_markup(page(".x{visibility:hidden}", "<div class=x><input value=7.777></div>"))
    assert (told(found), found.warnings) == ("efter", HIDDEN)


@pytest.mark.parametrize(
    ("sheet", "inline", "is_read"),
    [
        (".x{display:none}", "display:block", True),
        (".x{display:none!important}", "display:block", False),
        (".x{display:none!important}", "display:block!important", True),
        (".x{display:block}", "display:none", False),
        (".x{display:block!important}", "display:none", True),
        (".x{display:none}", "display:sjov", False),
        ("", r"dis\70lay:none", False),
        ("", "color:red;/*;*/display:none", False),
    ],
)
def test_inline_style_wins_unless_the_sheet_insists(sheet: str, inline: str, is_read: bool) -> None:
    body = f"<p class=x style='{inline}'>7.777</p>"
    assert ("7.777" in told(read_markup(page(sheet, body)))) is is_read


@pytest.mark.parametrize(
    "sheet",
    [
        ".x{color:red}" * 60_000,
        "".join(f".x{number}{{color:red}}" for number in range(20_000)),
        ".b{" * 50 + "display:none" + "}" * 50,
        ",".join(["p"] * 200) + "{" + ",".join(["p"] * 200) + "{display:none}}",
    ],
)
def test_a_page_with_more_style_than_we_follow_is_not_read_at_all(sheet: str) -> None:
    assert read_markup(page(sheet)).reading is Reading.UNREADABLE


def test_too_many_elements_for_too_many_rules_are_not_read_at_all() -> None:
    rules = "".join(f"p{{left:{number}px}}" for number in range(2_000))
    assert read_markup(page(rules, "<p>a</p>" * 1_000)).reading is Reading.UNREADABLE
    many = "".join(f"q{number} p{{left:1px}}" for number in range(4_000))
    assert read_markup(page(many, "<p>a</p>" * 20_000)).reading is Reading.UNREADABLE


@pytest.mark.parametrize("between", [" ", " ~ ", " + ", " > "])
def test_long_selectors_over_deep_and_wide_pages_cost_little(between: str) -> None:
    deep = "<div class=a>" * 200 + "dybt" + "</div>" * 200 + "<i class=a></i>" * 3_000
    began = time.process_time()
    found = read_markup(page(between.join([".n", *[".a"] * 12]) + "{display:none}", deep))
    assert time.process_time() - began < 2
    assert "dybt" in told(found)


def test_a_large_newsletter_is_read_soon() -> None:
    rules = "".join(f".c{n} td.k, #i{n} > p{{font-size:{n % 9 + 9}px}}" for n in range(1_000))
    began = time.process_time()
    found = read_markup(page(rules, "<table><tr><td class=k><p>Betal</p></table>" * 500))
    assert time.process_time() - began < 3
    assert told(found).count("Betal") == 500
