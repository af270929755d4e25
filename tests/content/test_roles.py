"""Who may open what at the desk: every screen is decided here, and one that nobody decided fails."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from commons.people.models import Person
from content.models import ArticleIndexPage
from content.roles import (
    ADMINISTRATORS,
    FACILITATORS,
    FRONT_DESK,
    GARDEN_COORDINATORS,
    MARKET_COORDINATORS,
    PRODUCERS,
    REVIEWERS,
    TREASURERS,
    WORKSHOP_LEADS,
    WRITERS,
)
from market.models import Landmark
from tests.content.desk import person_in
from tests.content.factories import NeedFactory, PartnerFactory, TopicFactory, tell_the_house
from tests.demo.collective import forgotten
from tests.gardens.care import KeyFactory, NoticeFactory, ThingFactory, TurnFactory
from tests.gardens.factories import FeatureFactory, TenancyFactory, ask
from tests.gardens.growing_factories import SurplusFactory
from tests.gardens.seasons import sign
from tests.market.factories import OfferFactory, StallFactory, basket_of, order_of
from tests.market.solidarity import FundWordFactory, fill_the_fund
from tests.workshops.factories import CycleFactory, SessionFactory, book
from tests.workshops.factories import TopicFactory as WorkshopTopicFactory

pytestmark = pytest.mark.django_db

EVERY_ROLE = (
    WRITERS, REVIEWERS, WORKSHOP_LEADS, MARKET_COORDINATORS, GARDEN_COORDINATORS,
    PRODUCERS, TREASURERS, FRONT_DESK, FACILITATORS, ADMINISTRATORS,
)  # fmt: skip

# For each table, what each role may do with its rows: see, add, change, delete. Others: nothing.
SEE, ANSWER, KEEP, RULE = "s", "sc", "sac", "sacd"
ROWS = {
    "workshops.Workshop": {WORKSHOP_LEADS: KEEP, ADMINISTRATORS: RULE},
    "workshops.Session": {
        WORKSHOP_LEADS: KEEP,
        FRONT_DESK: SEE,
        FACILITATORS: SEE,
        ADMINISTRATORS: RULE,
    },
    "workshops.Cycle": {WORKSHOP_LEADS: KEEP, ADMINISTRATORS: RULE},
    "workshops.Topic": {WORKSHOP_LEADS: KEEP, ADMINISTRATORS: RULE},
    "workshops.Booking": dict.fromkeys((WORKSHOP_LEADS, FRONT_DESK, ADMINISTRATORS), SEE),
    "market.Producer": {MARKET_COORDINATORS: KEEP, TREASURERS: SEE, ADMINISTRATORS: RULE},
    "market.Product": {MARKET_COORDINATORS: KEEP, PRODUCERS: KEEP, ADMINISTRATORS: RULE},
    "market.Offer": {MARKET_COORDINATORS: KEEP, PRODUCERS: KEEP, ADMINISTRATORS: RULE},
    "market.MarketDay": {MARKET_COORDINATORS: KEEP, ADMINISTRATORS: RULE},
    "market.Order": dict.fromkeys(
        (MARKET_COORDINATORS, TREASURERS, FRONT_DESK, ADMINISTRATORS), SEE
    ),
    "market.FundWord": {
        MARKET_COORDINATORS: KEEP,
        TREASURERS: KEEP,
        FRONT_DESK: SEE,
        ADMINISTRATORS: RULE,
    },
    "market.FundEntry": dict.fromkeys((MARKET_COORDINATORS, TREASURERS, ADMINISTRATORS), SEE),
    "gardens.Garden": {GARDEN_COORDINATORS: KEEP, ADMINISTRATORS: RULE},
    "gardens.Plot": {GARDEN_COORDINATORS: KEEP, ADMINISTRATORS: RULE},
    "gardens.Feature": {GARDEN_COORDINATORS: RULE, ADMINISTRATORS: RULE},
    "gardens.Tenancy": {GARDEN_COORDINATORS: KEEP, ADMINISTRATORS: RULE},
    "gardens.Charter": {GARDEN_COORDINATORS: KEEP, ADMINISTRATORS: RULE},
    "gardens.Signature": dict.fromkeys((GARDEN_COORDINATORS, ADMINISTRATORS), SEE),
    "gardens.Chore": {GARDEN_COORDINATORS: KEEP, ADMINISTRATORS: RULE},
    "gardens.Turn": dict.fromkeys((GARDEN_COORDINATORS, ADMINISTRATORS), ANSWER),
    "gardens.Thing": {GARDEN_COORDINATORS: KEEP, ADMINISTRATORS: RULE},
    "gardens.Key": {GARDEN_COORDINATORS: KEEP, ADMINISTRATORS: RULE},
    "gardens.Notice": dict.fromkeys((GARDEN_COORDINATORS, ADMINISTRATORS), KEEP),
    "market.Pitch": {MARKET_COORDINATORS: RULE, ADMINISTRATORS: RULE},
    "market.Landmark": {MARKET_COORDINATORS: RULE, ADMINISTRATORS: RULE},
    "content.Topic": {REVIEWERS: KEEP, ADMINISTRATORS: RULE},
    "content.Need": {REVIEWERS: KEEP, ADMINISTRATORS: RULE},
    "content.Partner": {REVIEWERS: KEEP, ADMINISTRATORS: RULE},
    "content.LegalVersion": {ADMINISTRATORS: RULE},
    "content.Enquiry": dict.fromkeys((REVIEWERS, FRONT_DESK, ADMINISTRATORS), ANSWER),
    "content.ContactReason": {ADMINISTRATORS: RULE},
    "places.Place": {
        **dict.fromkeys((WORKSHOP_LEADS, MARKET_COORDINATORS, GARDEN_COORDINATORS), SEE),
        ADMINISTRATORS: RULE,
    },
    "gardens.Surplus": dict.fromkeys(
        (GARDEN_COORDINATORS, MARKET_COORDINATORS, FRONT_DESK, ADMINISTRATORS), SEE
    ),
    "gardens.PlotRequest": dict.fromkeys((GARDEN_COORDINATORS, FRONT_DESK, ADMINISTRATORS), SEE),
}
SETTINGS = {
    "places.House": {ADMINISTRATORS},
    "market.Collective": {TREASURERS, ADMINISTRATORS},
    "market.Solidarity": {MARKET_COORDINATORS, TREASURERS, ADMINISTRATORS},
}

ALL = set(EVERY_ROLE)
KEEP_FILES = {WRITERS, REVIEWERS, WORKSHOP_LEADS, MARKET_COORDINATORS, GARDEN_COORDINATORS,
              ADMINISTRATORS}  # fmt: skip
RULES = {ADMINISTRATORS}
HAVE_PAGES = {WRITERS, REVIEWERS, WORKSHOP_LEADS, MARKET_COORDINATORS, GARDEN_COORDINATORS,
              ADMINISTRATORS}  # fmt: skip
# Every screen without a row in its address, by the beginning of the address; the longest that fits decides.
SCREENS = {
    "": ALL,  # the first screen
    "account/": ALL,
    "api/": ALL,  # what choosers ask: each answer holds what the person may explore
    "choose-": ALL,  # links, in the text of a page
    "block-preview/": ALL,
    "dismissibles/": ALL,
    "embeds/": ALL,
    "failwhale/": ALL,  # raises, on purpose
    "logout/": ALL,
    "tag-autocomplete/": ALL,
    "test404/": ALL,
    "pages/": HAVE_PAGES,
    "forms/": HAVE_PAGES,  # no page of ours is a form
    "documents/": KEEP_FILES,
    "documents/chooser/": ALL,
    "documents/chooser/create/": KEEP_FILES,
    "images/": KEEP_FILES,
    "images/chooser/": ALL,
    "images/chooser/create/": KEEP_FILES,
    "ateliers/planifier/": {WORKSHOP_LEADS, ADMINISTRATORS},
    "marche/produits/": {MARKET_COORDINATORS, PRODUCERS, ADMINISTRATORS},
    "marche/tableau/": {MARKET_COORDINATORS, ADMINISTRATORS},
    "marche/planifier/": {MARKET_COORDINATORS, ADMINISTRATORS},
    "marche/caisse/noter/": {MARKET_COORDINATORS, TREASURERS, ADMINISTRATORS},
    "marche/ventes/": {MARKET_COORDINATORS, TREASURERS, ADMINISTRATORS},
    "jardins/attribuer/": {GARDEN_COORDINATORS, ADMINISTRATORS},
    "jardins/tableau/": {GARDEN_COORDINATORS, ADMINISTRATORS},
    "jardins/saisons/": {GARDEN_COORDINATORS, ADMINISTRATORS},
    "jardins/cotisations/": {GARDEN_COORDINATORS, TREASURERS, ADMINISTRATORS},
    "jardins/nouvelles/": {GARDEN_COORDINATORS, ADMINISTRATORS},
    "jardins/partages/": {GARDEN_COORDINATORS, ADMINISTRATORS},
    "redirects/": {REVIEWERS, ADMINISTRATORS},
    "rapports/": HAVE_PAGES,
    "reports/": HAVE_PAGES,
    "reports/locked/": HAVE_PAGES - {WRITERS},
    "reports/site-history/": RULES,
    "collections/": RULES,
    "collections/add/": RULES,
    "groups/": RULES,
    "users/": RULES,
    "sites/": RULES,
    "sites/new/": set(),
    "locales/": set(),
    "workflows/": RULES,
    "workflows/tasks/": set(),
    "workflows/task_chooser/": ALL,
    "snippets/": set(),  # all tables have their own menus
}  # fmt: skip
# These answer a form or a stopped door, not a look.
NOT_LOOKED_AT = (
    "failwhale/",
    "logout/",
    "snippets/",
    "test404/",
    "dismissibles/",
    "sites/new/",
    "workflows/task_chooser/",
)
# Before anybody has a role.
OUTSIDE = ("login/", "password_reset/", "jsi18n/", "sprite/", "^")


@pytest.fixture(scope="module")
def desk(django_db_setup, django_db_blocker):
    """A row in every table, and somebody of each role; laid once."""
    from django.core.management import call_command

    from tests.conftest import plant_roots

    with django_db_blocker.unblock(), forgotten():
        plant_roots()
        call_command("prepare_site", verbosity=0)
        yield {name: person_in(name) for name in EVERY_ROLE}


@pytest.fixture(autouse=True)
def _without_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


@pytest.fixture(scope="module")
def rows(desk):
    """A row of each table; the producer's own, where it has one."""
    StallFactory()
    tenancy, offer, session = TenancyFactory(), OfferFactory(), SessionFactory()
    FeatureFactory(garden=tenancy.plot.garden)
    ask(tenancy.plot.garden)
    sign(tenancy)
    TurnFactory(), ThingFactory(), KeyFactory(), NoticeFactory()
    SurplusFactory(tenancy=tenancy)
    book(session)
    CycleFactory(workshop=session.workshop)
    WorkshopTopicFactory()
    order_of(basket_of((offer, 1)))
    fill_the_fund(1000), FundWordFactory()
    offer.product.producer.people.add(desk[PRODUCERS])
    Landmark.objects.create(
        place=session.place, kind=Landmark.Kind.DOOR, x=0, y=0, width=10, height=1
    )
    TopicFactory(), NeedFactory(), PartnerFactory(), tell_the_house()
    session.workshop.facilitators.add(desk[FACILITATORS])
    mine = {"market.Offer": offer, "market.Product": offer.product}
    return {
        label(model): mine.get(label(model)) or model.objects.first()
        for model in get_snippet_models()
    }


