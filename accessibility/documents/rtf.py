"""RTF to a tree. In the child process only; what its tokens mean is in `rtf_reader`."""

from accessibility.documents import rtf_words
from accessibility.documents.extract import Extract
from accessibility.documents.rtf_reader import RtfReader
from accessibility.documents.written_blocks import blocks_of, capped
from accessibility.plain_text import one_line
from accessibility.tree_text import block_text
from mailbox_store.model.document import Reading
from mailbox_store.model.document_tree import DocumentTree, Trust
from mailbox_store.model.warned import Warned

_MOST_BYTES = 50_000_000


def read_rtf(content: bytes) -> Extract:
    """Give the tree of an RTF document."""
    reader = RtfReader(content[:_MOST_BYTES].decode("latin-1"))
    reader.read()
    pieces = [piece for place in reader.places for piece in place.finished()]
    blocks, was_cut = capped(blocks_of([*pieces, *reader.notes]))
    warnings = []
    if was_cut or reader.was_cut or len(content) > _MOST_BYTES:
        warnings.append(Warned(code="cut"))
    if reader.found_hidden:
        warnings.append(Warned(code="hidden-text"))
    if reader.hides_characters:
        warnings.append(Warned(code="hidden-characters"))
    most = max(reader.languages, key=reader.languages.__getitem__, default=0)
    tree = DocumentTree(
        trust=Trust.TAGGED,
        blocks=blocks,
        language=rtf_words.language_of(most),
        title=one_line(reader.heard.get("title", "")),
        warnings=tuple(warnings),
        removed=tuple(reader.removed),
    )
    reading = Reading.READ if any(map(block_text, blocks)) else Reading.NO_TEXT
    return Extract(reading=reading, tree=tree, warnings=tuple(warnings))
