"""Letters in braille: translated by liblouis where it is installed, laid out in cells, as BRF."""