def label(model) -> str:
    return model._meta.label


def opens(client: Client, address: str) -> bool:
    """Whether a screen lets somebody in: refused, they are sent back to the first one."""
    answer = client.get(address)
    back = answer.status_code == 302 and answer.url in {reverse("wagtailadmin_home"), "/"}
    return not back and answer.status_code != 403


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_every_table_and_setting_is_decided():
    assert {label(model) for model in get_snippet_models()} == set(ROWS)
    assert {label(model) for model in settings_registry} == set(SETTINGS)


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_rows(desk, rows, role):
    client = signed_in(desk[role])
    found, decided = {}, {}
    for model in get_snippet_models():
        name, row = label(model), rows[label(model)]
        url = row.snippet_viewset.get_url_name
        doors = {
            "s": reverse(url("list")),
            "a": reverse(url("add")),
            "c": reverse(url("edit"), args=[row.pk]),
            "d": reverse(url("delete"), args=[row.pk]),
        }
        found[name] = "".join(letter for letter, door in doors.items() if opens(client, door))
        decided[name] = ROWS[name].get(role, "")
        chooser = row.snippet_viewset.chooser_viewset.get_url_name("choose")
        assert opens(client, reverse(chooser)) is bool(decided[name]), name
    assert found == decided


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_settings(desk, role):
    client = signed_in(desk[role])
    opened = {
        label(model)
        for model in settings_registry
        if opens(
            client,
            reverse(
                "wagtailsettings:edit",
                args=[model._meta.app_label, model._meta.model_name, model.load().pk],
            ),
        )
    }
    assert opened == {name for name, who in SETTINGS.items() if role in who}


