"""One mail, one fingerprint, whichever mailbox program kept it.

The same mail lies differently in an mbox and in a Maildir: other line ends, a From_ line, quoted
"From " lines, header fields about having been read. None of that is the sender's, so none of it
is in the fingerprint.
"""

import hashlib
import re

_ADDED_BY_PROGRAMS = (
    rb"status|x-status|x-keywords|x-uid|x-imap|x-imapbase|content-length|lines"
    rb"|x-mozilla-status|x-mozilla-status2|x-mozilla-keys"
)
_ADDED = re.compile(
    rb"^(?:" + _ADDED_BY_PROGRAMS + rb")[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*",
    re.IGNORECASE | re.MULTILINE,
)
_FROM_LINE = re.compile(rb"\A>?From [^\n]*\n")
_QUOTED_FROM = re.compile(rb"^>+From ", re.MULTILINE)


def fingerprint_of(mail: bytes) -> str:
    """Give the sha256 (hex) of what the sender wrote, without what mailbox programs add."""
    text = _FROM_LINE.sub(b"", mail.replace(b"\r\n", b"\n"), count=1)
    head, gap, body = text.partition(b"\n\n")
    head = _ADDED.sub(b"", head + b"\n")
    if b">From " in body:
        body = _QUOTED_FROM.sub(b"From ", body)
    return hashlib.sha256((head + gap + body).rstrip(b"\n")).hexdigest()
