"""Every rule for screen readers names the tests that hold it, and they exist."""

import re

from tests.architecture.tree import ROOT

_RULE = re.compile(r"^\| (R\d+) \|(.*)\|$", re.MULTILINE)
_TEST = re.compile(r"`(test_\w+)`")


def test_each_rule_for_screen_readers_names_tests_that_exist() -> None:
    text = (ROOT / "docs" / "screen-readers.md").read_text(encoding="utf-8")
    named = {rule: _TEST.findall(row) for rule, row in _RULE.findall(text)}
    assert list(named) == [f"R{n}" for n in range(1, 23)]
    assert all(named.values())
    code = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests").rglob("test_*.py"))
    missing = [test for tests in named.values() for test in tests if f"def {test}(" not in code]
    assert missing == []
