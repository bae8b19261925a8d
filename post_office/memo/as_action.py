"""Turns an action of a MeMo document into one the store keeps."""

from mailbox_store.model import document
from mailbox_store.model.warned import Warned
from post_office.memo.message import Action, Reservation


def action_from(action: Action, warnings: list[Warned]) -> document.Action:
    """Make the store's action; a code nobody knows is kept as it is.

    An appointment whose times are missing takes those of its action. If there are none either
    it cannot be put into a calendar; what it says is then told in a warning.
    """
    return document.Action(
        label=" ".join(action.label.split()),
        code=action.code.strip(),
        start=action.start,
        end=action.end,
        url=action.url,
        reservation=_reservation(action, action.reservation, warnings),
    )


def _reservation(
    action: Action, reservation: Reservation | None, warnings: list[Warned]
) -> document.Reservation | None:
    if reservation is None:
        return None
    start = reservation.start or action.start or reservation.end or action.end
    if start is None:
        told = (reservation.description, reservation.abstract, reservation.location)
        detail = ", ".join(each.strip() for each in told if each.strip())
        warnings.append(Warned(code="appointment-without-time", detail=detail))
        return None
    return document.Reservation(
        uuid=reservation.uuid,
        description=reservation.description.strip(),
        abstract=reservation.abstract.strip(),
        location=reservation.location.strip(),
        start=start,
        end=reservation.end or action.end or start,
        organizer_mail=reservation.organizer_mail.strip(),
        organizer_name=reservation.organizer_name.strip(),
    )
