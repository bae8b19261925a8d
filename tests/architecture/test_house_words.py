"""Names say what they hold; and nothing in the project tells of the machine it was made on."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGES, ROOT, python_files, text_files

_EMPTY_NAMES = {"utils", "util", "helpers", "common", "manager", "misc", "base", "core"}

# Put together here, so that this file may be looked through like every other.
_HOSTS = ("pythonhosted" + ".org", "pypi" + ".org", "npmjs" + ".org", "deb.debian" + ".org")
_MACHINE = ("/wor" + "k/", "/opt/whe" + "els", "/opt/py" + "pi", "/ro" + "ot/")
_MAKERS = ("cla" + "ude", "anthro" + "pic", "open" + "ai", "chat" + "gpt", "copi" + "lot")
_WORDS = re.compile("|".join(map(re.escape, (*_HOSTS, *_MACHINE, *_MAKERS))), re.IGNORECASE)


def machine_words(text: str) -> list[str]:
    """Find a machine's paths, a registry's address or a tool's maker in a text."""
    return [found[0].lower() for found in _WORDS.finditer(text)]


def empty_names(paths: list[Path]) -> list[str]:
    """Find modules and folders whose name says nothing."""
    return [
        str(path)
        for path in paths
        if any(re.sub(r"\d+$", "", Path(part).stem) in _EMPTY_NAMES for part in path.parts)
    ]


def is_one_docstring(source: str) -> bool:
    """Tell whether a module holds its docstring and nothing else."""
    body = ast.parse(source).body
    return (
        len(body) == 1
        and isinstance(body[0], ast.Expr)
        and isinstance(body[0].value, ast.Constant)
        and isinstance(body[0].value.value, str)
    )


def test_every_module_is_named_after_what_it_holds() -> None:
    paths = [path.relative_to(ROOT) for path in python_files(*PACKAGES, "tests")]
    assert paths
    assert empty_names(paths) == []


def test_importing_a_package_costs_nothing() -> None:
    packages = [path for path in python_files(*PACKAGES) if path.name == "__init__.py"]
    assert len(packages) >= len(PACKAGES)
    assert [str(path) for path in packages if not is_one_docstring(path.read_text())] == []


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in python_files(*PACKAGES)}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_file_tells_of_the_machine_it_was_made_on() -> None:
    paths = text_files()
    assert ROOT / "pyproject.toml" in paths
    found = {
        str(path.relative_to(ROOT)): words
        for path in paths
        if (words := machine_words(path.read_text(encoding="utf-8", errors="replace")))
    }
    assert found == {}


@pytest.mark.parametrize("words", [*_HOSTS, *_MACHINE, *_MAKERS])
def test_a_machine_word_is_found(words: str) -> None:
    assert machine_words(f"see {words.upper()}x\n") == [words]
    assert machine_words("a framework at home, root of the tree") == []


@pytest.mark.parametrize("path", ["utils.py", "store/helpers.py", "core/letters.py", "utils2.py"])
def test_a_name_that_says_nothing_is_found(path: str) -> None:
    assert empty_names([Path(path), Path("store/spoken_dates.py")]) == [path]


def test_a_package_with_more_than_a_docstring_is_found() -> None:
    assert is_one_docstring('"""Letters."""\n')
    assert not is_one_docstring('"""Letters."""\nimport os\n')
    assert not is_one_docstring("")
