"""What a message says. Notices know no trade: each trade registers, by kind, how its letters are composed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from typing import Any

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from commons.notices.models import Message
from commons.places.models import House


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    content: bytes
    mimetype: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A PNG drawn inside the HTML, as ``<img src="cid:…">``: it comes with the mail, nothing is fetched."""

    cid: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A composed mail: ``template`` names a folder's stem, so ``x/emails/receipt`` has .txt and .html."""

    subject: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    pictures: tuple[Picture, ...] = ()
    reply_to: str = ""  # who is answered, when it is not the house


# Composes the letter of a message, or None when its reason no longer stands (booking cancelled meanwhile).
Composer = Callable[[Message], Letter | None]

_composers: dict[str, Composer] = {}


def register(kind: str, composer: Composer) -> None:
    """Called by a trade's ``AppConfig.ready()``; a second composer for a kind is a programming error."""
    if _composers.setdefault(kind, composer) is not composer:
        raise ValueError(f"two composers for the kind {kind}")


def compose(message: Message) -> Letter | None:
    """The letter of a message as it stands now. Raises KeyError for a kind nobody registered."""
    return _composers[message.kind](message)


def as_email(letter: Letter, *, message: Message) -> EmailMultiAlternatives:
    """A mail in text and HTML. Its Message-ID comes from the row: a mailbox can fold a repeated delivery."""
    context = {**letter.context, "house": House.load()}
    email = EmailMultiAlternatives(
        subject=letter.subject,
        body=render_to_string(f"{letter.template}.txt", context),
        to=[message.to],
        reply_to=[letter.reply_to] if letter.reply_to else None,
        headers={
            "Message-ID": f"<message-{message.pk}@halle-et-jardins>",
            "Auto-Submitted": "auto-generated",
        },
    )
    email.attach_alternative(render_to_string(f"{letter.template}.html", context), "text/html")
    for attachment in letter.attachments:
        email.attach(attachment.name, attachment.content, attachment.mimetype)
    for picture in letter.pictures:
        email.attach(_inline(picture))
    return email


def _inline(picture: Picture) -> MIMEBase:
    part = MIMEImage(picture.content, "png")
    part.add_header("Content-ID", f"<{picture.cid}>")
    part.add_header("Content-Disposition", "inline", filename=f"{picture.cid}.png")
    return part
