"""The floor plan holds in the database too: no relation points up, none joins two trades.

import-linter reads imports, and a foreign key given as a string is none. So each relation of each
model is held against the same order, read from the same contracts in pyproject.toml.
"""

import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import signals  # noqa: TID251 - to see that nobody listens
from django.test.utils import isolate_apps

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
MODEL_SIGNALS = (
    *(signals.pre_save, signals.post_save, signals.pre_delete, signals.post_delete),
    *(signals.pre_init, signals.post_init, signals.m2m_changed),
)

Model = type[models.Model]


def floors() -> list[list[str]]:
    """Our apps from the roof to the cellar; those of one floor do not know each other."""
    contracts = tomllib.loads(PYPROJECT.read_text())["tool"]["importlinter"]["contracts"]
    house, commons = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    above = [re.findall(r"\w+", floor) for floor in house if floor != "commons"]
    below = [[f"commons.{room}" for room in re.findall(r"\w+", floor)] for floor in commons]
    return above + below


DEPTHS = {app: depth for depth, floor in enumerate(floors()) for app in floor}


def app_of(model: Model) -> str:
    """The app's full name; empty for a class that no installed app claims."""
    return getattr(model._meta.app_config, "name", "")


def our_models() -> list[Model]:
    return [
        model for model in apps.get_models(include_auto_created=True) if app_of(model) in DEPTHS
    ]


def relations(model: Model) -> Iterator[tuple[str, Model]]:
    """Name and target of each relation that the model declares or inherits, its parents included."""
    for field in model._meta.get_fields(include_hidden=True):
        if isinstance(field, models.ForeignObjectRel):
            continue  # seen from its other end
        if field.related_model is not None:
            yield field.name, field.related_model
        if isinstance(field, models.ManyToManyField) and field.remote_field.through:
            yield f"{field.name} (through)", field.remote_field.through


def trespasses(model: Model) -> list[str]:
    """Each relation of the model that goes up, or sideways into another app, in words."""
    home = app_of(model)
    return [
        f"{model._meta.label}.{name} → {target._meta.label}"
        for name, target in relations(model)
        if app_of(target) not in {home, ""}
        and DEPTHS.get(app_of(target), len(DEPTHS)) <= DEPTHS[home]
    ]


def written_by_us(model: Model) -> Iterator[type]:
    """The model's class and those of its ancestors that stand in our own apps."""
    rooms = tuple(f"{app}." for app in DEPTHS)
    return (ancestor for ancestor in model.__mro__ if ancestor.__module__.startswith(rooms))


def test_every_app_of_ours_has_its_floor() -> None:
    root = PYPROJECT.parent
    ours = {
        config.name
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(root) and ".venv" not in Path(config.path).parts
    }
    assert ours
    assert ours <= DEPTHS.keys()


def test_every_relation_goes_down() -> None:
    models_checked = our_models()
    assert models_checked
    assert [line for model in models_checked for line in trespasses(model)] == []


def test_no_model_hides_logic_in_save_or_delete() -> None:
    """A verb is an action with a name; bulk_create() and update() would pass a save() by."""
    hidden = [
        f"{ancestor.__module__}.{ancestor.__name__}.{method}"
        for model in our_models()
        for ancestor in written_by_us(model)
        for method in ("save", "delete")
        if method in vars(ancestor)
    ]
    assert hidden == []


def test_no_app_of_ours_listens_to_the_signals_of_our_models() -> None:
    rooms = tuple(f"{app}." for app in DEPTHS)
    listeners = [
        f"{receiver.__module__} listens to {model._meta.label}"
        for model in our_models()
        for signal in MODEL_SIGNALS
        for receiver in chain(*signal._live_receivers(model))
        if getattr(receiver, "__module__", "").startswith(rooms)
    ]
    assert listeners == []


# The test of the test: a made-up model in each forbidden place is caught.


def a_model(app: str, name: str, **fields: models.Field | GenericRelation) -> Model:
    """A made-up model; use under isolate_apps, which knows where each app stands."""
    meta = type("Meta", (), {"app_label": app.rpartition(".")[2]})
    return type(name, (models.Model,), {"__module__": __name__, "Meta": meta, **fields})


KINDS_OF_RELATION = {
    "foreign key": lambda: models.ForeignKey("market.Order", models.PROTECT),
    "one to one": lambda: models.OneToOneField("market.Order", models.PROTECT),
    "many to many": lambda: models.ManyToManyField("market.Order"),
    "generic": lambda: GenericRelation("market.Order"),
}


@pytest.mark.parametrize("kind", KINDS_OF_RELATION)
@isolate_apps("market", "workshops", "django.contrib.contenttypes")
def test_a_relation_between_trades_is_caught(kind: str) -> None:
    a_model("market", "Order")
    seat = a_model("workshops", "Seat", order=KINDS_OF_RELATION[kind]())
    assert "workshops.Seat.order → market.Order" in trespasses(seat)


@isolate_apps("market", "commons.payments")
def test_a_relation_that_goes_up_is_caught() -> None:
    a_model("market", "Order")
    paid = a_model(
        "commons.payments", "Paid", order=models.ForeignKey("market.Order", models.PROTECT)
    )
    assert trespasses(paid) == ["payments.Paid.order → market.Order"]


@isolate_apps("commons.notices", "commons.payments")
def test_a_relation_along_a_floor_of_commons_is_caught() -> None:
    a_model("commons.notices", "Letter")
    paid = a_model(
        "commons.payments", "Paid", letter=models.OneToOneField("notices.Letter", models.PROTECT)
    )
    assert trespasses(paid) == ["payments.Paid.letter → notices.Letter"]


@isolate_apps("workshops", "commons.people")
def test_a_relation_that_goes_down_is_welcome() -> None:
    a_model("commons.people", "Person")
    seat = a_model("workshops", "Seat", person=models.ForeignKey("people.Person", models.PROTECT))
    assert trespasses(seat) == []


@isolate_apps("market", "workshops")
def test_a_parent_in_another_trade_is_caught() -> None:
    order = a_model("market", "Order")
    meta = type("Meta", (), {"app_label": "workshops"})
    seat = type("Seat", (order,), {"__module__": __name__, "Meta": meta})
    assert trespasses(seat) == ["workshops.Seat.order_ptr → market.Order"]
