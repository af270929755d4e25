"""A mail server for tests: it says yes to everything, at once or when it is let, and remembers."""

import asyncio
import threading
from email import message_from_bytes
from email.message import Message

END_OF_LINE, END_OF_MAIL = b"\r\n", b"\r\n.\r\n"
ANSWERS = {b"DATA": b"354 go on", b"QUIT": b"221 goodbye"}


class MailServer:
    """Accepts mails over SMTP. While ``slow``, it keeps the sender waiting for its yes, as a far server does."""

    def __init__(self) -> None:
        self.slow = False
        self.kept_waiting = 0  # senders who have no answer yet; one that is killed goes away
        self.asked: list[bytes] = []
        self._accepted: list[bytes] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        listening = self._loop.create_server(lambda: Conversation(self), "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(listening, self._loop).result(10)
        self.url = f"smtp://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def take(self, mail: bytes) -> None:
        self.asked.append(mail)
        self.kept_waiting += 1
        try:
            while self.slow:
                await asyncio.sleep(0.05)
        finally:
            self.kept_waiting -= 1
        self._accepted.append(mail)

    @property
    def said_yes(self) -> int:
        return len(self._accepted)

    @property
    def accepted(self) -> list[Message]:
        """What it said yes to, read: thousands of mails take seconds to read."""
        return [message_from_bytes(mail.replace(b"\r\n..", b"\r\n.")) for mail in self._accepted]


class Conversation(asyncio.Protocol):
    """One sender's connection [RFC 5321]: a command and its answer, in turn.

    A whole mail is looked for at once: reading thousands line by line would take as long as sending them.
    """

    def __init__(self, server: MailServer) -> None:
        self.server = server
        self.unread = b""
        self.in_mail = False
        self.taking: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.say(b"220 ready")

    def connection_lost(self, _error: Exception | None) -> None:
        if self.taking:
            self.taking.cancel()

    def data_received(self, data: bytes) -> None:
        self.unread += data
        while (end := END_OF_MAIL if self.in_mail else END_OF_LINE) in self.unread:
            part, _end, self.unread = self.unread.partition(end)
            if self.in_mail:
                self.in_mail = False
                self.taking = asyncio.get_running_loop().create_task(self.take(part))
            else:
                self.obey(part[:4].upper())

    def obey(self, command: bytes) -> None:
        self.in_mail = command == b"DATA"
        self.say(ANSWERS.get(command, b"250 yes"))

    async def take(self, mail: bytes) -> None:
        await self.server.take(mail)
        self.say(b"250 yes")

    def say(self, answer: bytes) -> None:
        self.transport.write(answer + END_OF_LINE)
