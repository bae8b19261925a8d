"""Frozen values in the field's own terms. Standard library only; knows no storage and no face."""
