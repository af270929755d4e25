"""What the platform sends is readable in the demo, and only there."""

from email.mime.image import MIMEImage

import pytest
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse


def send(to="amina@exemple.fr", subject="Votre place est réservée", *, attached=()):
    email = EmailMultiAlternatives(subject, "Bonjour : http://testserver/ateliers/", to=[to])
    email.attach_alternative('<p>Bonjour <a href="/ateliers/">ateliers</a></p>', "text/html")
    for name, content, mimetype in attached:
        email.attach(name, content, mimetype)
    return email.send()


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_no_inbox_outside_the_demo(client, db):
    assert client.get("/demo/inbox/").status_code == 404


@pytest.mark.usefixtures("demo")
class TestInbox:
    def test_an_empty_inbox_says_how_to_fill_it(self, client):
        assert "Réservez une place" in read(client, "/demo/inbox/")

    def test_mails_are_listed_the_newest_first_and_by_address(self, client):
        assert send() == 1
        send("paul@exemple.fr", "Votre commande")
        listed = read(client, "/demo/inbox/")
        assert listed.index("Votre commande") < listed.index("Votre place est réservée")
        assert "Votre commande" not in read(client, "/demo/inbox/?pour=amina")

    def test_a_picture_of_a_mail_is_shown_in_its_place(self, client):
        from demo.models import DemoMail

        picture = MIMEImage(b"not really a picture", "png")
        picture.add_header("Content-ID", "<code>")
        email = EmailMultiAlternatives("Réservé", "Bonjour", to=["amina@exemple.fr"])
        email.attach_alternative('<img src="cid:code" alt="">', "text/html")
        email.attach(picture)
        email.send()

        mail = DemoMail.objects.get()
        assert 'src="data:image/png;base64,' in mail.html
        assert not mail.attachments.exists()

    def test_a_mail_shows_its_text_with_links_and_its_frame(self, client):
        from demo.models import DemoMail

        send()
        mail = DemoMail.objects.get()
        page = read(client, reverse("demo:mail", args=[mail.pk]))
        assert '<a href="http://testserver/ateliers/"' in page
        assert 'sandbox="allow-top-navigation-by-user-activation"' in page

    def test_the_frame_runs_no_script(self, client):
        from demo.models import DemoMail

        send()
        response = client.get(reverse("demo:mail_html", args=[DemoMail.objects.get().pk]))
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert '<base target="_top">' in response.content.decode()

    def test_attachments_can_be_saved_as_they_were_sent(self, client):
        from demo.models import DemoAttachment

        send(attached=[("atelier.ics", b"BEGIN:VCALENDAR", "text/calendar")])
        file = DemoAttachment.objects.get()
        response = client.get(reverse("demo:attachment", args=[file.pk]))
        assert response.content == b"BEGIN:VCALENDAR"
        assert response["Content-Disposition"] == 'attachment; filename="atelier.ics"'

    def test_the_inbox_asks_few_questions(self, client, django_assert_max_num_queries):
        for number in range(30):
            send(f"personne{number}@exemple.fr", attached=[("a.ics", "x", "text/calendar")])
        with django_assert_max_num_queries(12):
            client.get("/demo/inbox/")
