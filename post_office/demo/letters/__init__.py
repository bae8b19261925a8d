"""The demonstration letters themselves, by theme; their prose lies in ../texts."""
