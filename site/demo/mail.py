"""Where the mails of the demo go: to rows, shown at /demo/inbox/. Nothing leaves the machine."""

from collections.abc import Iterable, Sequence
from email.mime.image import MIMEImage

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

HTML = "text/html"
UNNAMED = "sans-nom"


class InboxBackend(BaseEmailBackend):
    """Django's mail backend of the demo."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep each mail once per recipient; how many mails were kept."""
        from demo.models import DemoMail

        for message in email_messages:
            for recipient in message.recipients():
                mail = DemoMail.objects.create(
                    to=recipient,
                    subject=str(message.subject),
                    text=str(message.body),
                    html=_html_of(message),
                )
                _keep_attachments(mail.pk, message)
        return len(email_messages)


def _html_of(message: EmailMessage) -> str:
    """Its pictures stand in it: a frame has no mail to take them from."""
    alternatives: Iterable[tuple[object, str]] = getattr(message, "alternatives", ())
    html = next((str(content) for content, mimetype in alternatives if mimetype == HTML), "")
    for part in message.attachments:
        if isinstance(part, MIMEImage):
            picture = "".join(str(part.get_payload()).split())
            name = str(part["Content-ID"]).strip("<>")
            html = html.replace(f"cid:{name}", f"data:{part.get_content_type()};base64,{picture}")
    return html


def _keep_attachments(mail_id: int, message: EmailMessage) -> None:
    """Files given by name and content, the way our letters give them."""
    from demo.models import DemoAttachment

    for attachment in message.attachments:
        if isinstance(attachment, tuple):
            name, content, mimetype = attachment
            DemoAttachment.objects.create(
                mail_id=mail_id,
                name=name or UNNAMED,
                mimetype=mimetype or "application/octet-stream",
                content=content.encode() if isinstance(content, str) else content,
            )
