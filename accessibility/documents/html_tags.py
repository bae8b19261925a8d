"""Which elements of HTML stand how in a text."""


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = _tags("h1 h2 h3 h4 h5 h6")
# An empty line around them.
LOOSE = HEADINGS | _tags("p blockquote hr form fieldset article section dl")
# A line of their own.
TIGHT = _tags(
    "div address main header footer nav aside figure figcaption legend details summary center "
    "body html dialog search hgroup optgroup"
)
# They hold cells, not text.
ROWS = _tags("tr thead tbody tfoot colgroup")
FIELDS = _tags("input select textarea meter progress")
NEVER_TEXT = _tags(
    "script style head title link meta base object embed applet iframe frame frameset audio video "
    "canvas map noframes rp template"
)
UNSHOWN = _tags("noscript datalist")
# They need no end tag, so that many of them in a row do not lie inside one another.
CLOSED_BY_THEMSELVES = _tags(
    "p li dt dd td th tr thead tbody tfoot option optgroup rt rp br hr img input meta link col "
    "colgroup area base source wbr param embed track"
)
