"""The forms in which `python -m accessibility.documents` gives a document, by name."""

from accessibility.plain_lines import laid_lines
from accessibility.rendering.chat import chat_of
from accessibility.rendering.json_text import json_of
from accessibility.rendering.markdown import markdown_of
from accessibility.rendering.plain import rendered
from accessibility.rendering.spoken import AFTER_BLOCK, spoken_of
from accessibility.wording import Say
from mailbox_store.model.document_tree import DocumentTree

FORMS = ("text", "markdown", "json", "speech", "chat")


def in_form(form: str, tree: DocumentTree, say: Say, *, columns: int) -> str:
    """Give a document in one of the `FORMS`; `columns` is the width of a text.

    Speech is one utterance a line with its language, and a blank line for a pause after a block.
    """
    match form:
        case "markdown":
            return markdown_of(tree, say)
        case "json":
            return json_of(tree)
        case "speech":
            lines = (
                f"{one.language}: {one.text}" + ("\n" if one.pause >= AFTER_BLOCK else "")
                for one in spoken_of(tree, say)
            )
            return "\n".join(lines).rstrip("\n")
        case "chat":
            return "\n\n".join(chat_of(tree, say))
    return "\n".join(laid_lines(rendered(tree, say).text, columns))
