"""A document's whole way: in a MeMo message, through the post office, into every form it has.

A PDF with a table over a page break, a filled form and a scan are delivered as an authority does
it, read by the real child process, and come out as lines, on search, as facts, and ready to be
spoken.
"""

import base64
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from accessibility.rendering.spoken import spoken_of
from accessibility.wording import wording_for
from mailbox_store.opening import open_store
from tests.journeys.test_a_letters_whole_way import ALMA, MEMO, UUID, Run, answer, run
from tests.reading.letters_there import content_of

__all__ = ["run"]  # a fixture

DOCUMENTS = ("afgoerelse.pdf", "ansoegning.pdf", "rykker_skannet.pdf")
pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def delivered(run: Run, tmp_path: Path) -> dict[str, Any]:
    """Deliver three documents; gives the letters by the name of their document."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for number, name in enumerate(DOCUMENTS, start=1):
        memo = MEMO.format(uuid=UUID.format(number), label=name, legal="false")
        content = base64.b64encode(content_of(name)).decode()
        memo = memo.replace("RHUgZsOlciAxLjIzNCw1MCBrci4gb20gbcOlbmVkZW4u", content)
        memo = memo.replace("text/plain", "application/pdf").replace("afgoerelse.txt", name)
        (folder / f"{number}.xml").write_text(memo, "utf-8")
    run("brevdue-post", "register", ALMA, "--name", "Alma Demo")
    taken = answer(run("brevdue-post", "deliver", folder, "--json"))
    assert taken["counts"]["STORED"] == len(DOCUMENTS)
    return {one["subject"]: one for one in answer(run("brevdue", "list", "--json"))}


def test_a_table_over_a_page_break_is_one_table_in_lines(
    run: Run, delivered: dict[str, Any]
) -> None:
    told = run("brevdue", "read", delivered["afgoerelse.pdf"]["id"]).stdout
    flat = " ".join(told.split())
    assert "Table, 13 rows: Udbetales, Måned, Før skat, Skat, Til dig." in flat
    assert "Row 13. Måned: I alt. Før skat: 29.304,00. Skat: 9.846,00. Til dig: 19.458,00." in flat
    assert "Side 1 af 2" not in flat


def test_a_form_is_read_with_what_is_filled_in(run: Run, delivered: dict[str, Any]) -> None:
    told = run("brevdue", "read", delivered["ansoegning.pdf"]["id"]).stdout
    assert "Field: Fulde navn: Embla Strandskov." in told
    assert "Check box, ticked: Rengøring." in told
    assert "Check box, not ticked: Tøjvask." in told


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_scan_is_read_by_machine_and_says_so(run: Run, delivered: dict[str, Any]) -> None:
    told = run("brevdue", "read", delivered["rykker_skannet.pdf"]["id"]).stdout
    assert "Read by machine from a picture: words may be wrong." in told
    assert "Heading 1:" in told or "Heading 2:" in told


def test_words_of_a_pdf_are_found_and_its_deadline_is_listed(
    run: Run, delivered: dict[str, Any]
) -> None:
    [hit] = answer(run("brevdue", "search", "flexjob", "--json"))
    assert hit["subject"] == "afgoerelse.pdf"
    due = answer(run("brevdue", "deadlines", "--json"))
    labels = [one["label"] for one in due if one["subject"] == "afgoerelse.pdf"]
    assert any("inden 4 uger" in label for label in labels)


async def test_the_stored_tree_is_ready_to_be_spoken(
    run: Run, delivered: dict[str, Any], tmp_path: Path
) -> None:
    async with open_store(f"sqlite://{tmp_path}/first/mailbox.db") as store:
        [facts] = await store.mailboxes()
        letters = [await store.letter(facts.id, one) for one in await store.letter_ids(facts.id)]
    [decision] = [one for one in letters if one.summary.subject == "afgoerelse.pdf"]
    tree = decision.documents[0].tree
    assert tree is not None
    spoken = spoken_of(tree, wording_for("da"))
    assert {utterance.language for utterance in spoken} == {"da"}
    words = " ".join(utterance.text for utterance in spoken)
    assert "Overskrift 1: Du får tilskud til flexjob" in words
    assert "Til dig: 19.458,00." in words
    assert "Side 1 af 2" not in words


def test_the_tree_is_what_other_programs_get_as_json(run: Run, delivered: dict[str, Any]) -> None:
    told = run("brevdue", "read", delivered["ansoegning.pdf"]["id"], "--as", "json").stdout
    kinds = {block["kind"] for block in json.loads(told)["blocks"]}
    assert {"heading", "field", "paragraph"} <= kinds
