"""The screens of gardens that are no table, under the desk's address."""

from django.urls import path

from gardens.desk import keys, notices, proposal, rota

urlpatterns = [
    path("<int:garden_id>/tours/", rota.BoardView.as_view(), name="rota"),
    path("<int:garden_id>/tours/annuler/", rota.call_off, name="call_off"),
    path("<int:garden_id>/tours/retablir/<int:call_off_id>/", rota.reinstate, name="reinstate"),
    path("<int:garden_id>/tours/<int:duty_id>/", rota.settle, name="settle"),
    path("<int:garden_id>/tours/poser/", rota.lay, name="lay"),
    path("<int:garden_id>/tours/proposer/", proposal.ProposalView.as_view(), name="proposal"),
    path("<int:garden_id>/tours/feuille/", rota.sheet, name="sheet"),
    path("<int:garden_id>/tours.csv", rota.as_csv, name="csv"),
    path("cles/<int:key_id>/", keys.KeyView.as_view(), name="key"),
    path("annonces/<int:notice_id>/", notices.NoticeView.as_view(), name="notice"),
]
