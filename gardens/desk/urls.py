"""The committee's own screens, under the desk's address."""

from django.urls import path

from gardens.desk import allotting

urlpatterns = [
    path("attribuer/", allotting.AllottingView.as_view(), name="allotting"),
    path("parcelles/<int:plot_id>/proposer/", allotting.OfferView.as_view(), name="offer"),
    path("propositions/<int:offer_id>/reprendre/", allotting.RevokeView.as_view(), name="revoke"),
    path("<int:garden_id>/criteres/", allotting.CriteriaView.as_view(), name="criteria"),
]
