"""What the demo keeps so that a newcomer can read the mails the platform sends."""

from django.db import models


class DemoMail(models.Model):
    """A mail as one recipient got it."""

    to = models.EmailField()
    subject = models.CharField(max_length=998)  # a line of a mail is no longer [RFC 5322, 2.1.1]
    text = models.TextField()
    html = models.TextField(blank=True)
    received_at = models.DateTimeField(auto_now_add=True)

    objects: "models.Manager[DemoMail]" = models.Manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["to", "-id"], name="demo_mail_by_recipient")]

    def __str__(self) -> str:
        return f"{self.to} · {self.subject}"


class DemoAttachment(models.Model):
    """A file that came with a mail."""

    mail = models.ForeignKey(DemoMail, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=200)
    mimetype = models.CharField(max_length=100)
    content = models.BinaryField()

    objects: "models.Manager[DemoAttachment]" = models.Manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
