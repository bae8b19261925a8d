"""A stand-in for Telegram's Bot API on this machine: keeps its rules, fails on demand.

`StandIn` is the server and the network; `stand_in_rules` is what Telegram lets a bot do;
`person.Person` is whoever writes to the bot. What Telegram does not publish (how it counts a
flood, when a press is too old to answer) is a guess on the strict side.
"""

import asyncio
import json
import socket
import time
from collections.abc import Awaitable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, Finish, RequestHandler

from tests.bots.person import Person
from tests.bots.stand_in_faults import ERRORS, NETWORK_FAULTS, Call, Fault
from tests.bots.stand_in_rules import Refused, Rules, refuse

TOKEN = "4200000042:AAExampleExampleExampleExample-Example"
USER_NAME = "brevdue_example_bot"
_LONGEST_POLL = 50.0  # seconds


@dataclass
class StandIn:
    """Telegram, on 127.0.0.1, for the length of an `async with`."""

    token: str = TOKEN
    delay: float = 0.0  # seconds of network for each call
    has_limits: bool = True
    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    people: dict[int, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rules = Rules(self.has_limits)
        self._updates: list[dict[str, Any]] = []
        self._again: list[dict[str, Any]] = []
        self._last_update = time.time_ns() // 100_000  # above what any earlier one gave a store
        self._news = asyncio.Event()
        self._poll: asyncio.Future[None] | None = None
        self._posts: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> "StandIn":
        methods = [(r"/bot([^/]+)/(\w+)", _Method, {"telegram": self})]
        application = Application(methods, log_function=lambda _: None)
        (listening,) = bind_sockets(0, "127.0.0.1", family=socket.AF_INET)
        self.port = listening.getsockname()[1]
        self._server = HTTPServer(application)
        self._server.add_sockets([listening])
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._server.stop()
        for task in self._posts:
            task.cancel()
        await self._server.close_all_connections()

    @property
    def base_url(self) -> str:
        """The address before the token."""
        return f"http://127.0.0.1:{self.port}/bot"

    @property
    def environment(self) -> dict[str, str]:
        """What the bot reads to find us."""
        return {"BOT_TOKEN": self.token, "TELEGRAM_BASE_URL": self.base_url}

    def person(self, number: int, name: str = "Anne", language: str = "en") -> Person:
        """Give the person of a number; who is new has not written to the bot yet."""
        if number not in self.people:
            self.people[number] = Person(self, number, name, language)
            self.rules.chats[number] = {"id": number, "type": "private", "first_name": name}
        return self.people[number]

    def fault(self, method: str, kind: str, **more: Any) -> Fault:
        """Let the next calls of a method ("*": of any) go wrong."""
        self.faults.append(Fault(method, kind, **more))
        return self.faults[-1]

    def made(self, method: str) -> list[Call]:
        """Give the calls of a method that went well."""
        return [call for call in self.calls if call.method == method and not call.error]

    def errors(self, code: str) -> list[Call]:
        """Give the calls answered with an error that begins with `code`."""
        return [call for call in self.calls if call.error.startswith(code)]

    # -- updates

    def push(self, kind: str, body: dict[str, Any]) -> int:
        """Put an update on its way to the bot; give its id."""
        self._last_update += 1
        update = {"update_id": self._last_update, kind: body}
        allowed = self.rules.allowed_updates
        if allowed is None or kind in allowed:
            self._send_on(update)
        return self._last_update

    def push_again(self, number: int) -> None:
        """Deliver an update that was delivered before."""
        self._send_on({"update_id": number, **self.rules.delivered[number]})

    def _send_on(self, update: dict[str, Any]) -> None:
        number = update["update_id"]
        self.rules.delivered[number] = {k: v for k, v in update.items() if k != "update_id"}
        if self.rules.webhook:
            task = asyncio.ensure_future(self._post(update))
            self._posts.add(task)
            task.add_done_callback(self._posts.discard)
        else:
            self._updates.append(update)
            self._news.set()

    async def _post(self, update: dict[str, Any]) -> None:
        """Post one update to the webhook, again and again until it says 200."""
        client = AsyncHTTPClient(force_instance=True)
        for _ in range(20):
            if not self.rules.webhook:
                break
            request = HTTPRequest(
                self.rules.webhook["to"],
                method="POST",
                headers={
                    "Content-Type": "application/json",
                    "X-Telegram-Bot-Api-Secret-Token": self.rules.webhook["secret_token"],
                },
                body=json.dumps(update),
            )
            try:
                answer = await client.fetch(request, raise_error=False)
            except OSError:
                answer = None
            if answer is not None and answer.code == 200:
                return
            await asyncio.sleep(0.1)
        self._updates.append(update)
        self._news.set()

    async def updates(self, offset: int, limit: int, wait: float) -> list[dict[str, Any]]:
        """Answer getUpdates: what is below `offset` is confirmed; one poller at a time."""
        if self.rules.webhook:
            refuse("Conflict: can't use getUpdates method while webhook is active", 409)
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(
                Refused(409, "Conflict: terminated by other getUpdates request; make sure that "
                             "only one bot instance is running")
            )  # fmt: skip
        mine = self._poll = asyncio.get_running_loop().create_future()
        if offset > 0:
            self._updates = [u for u in self._updates if u["update_id"] >= offset]
        ends = time.monotonic() + min(wait, _LONGEST_POLL)
        while not (batch := self._again + self._updates[:limit]):
            self._news.clear()
            news = asyncio.ensure_future(self._news.wait())
            left = ends - time.monotonic()
            await asyncio.wait({news, mine}, timeout=max(0.0, left), return_when="FIRST_COMPLETED")
            news.cancel()
            if mine.done():
                mine.result()
            if left <= 0:
                break
        if not mine.done():
            mine.set_result(None)
        self._again = list(batch) if self.next_fault("getUpdates", None, "duplicate") else []
        return batch[::-1] if batch and self.next_fault("getUpdates", None, "reorder") else batch

    # -- calls

    def next_fault(self, method: str, chat: int | None, *kinds: str) -> Fault | None:
        """Give the fault that this call meets, and count it."""
        for fault in self.faults:
            meant = fault.method in (method, "*") and fault.chat in (None, chat)
            if not meant or fault.times <= 0 or fault.kind not in kinds:
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            fault.times -= 1
            return fault
        return None

    async def answer(self, method: str, arguments: dict[str, str], files: dict[str, Any]) -> Any:
        """Do what a method does; `Refused` is Telegram's no."""
        chat = arguments.get("chat_id", "")
        number = int(chat) if chat.lstrip("-").isdigit() else None
        if self.delay and method != "getUpdates":
            await asyncio.sleep(self.delay)
        if fault := self.next_fault(method, number, "429", *ERRORS):
            if fault.kind == "429":
                refuse("Too Many Requests", 429, retry_after=int(fault.seconds))
            raise ERRORS[fault.kind]
        if method == "getUpdates":
            if "allowed_updates" in arguments:
                self.rules.allowed_updates = json.loads(arguments["allowed_updates"]) or None
            return await self.updates(
                int(arguments.get("offset", 0)),
                int(arguments.get("limit", 100)),
                float(arguments.get("timeout", 0)),
            )
        result = self.rules.call(method, arguments, files)
        for person in self.people.values():
            person.bell.set()
        if method in ("setWebhook", "deleteWebhook") and self.rules.webhook:
            waiting, self._updates = self._updates, []
            for update in waiting:
                self._send_on(update)
        return result


class _Method(RequestHandler):
    """One call over HTTP."""

    def initialize(self, telegram: StandIn) -> None:
        self.telegram = telegram

    async def get(self, token: str, method: str) -> None:
        await self.post(token, method)

    async def post(self, token: str, method: str) -> None:
        telegram = self.telegram
        arguments = {name: self.get_argument(name, strip=False) for name in self.request.arguments}
        call = Call(method, arguments, time.monotonic())
        telegram.calls.append(call)
        chat = arguments.get("chat_id", "")
        number = int(chat) if chat.lstrip("-").isdigit() else None
        fault = telegram.next_fault(method, number, *NETWORK_FAULTS)
        if fault and fault.kind != "lost-reply" and fault.kind != "bad-json":
            await self._break(fault, call)
        try:
            if token != telegram.token:
                refuse(*(("Unauthorized", 401) if ":" in token else ("Not Found", 404)))
            files = {name: parts[0] for name, parts in self.request.files.items()}
            asked: Awaitable[Any] = telegram.answer(method, arguments, files)
            call.result = await asked
            told = {"ok": True, "result": call.result}
        except Refused as refused:
            call.error = f"{refused.code} {refused.text}"
            self.set_status(refused.code)
            told = {"ok": False, "error_code": refused.code, "description": refused.text}
            if refused.retry_after:
                told["parameters"] = {"retry_after": refused.retry_after}
        if fault and fault.kind == "lost-reply":
            self._hang_up()
        self.set_header("Content-Type", "application/json")
        self.finish('{"ok":true,"resu' if fault and fault.kind == "bad-json" else json.dumps(told))

    async def _break(self, fault: Fault, call: Call) -> None:
        call.error = fault.kind
        if fault.kind == "502":
            self.set_status(502)
            self.finish("<html><title>502 Bad Gateway</title></html>")
            raise Finish
        if fault.kind == "timeout":
            await asyncio.sleep(fault.seconds)
        self._hang_up()

    def _hang_up(self) -> None:
        self.request.connection.stream.close()  # type: ignore[union-attr]
        raise Finish

    def log_exception(self, *_: Any) -> None:
        """A connection that we closed on purpose is nothing to tell of."""