def addresses(patterns, before="") -> Iterator[str]:
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield address
        else:
            yield from addresses(pattern.url_patterns, address)


def screens() -> list[str]:
    """Each address of the desk that names no row, without the desk's own beginning."""
    own = [a.removeprefix("gestion/") for a in addresses(get_resolver().url_patterns)
           if a.startswith("gestion/")]  # fmt: skip
    return sorted(
        {
            a.replace("^", "")
            for a in own
            if "<" not in a and "(" not in a and not a.startswith((*OUTSIDE, "snippets/"))
        }
    )


def who_may(screen: str) -> set[str]:
    return SCREENS[max((s for s in SCREENS if screen.startswith(s)), key=len)]


def test_every_screen_is_decided():
    beginnings = set(SCREENS) - {""}
    undecided = [
        screen for screen in screens() if screen and not screen.startswith(tuple(beginnings))
    ]
    assert undecided == []


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_screens(desk, role):
    client = signed_in(desk[role])
    wrong = {
        screen: "opens" if role not in who_may(screen) else "stays shut"
        for screen in screens()
        if not screen.startswith(NOT_LOOKED_AT)
        and opens(client, f"/gestion/{screen}") is not (role in who_may(screen))
    }
    assert wrong == {}


# For each section of the tree: who may write drafts there, and who may publish.
COMMON = ({WRITERS, REVIEWERS, ADMINISTRATORS}, {REVIEWERS, ADMINISTRATORS})
LEGAL = (RULES, RULES)
SECTIONS = {
    "ateliers": ({REVIEWERS, WORKSHOP_LEADS, ADMINISTRATORS},) * 2,
    "producteurs": ({REVIEWERS, MARKET_COORDINATORS, ADMINISTRATORS},) * 2,
    "jardins": ({REVIEWERS, GARDEN_COORDINATORS, ADMINISTRATORS},) * 2,
    "agenda": COMMON,
    "articles": COMMON,
    "contact": COMMON,
    "effets": COMMON,
    "lieux": COMMON,
    "partenaires": COMMON,
    "saison": COMMON,
    "accessibilite": LEGAL,
    "conditions-de-vente": LEGAL,
    "mentions-legales": LEGAL,
    "vie-privee": LEGAL,
}


