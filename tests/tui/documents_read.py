"""Letters whose documents are trees already: a table, a form, facts; put into a real store."""

from mailbox_store.model.arriving import ArrivingLetter
from mailbox_store.model.document import Reading
from tests.reading.letters_there import content_of
from tests.tui.letters import document, letter

DECISION = """<html lang="en"><h1>Housing benefit</h1>
<p>Dear Anna</p>
<p>You will get 1,234.50 kroner a month from 1 January 2027. Case number: 26/004871.</p>
<h2>Payments</h2>
<table><tr><th>Due</th><th>Period</th><th>Amount</th></tr>
<tr><td>4 January 2027</td><td>January</td><td>1,234.50 kr.</td></tr>
<tr><td>1 February 2027</td><td>February</td><td>-34.50 kr.</td></tr>
<tr><td>Total</td><td></td><td>1,200.00 kr.</td></tr></table>
<h2>What you need to do</h2>
<ul><li>Check that everything is right.</li>
<li>Tell us no later than 15 December 2026 if it is not.</li></ul>
<form><label>Rent <input value="7,500"></label>
<label><input type="checkbox" checked> I live alone</label></form>
<h2>How to complain</h2>
<p>You may complain within 4 weeks from the day you received this letter.
Read <a href="https://www.borger.example/complain">how to complain</a>.</p></html>
"""


def waiting(
    number: int, content: bytes, *, name: str, kind: str, **facts: object
) -> ArrivingLetter:
    """Make a letter whose only document is still to be read."""
    one = document(
        "", content=content, name=name, media_type=kind, declared_type=kind, reading=Reading.WAITING
    )
    return letter(number, documents=(one,), **facts)


def decision(number: int = 1, **facts: object) -> ArrivingLetter:
    """Make the letter with the table, the form and the deadlines."""
    return waiting(number, DECISION.encode(), name="decision.html", kind="text/html", **facts)


def of_file(number: int, name: str, **facts: object) -> ArrivingLetter:
    """Make a letter of one of the letters that reading is measured on."""
    return waiting(number, content_of(name), name=name, kind="application/pdf", **facts)
