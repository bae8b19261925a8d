"""What has been filled in on a form, as text beside its label."""

from selectolax.lexbor import LexborNode

from accessibility.documents.html_look import Attributes

_WITHOUT_WORDS = frozenset(["hidden", "password", "file", "image", "color", "reset"])
_TICKED = frozenset(["checkbox", "radio"])


def written_field(node: LexborNode, attributes: Attributes) -> str:
    """Give the value of an input, a choice or a text field, with a space before it."""
    kind = (attributes.get("type") or "text").strip().lower()
    match node.tag:
        case "select":
            return _spaced(_chosen(node))
        case "textarea":
            return _spaced(node.text(deep=True))
        case "input" if kind in _WITHOUT_WORDS:
            return ""
        case "input" if kind in _TICKED:
            return " [x] " if "checked" in attributes else " [ ] "
    return _spaced(attributes.get("value") or "")


def _chosen(node: LexborNode) -> str:
    options = node.css("option")
    chosen = [option for option in options if "selected" in option.attributes] or options[:1]
    return ", ".join(option.text(deep=True).strip() for option in chosen)


def _spaced(text: str) -> str:
    text = text.strip()
    return f" {text} " if text else ""
