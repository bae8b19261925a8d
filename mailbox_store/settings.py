"""Where the store lies, as the environment says."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

STORE_VARIABLE = "BREVDUE_STORE"


def default_store_url(environment: Mapping[str, str]) -> str:
    """Give BREVDUE_STORE, else the mailbox in the user's data folder (XDG Base Directory)."""
    if named := environment.get(STORE_VARIABLE):
        return named
    return store_url(data_folder(environment) / "mailbox.db")


def data_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder for what the user must not lose."""
    home = environment.get("XDG_DATA_HOME", "")
    base = Path(home) if home.startswith("/") else Path.home() / ".local" / "share"
    return base / "brevdue"


def store_url(path: Path) -> str:
    """Write a file as a store's URL."""
    return "sqlite://" + quote(str(path.absolute()))
