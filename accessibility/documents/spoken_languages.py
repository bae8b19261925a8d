"""Which languages a document is really in: word processors write "en-US" into Danish letters.

The verdict says that a file is wrong about it; a voice must not read Danish as English.
"""

from collections import defaultdict
from dataclasses import replace

from accessibility.documents.plain_tree import plain_tree
from accessibility.readability.languages import agree, language_of, likeliest_language
from accessibility.readability.running_text import every_block, every_words, running_text
from mailbox_store.model.document_tree import DocumentTree

_ENOUGH = 4_000  # characters of a tag


def in_spoken_languages(tree: DocumentTree) -> DocumentTree:
    """Give a tree whose language is that of its words, where it says none or another.

    Runs in another language keep their tags, unless their words are in the document's own.
    """
    told = language_of(running_text(tree))
    language = tree.language if not told or agree(tree.language, told) else told
    spoken = replace(tree, language=language)
    disbelieved = _disbelieved(spoken)
    return plain_tree(spoken, disbelieved=disbelieved) if disbelieved else spoken


def _disbelieved(tree: DocumentTree) -> frozenset[str]:
    words: dict[str, str] = defaultdict(str)
    for block in every_block(tree.blocks):
        for line in every_words(block):
            for run in line:
                if run.language and len(words[run.language]) < _ENOUGH:
                    words[run.language] += f" {run.text}"
    return frozenset(
        tag.lower()
        for tag, text in words.items()
        if (told := likeliest_language(text))
        and agree(tree.language, told)
        and not agree(tag, told)
    )
