"""Customers: create, retrieve, update, delete, list."""

from .calls import Call, Route, route
from .lists import PAGING, listed
from .parameters import ADDRESS, SHIPPING, Kind, Labels, Text, Texts, change_labels
from .vault import Resource, new_id, now

DETAILS: dict[str, Kind] = {
    "address": ADDRESS,
    "description": Text(clearable=True),
    "email": Text(clearable=True),
    "metadata": Labels(),
    "name": Text(clearable=True),
    "phone": Text(clearable=True),
    "preferred_locales": Texts(),
    "shipping": SHIPPING,
}


def create(call: Call) -> Resource:
    """A customer; no field is required."""
    customer: Resource = {
        "id": new_id("cus_", 14),
        "object": "customer",
        "address": None,
        "balance": 0,
        "created": now(),
        "currency": None,
        "default_source": None,
        "delinquent": False,
        "description": None,
        "email": None,
        "livemode": False,
        "metadata": {},
        "name": None,
        "phone": None,
        "preferred_locales": [],
        "shipping": None,
        "tax_exempt": "none",
    }
    _change(customer, call)
    call.emit("customer.created", call.vault.put(customer))
    return customer


def retrieve(call: Call) -> Resource:
    return call.vault.find("customer", call.ids[0])


def update(call: Call) -> Resource:
    """Change a customer's details."""
    customer = retrieve(call)
    _change(customer, call)
    call.emit("customer.updated", customer)
    return customer


def delete(call: Call) -> Resource:
    """Remove a customer and free its cards."""
    customer = retrieve(call)
    for method in call.vault.every("payment_method", customer=customer["id"]):
        method |= {"customer": None, "_spent": True}
    del call.vault.resources[customer["id"]]
    call.emit("customer.deleted", customer)
    return {"id": customer["id"], "object": "customer", "deleted": True}


def list_all(call: Call) -> Resource:
    """Customers, newest first, perhaps of one e-mail address."""
    where = {"email": call.params["email"]} if "email" in call.params else {}
    return listed(call, call.vault.every("customer", **where), "/v1/customers")


def _change(customer: Resource, call: Call) -> None:
    customer |= {
        name: call.params[name] for name in DETAILS if name in call.params and name != "metadata"
    }
    change_labels(customer, call.sent("metadata", {}))


ROUTES: list[Route] = [
    route("POST", "/v1/customers", create, **DETAILS),
    route("GET", "/v1/customers", list_all, email=Text(), **PAGING),
    route("GET", "/v1/customers/{id}", retrieve),
    route("POST", "/v1/customers/{id}", update, **DETAILS),
    route("DELETE", "/v1/customers/{id}", delete),
]
