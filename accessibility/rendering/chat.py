"""A document as messages of a chat: plain paragraphs, cut between blocks where they can be."""

from collections.abc import Iterator

from accessibility.rendering.plain import rendered
from accessibility.wording import Say
from mailbox_store.model.document_tree import DocumentTree
from mailbox_store.model.party import Party

LONGEST_PART = 3_500  # UTF-16 units, as chats count; Telegram takes 4,096
_JOINTS = ("\n\n", "\n")


def chat_of(
    tree: DocumentTree, say: Say, *, sender: Party | None = None, longest: int = LONGEST_PART
) -> list[str]:
    """Give a document as messages of at most so many UTF-16 units.

    One is cut between blocks; a longer block between its lines, a longer line between its
    sentences or words, never inside an amount or a date. Only a single word longer than a
    message is cut itself.
    """
    return list(_parts(rendered(tree, say, sender=sender).text, longest))


def _parts(text: str, longest: int) -> Iterator[str]:
    at = 0
    while at < len(text):
        piece = text[at : at + longest + 3]  # all that can fit, a blank, and what follows it
        end = _fitting(piece, longest)
        if at + end < len(text):
            end = _cut(piece, end)
        if part := piece[:end].strip():
            yield part
        at += end


def _fitting(text: str, longest: int) -> int:
    """Count the characters from the start that fit; at least one, or there would be no end."""
    units = 0
    for at, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > longest:
            return max(at, 1)
    return len(text)


def _cut(text: str, end: int) -> int:
    """Find the best place to cut: between blocks, lines, sentences, words.

    A cut between words may stand anywhere; the better ones not in the first third, so that no
    message is much shorter than it need be.
    """
    for joint in _JOINTS:
        if (at := text.rfind(joint, end // 3, end + 1)) > 0:
            return at
    blanks = [at for at in range(min(end, len(text) - 1), 0, -1) if text[at].isspace()]
    sentences = (at for at in blanks if at >= end // 3 and text[at - 1] in ".!?")
    best = next((at for at in sentences if _may_part(text, at)), 0)
    best = best or next((at for at in blanks if _may_part(text, at)), 0)
    return best or (blanks[0] if blanks else end)


def _may_part(text: str, at: int) -> bool:
    """Tell whether the blank at a place parts no amount and no date: no digit stands beside it."""
    before = text[max(at - 2, 0) : at].rstrip(".,")[-1:]
    return not before.isdigit() and not text[at + 1 : at + 2].isdigit()
