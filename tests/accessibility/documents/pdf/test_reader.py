"""A PDF's words are read as a person sees them: nothing hidden, nothing twice, nothing lost."""

import io
import math

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject
from reportlab.lib.utils import ImageReader

from accessibility.documents.pdf.reader import read_pdf
from accessibility.tree_text import tree_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import Notice, Paragraph, Trust
from mailbox_store.model.warned import Warned
from tests.accessibility.documents.pdf.drawn_pages import (
    HEIGHT,
    Canvas,
    drawn,
    read,
    told,
    write,
    write_lines,
)

RIGHT, WRONG = "hemmelig", "gal"
HIDDEN = Warned(code="hidden-text")


def _letter(canvas: Canvas) -> None:
    write(canvas, 60, 100, "Vi har modtaget din klage.")


def test_what_is_no_pdf_is_unreadable() -> None:
    assert read_pdf(b"%PDF-1.7 and nothing else").reading is Reading.UNREADABLE
    assert read_pdf(b"").reading is Reading.UNREADABLE


def test_a_page_without_a_mark_has_no_text() -> None:
    assert read(lambda canvas: None).reading is Reading.NO_TEXT


def test_a_picture_page_is_told_to_come() -> None:
    def scan(canvas: Canvas) -> None:
        picture = pytest.importorskip("PIL.Image").new("L", (400, 600), 200)
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)

    extract = read(scan)
    assert extract.reading is Reading.NO_TEXT
    assert extract.tree.blocks == (Notice(code="picture-page", detail="1"),)


class TestHiddenWords:
    def test_invisible_text_is_left_out_and_told(self) -> None:
        def page(canvas: Canvas) -> None:
            _letter(canvas)
            text = canvas.beginText(60, 400)
            text.setTextRenderMode(3)
            text.textLine("Betal til en anden konto")
            canvas.drawText(text)

        extract = read(page)
        assert told(extract) == ["Vi har modtaget din klage."]
        assert HIDDEN in extract.tree.warnings

    def test_text_that_also_clips_is_seen(self) -> None:
        def page(canvas: Canvas) -> None:
            text = canvas.beginText(60, 400)
            text.setTextRenderMode(4)
            text.textLine("Fyldt og klippet")
            canvas.drawText(text)

        assert told(read(page)) == ["Fyldt og klippet"]

    def test_white_words_are_seen_on_a_dark_box_only(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setFillColorRGB(0, 0.2, 0.4)
            canvas.rect(50, HEIGHT - 130, 300, 40, fill=1, stroke=0)
            canvas.setFillColorRGB(1, 1, 1)
            write(canvas, 60, 115, "Frist 1. marts")
            write(canvas, 60, 300, "Ingen ser mig")

        extract = read(page)
        assert told(extract) == ["Frist 1. marts"]
        assert HIDDEN in extract.tree.warnings

    def test_white_words_on_a_light_box_stay_out(self) -> None:
        def page(canvas: Canvas) -> None:
            _letter(canvas)
            canvas.setFillColorRGB(0.97, 0.97, 0.97)
            canvas.rect(50, HEIGHT - 330, 300, 60, fill=1, stroke=0)
            canvas.setFillColorRGB(1, 1, 1)
            write(canvas, 60, 300, "Ingen ser mig")

        assert told(read(page)) == ["Vi har modtaget din klage."]

    def test_words_outside_the_page_stay_out(self) -> None:
        def page(canvas: Canvas) -> None:
            _letter(canvas)
            write(canvas, 700, 300, "Udenfor")

        extract = read(page)
        assert told(extract) == ["Vi har modtaget din klage."]
        assert HIDDEN in extract.tree.warnings


class TestGlyphs:
    def test_words_drawn_twice_to_look_bold_are_said_once(self) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, 60, 100, "Sidste frist", size=12)
            write(canvas, 60.4, 100, "Sidste frist", size=12)

        assert told(read(page)) == ["Sidste frist"]

    def test_letters_set_apart_are_one_word(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setFont("Helvetica-Bold", 18)
            canvas.drawString(150, HEIGHT - 100, "TILSIGELSE", charSpace=8)
            write(canvas, 60, 150, "De indkaldes hermed som vidne.")

        assert told(read(page))[0] == "# TILSIGELSE"

    def test_a_raised_digit_behind_an_amount_is_no_part_of_it(self) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, 60, 100, "Du skal betale 1.200")
            width = canvas.stringWidth("Du skal betale 1.200", "Helvetica", 11)
            write(canvas, 60 + width, 95.5, "1", size=6.5)

        assert "1.2001" not in tree_text(read(page).tree)


