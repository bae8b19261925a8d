"""The scorer itself: what is right scores 1, and each fault is seen in its own measure."""

import pytest

from tests.reading.scoring import measures, word_errors
from tests.reading.truth import truth_of

_TRUTH = """\
# Your decision

We have looked at your case again, and we have found that you were right in all of it.

- Keep this letter
- Tell us when you move house

|# Due | Amount
| 1 May | 500 kr.
| 1 June | 700 kr.

= Name: Ebba Lund
= [x] I live alone
= [ ] I have children

Read more at our page
@ https://example.org/more

! Page 1 of 2
"""
_TOLD = """\
# Your decision

We have looked at your case again, and we have found that you were right in all of it.

- Keep this letter
- Tell us when you move house

| Due | Amount |
|---|---|
| 1 May | 500 kr. |
| 1 June | 700 kr. |

Name: Ebba Lund

- [x] I live alone
- [ ] I have children

Read more at [our page](https://example.org/more)
"""


def test_a_letter_told_as_its_truth_says_scores_one_in_everything() -> None:
    told = measures(truth_of(_TRUTH), _TOLD)
    assert len(told) == 10
    assert set(told.values()) == {1.0}


@pytest.mark.parametrize(
    ("measure", "right", "wrong"),
    [
        ("para", "again, and", "again,\n\nand"),
        ("hmark", "# Your decision", "Your decision"),
        ("list", "- Keep this letter", "Please: keep this letter"),
        ("rows", "| 1 May | 500 kr. |", "| 1 May | or | 500 kr. |"),
        ("hdr", "| Due | Amount |", "Due\nAmount"),
        ("field", "Name: Ebba Lund", "Name:\n\nEbba Lund"),
        ("field", "[x] I live", "[ ] I live"),
        ("drop", "- [x]", "Page 1 of 2\n- [x]"),
        ("link", "[our page](https://example.org/more)", "our page"),
        ("flow", "looked at your case", "looked your at case"),
    ],
)
def test_each_fault_lowers_its_own_measure(measure: str, right: str, wrong: str) -> None:
    assert right in _TOLD
    assert measures(truth_of(_TRUTH), _TOLD.replace(right, wrong))[measure] < 1


def test_a_paragraph_told_at_the_end_lowers_the_order() -> None:
    first, _, rest = _TOLD.partition("- Keep")
    assert measures(truth_of(_TRUTH), f"- Keep{rest}\n{first}")["order"] < 0.8


def test_cells_told_with_their_headers_are_tied_to_them() -> None:
    told = measures(truth_of(_TRUTH), "Due: 1 May. Amount: 500 kr.\nDue: 1 June. Amount: 700 kr.")
    assert (told["rows"], told["hdr"]) == (1, 1)


def test_words_in_error_are_counted_once_each() -> None:
    truth = truth_of("one two three four five")
    assert word_errors(truth, "one two tree four five") == pytest.approx(0.2)
    assert word_errors(truth, "one two four five") == pytest.approx(0.2)
    assert word_errors(truth, "one two three four five") == 0
