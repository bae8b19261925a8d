"""A form's fields are told where they stand, by the words a person sees beside them."""

import time

from accessibility.documents.page_marks import PageMarks, Piece
from accessibility.documents.pdf.annotations import Widget
from accessibility.documents.pdf.fields import placed_fields
from accessibility.tree_text import tree_text
from mailbox_store.model.document_tree import Field, FieldKind
from tests.accessibility.documents.pdf.drawn_pages import HEIGHT, Canvas, read, told, write


def _box(canvas: Canvas, name: str, x: float, top: float, value: str) -> None:
    canvas.acroForm.textfield(
        name=name, x=x, y=HEIGHT - top - 5, width=180, height=18, value=value, fontSize=10
    )


def test_labels_stand_to_the_left_or_above() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 60, 100, "Adresse:")
        _box(canvas, "a", 130, 100, "Egevej 1")
        write(canvas, 60, 150, "Fornavn")
        write(canvas, 300, 150, "Efternavn")
        _box(canvas, "b", 60, 170, "Anne")
        _box(canvas, "c", 300, 170, "Holm")

    assert told(read(page)) == [
        ("field", "Adresse:", "Egevej 1"),
        ("field", "Fornavn", "Anne"),
        ("field", "Efternavn", "Holm"),
    ]


def test_a_value_is_said_once() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 60, 100, "Adresse:")
        _box(canvas, "a", 130, 100, "Egevej 1")

    assert tree_text(read(page).tree).count("Egevej") == 1


def test_boxes_with_their_words_before_them_keep_the_right_words() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 60, 100, "Har du børn?")
        for x, words, is_ticked in ((150, "Ja", True), (195, "Nej", False)):
            write(canvas, x, 100, words)
            canvas.acroForm.checkbox(
                name=words, x=x + 22, y=HEIGHT - 103, size=12, checked=is_ticked
            )

    assert told(read(page)) == ["Har du børn?", ("field", "Ja", True), ("field", "Nej", False)]


def test_a_group_of_which_one_is_chosen_tells_each_with_its_words() -> None:
    def page(canvas: Canvas) -> None:
        for at, words in enumerate(("Hver dag", "Hver uge", "Sjældent")):
            top = 100 + 20 * at
            canvas.acroForm.radio(
                name="tit", value=str(at), selected=at == 1, x=60, y=HEIGHT - top - 2, size=12
            )
            write(canvas, 80, top, words)

    assert told(read(page)) == [
        ("field", "Hver dag", False),
        ("field", "Hver uge", True),
        ("field", "Sjældent", False),
    ]


def test_a_choice_tells_its_options() -> None:
    def page(canvas: Canvas) -> None:
        write(canvas, 60, 100, "Kommune")
        canvas.acroForm.choice(
            name="k", x=130, y=HEIGHT - 105, width=120, height=18,
            options=["Fjordby", "Strandby"], value="Strandby",
        )  # fmt: skip

    (block,) = read(page).tree.blocks
    assert block == Field(
        label="Kommune", kind=FieldKind.CHOICE, value="Strandby", options=("Fjordby", "Strandby")
    )


def test_the_caption_of_a_button_is_kept_and_not_said() -> None:
    caption = Piece("Send", 65, 85, 100, 112, 10)
    page = PageMarks(1, 595, 842, [caption], [])
    found = placed_fields(page, [Widget(60, 98, 120, 114, None)])
    assert (found.placed, found.pieces, found.removed) == ([], [], ["Send"])


def test_a_page_full_of_fields_and_words_takes_no_time() -> None:
    pieces = [
        Piece("ord", x * 30.0, x * 30 + 20.0, y, y + 8.0, 8) for x in range(18) for y in range(800)
    ]
    field = Field(label="", kind=FieldKind.TEXT)
    widgets = [Widget(0, 0, 595, 842, field) for _ in range(2_000)]
    started = time.process_time()
    placed_fields(PageMarks(1, 595, 842, pieces, []), widgets)
    assert time.process_time() - started < 8.0
