"""Lists: newest first, page by page whatever arrives meanwhile, filtered, counted."""

from datetime import timedelta

import pytest

from mailbox_store.model.errors import FolderNotFound, LetterNotFound
from mailbox_store.model.folder import FolderId
from mailbox_store.model.letter import LetterId, LetterSummary
from mailbox_store.model.party import IdType, Party
from mailbox_store.model.query import ListQuery
from mailbox_store.sqlite.values import SUMMARY_WIDTH


async def test_pages_are_newest_first_and_nothing_is_shown_twice_or_left_out(
    deliver, make_letter, mailbox
) -> None:
    await deliver(*(make_letter(n) for n in range(25)))
    seen, place = [], None
    while True:
        page = await mailbox.list(ListQuery(limit=10, after=place))
        assert page.total >= 25
        seen += [letter.subject for letter in page.letters]
        if page.next is None:
            break
        place = page.next
        await deliver(make_letter(100 + len(seen)))  # new letters must not shift the pages
    assert seen == [f"Letter {n}" for n in reversed(range(25))]


async def test_letters_of_the_same_moment_are_paged_too(
    deliver, make_letter, mailbox, clock
) -> None:
    await deliver(*(make_letter(n, received=clock()) for n in range(7)))
    first = await mailbox.list(ListQuery(limit=3))
    second = await mailbox.list(ListQuery(limit=10, after=first.next))
    assert len({letter.id for letter in first.letters + second.letters}) == 7


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ListQuery(unread=True), {1, 2, 3}),
        (ListQuery(flagged=True), {2, 4}),
        (ListQuery(with_deadline=True), {3}),
        (ListQuery(sender="søndervang"), {4}),
        (ListQuery(sender="SOENDER", flagged=True), {4}),
        (ListQuery(unread=True, flagged=True), {2}),
        (ListQuery(unread=True, with_deadline=True), {3}),
        (ListQuery(sender="nobody at all"), set()),
        (ListQuery(), {1, 2, 3, 4}),
    ],
)
async def test_filters_must_all_hold_and_the_total_counts_what_matches(
    query, expected, deliver, make_letter, mailbox
) -> None:
    hospital = Party(id_type=IdType.CVR, number="87654321", name="Søndervang Sygehus")
    await deliver(
        make_letter(1),
        make_letter(2, flagged=True),
        make_letter(3, reply_by=make_letter(9).received),
        make_letter(4, flagged=True, unread=False, sender=hospital),
    )
    page = await mailbox.list(query)
    assert {letter.id for letter in page.letters} == expected
    assert page.total == len(expected)


async def test_without_a_folder_all_but_the_bin_is_listed(deliver, make_letter, mailbox) -> None:
    await deliver(*(make_letter(n) for n in range(1, 5)))
    await mailbox.archive([LetterId(1)])
    await mailbox.bin([LetterId(2)])
    everywhere = await mailbox.list(ListQuery())
    assert [letter.id for letter in everywhere.letters] == [4, 3, 1]
    archive = next(folder for folder in await mailbox.folders() if folder.is_archive)
    assert [x.id for x in (await mailbox.list(ListQuery(folder=archive.id))).letters] == [1]


async def test_a_folder_that_is_not_there_is_not_found(mailbox) -> None:
    with pytest.raises(FolderNotFound):
        await mailbox.list(ListQuery(folder=FolderId(99)))


async def test_a_letter_is_found_by_its_id_and_by_its_uuid(deliver, make_letter, mailbox) -> None:
    await deliver(make_letter(1), make_letter(2))
    assert await mailbox.find("l2") == 2
    assert await mailbox.find(make_letter(1).uuid.upper()) == 1
    for unknown in ("L3", "nonsense", "", "L99999999999999999999"):
        with pytest.raises(LetterNotFound):
            await mailbox.find(unknown)


async def test_deadlines_come_soonest_first_and_the_bin_is_left_out(
    deliver, make_letter, mailbox, clock
) -> None:
    day = timedelta(days=1)
    await deliver(
        make_letter(1, reply_by=clock() + 3 * day),
        make_letter(2, reply_by=clock() + 1 * day),
        make_letter(3, reply_by=clock() - 2 * day),
        make_letter(4, reply_by=clock() + 2 * day),
        make_letter(5, reply_by=clock() - 0.5 * day),  # maybe a Danish midnight: the face tells
    )
    await mailbox.bin([LetterId(4)])
    assert [due.letter.id for due in await mailbox.due()] == [5, 2, 1]


def test_the_view_has_the_summarys_columns_in_its_order(tmp_path) -> None:
    import sqlite3

    from mailbox_store.sqlite.migrate import migrations

    connection = sqlite3.connect(":memory:")
    for _, script in migrations():
        connection.executescript(script)
    columns = [c[0] for c in connection.execute("SELECT * FROM letter_summary").description]
    connection.close()
    assert tuple(columns[:SUMMARY_WIDTH]) == LetterSummary._fields
