"""The committee's own screens, under the desk's address."""

from django.urls import path

from gardens.desk import allotting, sharing, sharing_verbs

urlpatterns = [
    path("attribuer/", allotting.AllottingView.as_view(), name="allotting"),
    path("parcelles/<int:plot_id>/proposer/", allotting.OfferView.as_view(), name="offer"),
    path("propositions/<int:offer_id>/reprendre/", allotting.RevokeView.as_view(), name="revoke"),
    path("<int:garden_id>/criteres/", allotting.CriteriaView.as_view(), name="criteria"),
    path("partages/", sharing.SharingView.as_view(), name="sharing"),
    path("coins/<int:corner_id>/rapprocher/", sharing_verbs.MatchView.as_view(), name="match"),
    path(
        "rapprochements/<int:match_id>/reprendre/",
        sharing_verbs.RevokeMatchView.as_view(),
        name="revoke_match",
    ),
    path("partages/<int:agreement_id>/parler/", sharing_verbs.TalkView.as_view(), name="talk"),
    path(
        "partages/<int:agreement_id>/parcelle/",
        sharing_verbs.WholePlotView.as_view(),
        name="whole_plot",
    ),
]
