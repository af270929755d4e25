"""A product on its own page, with all that the law and a good greengrocer say of it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from market import ware
from market.basket import visitor_of
from market.models import Product
from market.structured import sharing_of_product
from market.views.answers import answer_line
from market.views.crumbs import crumbs
from market.views.lines import Troubles, status_of, take_line


@require_http_methods(["GET", "HEAD", "POST"])
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """Posting puts an offer of a coming day in the basket, or takes it out, and comes back here."""
    shown = get_object_or_404(
        Product.objects.select_related("producer", "plant", "picture"), slug=slug
    )
    troubles: Troubles = {}
    if request.method == "POST":
        troubles = take_line(request)
        if "HX-Request" in request.headers:
            return answer_line(request, troubles=troubles)
        if not troubles:
            return HttpResponseRedirect(f"{request.path}#offre-{request.POST['offer']}", status=303)
    seen = ware.seen(shown, visitor=visitor_of(request), troubles=troubles, at=timezone.now())
    return render(
        request,
        "market/product.html",
        {
            "seen": seen,
            "product": shown,
            "crumbs": crumbs(shown.name),
            "sharing": sharing_of_product(
                shown,
                offers=[coming.offer for coming in seen.coming],
                collective=seen.collective,
                path=shown.get_absolute_url(),
            ),
            "basket_lines": seen.basket_lines,
            "basket_total_cents": sum(line.total_cents for line in seen.basket_lines),
        },
        status=status_of(request, troubles),
    )
