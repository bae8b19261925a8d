"""The store in one SQLite file, through aiosqlite: the default, with no server."""
