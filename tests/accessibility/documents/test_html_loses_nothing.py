"""Whatever stands in what: every word that can be seen is in the tree, and only once."""

import re
from collections import Counter
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from accessibility.documents.html import read_markup
from mailbox_store.model.tree_json import json_of_tree, tree_of_json

_HOLDING = (
    "p div span b h2 ul ol li dl dt dd table tr td th thead caption label a pre blockquote button "
    "fieldset legend section"
)
_STYLED = (
    "",
    " style='display:flex'",
    " style='display:block'",
    " style='white-space:pre-wrap'",
    " style='mso-list:Ignore'",
    " role=heading",
    " lang=en",
    " href='https://a.example'",
    " colspan=2",
    " id=q",
    " for=q",
)
_SAID = ("WORD", "WORD ", "WORD. ", "<img src=x alt='WORD'>", "<textarea>WORD</textarea>")
_ALONE = st.sampled_from((*_SAID, "<br>", "<hr>", "<input value='WORD'>", "<input type=checkbox>"))
_ELEMENTS = st.tuples(st.sampled_from(_HOLDING.split()), st.sampled_from(_STYLED))


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, max_size=4).map("".join)
    return st.builds(lambda e, text: f"<{e[0]}{e[1]}>{text}</{e[0]}>", _ELEMENTS, several)


_PIECES = st.recursive(_ALONE, _around, max_leaves=30)


@given(st.lists(_PIECES, max_size=6).map("".join))
def test_every_word_is_read_once(markup: str) -> None:
    numbers = count()
    markup = re.sub("WORD", lambda _: f"w{next(numbers)}w", markup)
    tree = read_markup(markup).tree
    written = json_of_tree(tree).decode() if tree else ""
    assert tree is None or tree_of_json(written.encode()) == tree
    found = Counter(re.findall(r"w\d+(?=w)", written))
    assert found == Counter(f"w{number}" for number in range(next(numbers)))