def sections() -> list[Page]:
    return list(Page.objects.filter(depth=3).specific())


def test_every_section_is_decided(desk):
    assert {page.slug for page in sections()} == set(SECTIONS)


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_pages(desk, role):
    person = desk[role]
    for page in sections():
        writes, publishes = SECTIONS[page.slug]
        rights = page.permissions_for_user(person)
        assert rights.can_edit() is (role in writes), page.slug
        assert rights.can_publish() is (role in publishes), page.slug
        # A live page is taken away by who may publish; a section and all it holds, by who rules.
        assert rights.can_delete() is (role in publishes), page.slug
    home = Page.objects.get(depth=2, locale__language_code="fr")
    assert home.permissions_for_user(person).can_edit() is (role in {REVIEWERS, ADMINISTRATORS})


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_the_form_of_a_page_opens_for_who_may_write_it(desk, role):
    articles = ArticleIndexPage.objects.get(locale__language_code="fr")
    client = signed_in(desk[role])
    edit = reverse("wagtailadmin_pages:edit", args=[articles.pk])
    add = reverse("wagtailadmin_pages:add", args=["content", "articlepage", articles.pk])
    writes = role in SECTIONS["articles"][0]
    assert opens(client, edit) is writes
    assert opens(client, add) is writes


FILES = {"images", "documents"}
WRITE = {"explorer", "reports", *FILES}
MENU = {
    WRITERS: WRITE,
    REVIEWERS: {*WRITE, "redaction", "messages", "settings"},
    WORKSHOP_LEADS: {*WRITE, "ateliers", "settings"},
    MARKET_COORDINATORS: {*WRITE, "marche", "jardins", "settings"},
    GARDEN_COORDINATORS: {*WRITE, "jardins", "settings"},
    PRODUCERS: {"marche"},
    TREASURERS: {"marche", "jardins", "settings"},
    FRONT_DESK: {"marche", "ateliers", "jardins", "messages"},
    FACILITATORS: {"ateliers"},
    ADMINISTRATORS: {*WRITE, "redaction", "messages", "marche", "ateliers", "jardins", "settings"},
}  # fmt: skip


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_each_role_sees_its_menu_and_nothing_else(desk, role, rf):
    from wagtail.admin.menu import admin_menu

    request = rf.get("/gestion/")
    request.user = desk[role]
    assert {item.name for item in admin_menu.menu_items_for_request(request)} == MENU[role]


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_the_desk_asks_everybody_for_a_second_factor(desk, role, settings):
    settings.SECOND_FACTOR_FOR_STAFF = True
    answer = signed_in(desk[role]).get(reverse("wagtailadmin_home"))
    assert (answer.status_code, answer.url) == (302, reverse("mfa_index"))
