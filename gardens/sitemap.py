"""Plant sheets, where one asks for a plot, the plan and its plots. Gardens themselves are pages of the tree."""

from collections.abc import Iterator

from commons.cms.addresses import in_each_language
from commons.cms.sitemap import Listed
from commons.plants.models import Plant
from gardens.models import Garden, Plot


def listed() -> Iterator[Listed]:
    yield Listed(paths=in_each_language("gardens:plants"))
    for slug in Plant.objects.values_list("slug", flat=True).iterator():
        yield Listed(paths=in_each_language("gardens:plant", slug))
    for slug in Garden.objects.values_list("slug", flat=True).iterator():
        yield Listed(paths=in_each_language("gardens:this_month", slug))
        yield Listed(paths=in_each_language("gardens:request", slug))
        yield Listed(paths=in_each_language("gardens:plan", slug))
    plots = Plot.objects.current().values_list("garden__slug", "number")
    for slug, number in plots.iterator():
        yield Listed(paths=in_each_language("gardens:plot", slug, number))
