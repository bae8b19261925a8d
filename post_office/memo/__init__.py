"""MeMo, the XML in which Danish authorities send letters: values, reader, writer."""