class TestTurnedPages:
    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_a_page_that_is_shown_turned_is_read_as_shown(self, turn: int) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setPageRotation(turn)
            canvas.translate(297, 421)
            canvas.rotate(turn)
            canvas.setFont("Helvetica", 11)
            canvas.drawString(-200, 200, "Første linje står øverst.")
            canvas.drawString(-200, 150, "Anden linje står under den.")

        assert told(read(page)) == ["Første linje står øverst.", "Anden linje står under den."]

    def test_words_at_the_edge_that_run_upwards_are_kept_and_not_said(self) -> None:
        def page(canvas: Canvas) -> None:
            for at in range(4):
                write(canvas, 60, 100 + 40 * at, "Vi har modtaget din klage og svarer snart.")
            canvas.translate(20, 300)
            canvas.rotate(90)
            canvas.setFont("Helvetica", 7)
            canvas.drawString(0, 0, "Blanket 417 version 3")

        extract = read(page)
        assert "Blanket" not in tree_text(extract.tree)
        assert "Blanket 417 version 3" in extract.tree.removed

    def test_a_stamp_across_the_page_is_said(self) -> None:
        def page(canvas: Canvas) -> None:
            for at in range(4):
                write(canvas, 60, 100 + 40 * at, "Vi har modtaget din klage og svarer snart.")
            canvas.translate(200, 300)
            canvas.rotate(math.degrees(0.7))
            canvas.setFont("Helvetica", 60)
            canvas.drawString(0, 0, "UDKAST")

        assert "UDKAST" in told(read(page))


class TestLockedFiles:
    def _locked(self, user: str) -> bytes:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn(_letter))))
        writer.encrypt(user, "ejer", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()

    def test_a_locked_file_is_told_as_locked(self) -> None:
        assert read_pdf(self._locked(RIGHT)).reading is Reading.ENCRYPTED
        wrong = read_pdf(self._locked(RIGHT), password=WRONG)
        assert wrong.reading is Reading.ENCRYPTED

    def test_its_password_opens_it(self) -> None:
        extract = read_pdf(self._locked(RIGHT), password=RIGHT)
        assert told(extract) == ["Vi har modtaget din klage."]

    def test_a_file_that_only_its_owner_may_copy_is_read(self) -> None:
        assert told(read_pdf(self._locked(""))) == ["Vi har modtaget din klage."]


class TestLinks:
    def test_words_under_a_link_lead_there_and_the_blanks_beside_them_do_not(self) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, 60, 100, "Læs vejledningen.")
            start = 60 + canvas.stringWidth("Læs ", "Helvetica", 11)
            end = start + canvas.stringWidth("vejledningen", "Helvetica", 11)
            place = (start, HEIGHT - 103, end, HEIGHT - 90)
            canvas.linkURL("https://fjordby.example/vejledning", place)

        (block,) = read(page).tree.blocks
        assert isinstance(block, Paragraph)
        assert [(run.text, run.link) for run in block.words] == [
            ("Læs ", ""),
            ("vejledningen", "https://fjordby.example/vejledning"),
            (".", ""),
        ]

    def test_a_script_is_told_and_not_run(self) -> None:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn(_letter))))
        script = {NameObject("/S"): NameObject("/JavaScript")}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
        out = io.BytesIO()
        writer.write(out)
        assert Warned(code="active-content") in read_pdf(out.getvalue()).tree.warnings

    def test_an_attachment_is_told_by_name(self) -> None:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn(_letter))))
        writer.add_attachment("bilag.xml", b"<bilag/>")
        out = io.BytesIO()
        writer.write(out)
        blocks = read_pdf(out.getvalue()).tree.blocks
        assert blocks[-1] == Notice(code="attachment", detail="bilag.xml")


def test_pages_that_run_on_join_their_sentence() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, 60, 80, "Vilkår for dit lejemål", size=16, bold=True)
        lines = ["Disse vilkår gælder sammen med lejekontrakten og er en del af den aftale,"] * 3
        write_lines(canvas, 60, 700, lines)

    def second(canvas: Canvas) -> None:
        write_lines(canvas, 60, 100, ["som du har skrevet under på, da du flyttede ind."])

    extract = read(first, second)
    assert extract.tree.trust is Trust.LAYOUT
    assert str(told(extract)[1]).endswith(
        "den aftale, som du har skrevet under på, da du flyttede ind."
    )


def test_more_pages_than_fit_are_cut_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accessibility.documents.pdf.reading_pages._MOST_PAGES", 2)
    extract = read(_letter, _letter, _letter)
    assert Warned(code="cut") in extract.tree.warnings
    assert extract.tree.pages == 3
