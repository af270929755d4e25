"""Addresses: two routes that share a name or a path, and a link leads elsewhere than it says."""

from collections import Counter
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

OURS = {"gardens", "market", "workshops", "content", "gardens_desk", "gardens_plan"}


def routes(
    resolver: URLResolver, namespace: str = "", before: str = ""
) -> Iterator[tuple[str, str, str]]:
    """The namespace, the name and the whole path of each route."""
    for route in resolver.url_patterns:
        path = before + str(route.pattern)
        if isinstance(route, URLPattern):
            yield namespace, str(route.name), path
        else:
            yield from routes(route, route.namespace or namespace, path)


def twice(found: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    return [one for one, times in Counter(found).items() if times > 1]


def test_each_name_leads_to_one_address_and_each_address_to_one_page() -> None:
    ours = [route for route in routes(get_resolver()) if route[0] in OURS]
    assert len(ours) > 100
    assert twice((namespace, name) for namespace, name, _path in ours) == []
    assert twice((namespace, path) for namespace, _name, path in ours) == []
