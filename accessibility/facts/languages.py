"""Which language a document is in, as far as finding facts needs it: by its tag, else its words."""

import re

from accessibility.tree_text import block_text
from mailbox_store.model.document_tree import DocumentTree

_KNOWN = {"da": "da", "en": "en", "nb": "nb", "nn": "nb", "no": "nb", "sv": "sv", "de": "de"}
_COMMON = {
    "da": "og er det til af for på med du ikke skal din vi den kan har fra inden hvis dit af",
    "en": "the and of to in is you your for we be this on with from are by if or",
    "nb": "og er det til av for på med du ikke må din vi den kan har fra innen hvis ditt fikk",
    "sv": "och är det till av för på med du inte ska din vi den kan har från om ditt att",
    "de": "und der die das ist sie nicht für mit den von zu bis ihr ihre wir auf dem im bitte",
}
# The two are written alike but for these.
_ONLY_DANISH = "af inden efter dit os jer blev noget hvad uge sagen mig dig"
_ONLY_NORWEGIAN = "av innen etter ditt oss dere ble noe hva uke saken meg deg"
_ENOUGH = 4_000  # characters
_WORD = re.compile(r"[^\W\d_]{2,12}")


def language_of(tree: DocumentTree, language: str = "") -> str:
    """Tell the language: as asked for, as the document says, by its common words, else Danish."""
    for tag in (language, tree.language):
        if known := _KNOWN.get(tag.lower().replace("_", "-").partition("-")[0]):
            return known
    return _by_words(tree)


def _by_words(tree: DocumentTree) -> str:
    text = ""
    for block in tree.blocks:
        text += block_text(block)[:_ENOUGH] + "\n"
        if len(text) > _ENOUGH:
            break
    words = [word.lower() for word in _WORD.findall(text[: 2 * _ENOUGH])]
    scores = {language: _count(words, common) for language, common in _COMMON.items()}
    best = max(scores, key=lambda language: (scores[language], language == "da"))
    if best == "nb" and _count(words, _ONLY_DANISH) >= _count(words, _ONLY_NORWEGIAN):
        return "da"
    return best


def _count(words: list[str], wanted: str) -> int:
    return sum(map(set(wanted.split()).__contains__, words))
