"""The board of a market day and its verbs, orders and files, under the desk's address."""

from django.urls import path

from market.desk import board, exports, fund_verbs, order_verbs, planning, verbs

urlpatterns = [
    path("tableau/", board.today, name="today"),
    path("planifier/", planning.PlanView.as_view(), name="plan"),
    path("jours/<int:day_id>/", board.BoardView.as_view(), name="board"),
    path("jours/<int:day_id>/annoncer/", verbs.AnnounceView.as_view(), name="announce"),
    path("jours/<int:day_id>/clore/", verbs.CloseView.as_view(), name="close"),
    path("jours/<int:day_id>/rouvrir/", verbs.ReopenView.as_view(), name="reopen"),
    path("jours/<int:day_id>/preparer/", verbs.PrepareView.as_view(), name="prepare"),
    path("jours/<int:day_id>/terminer/", verbs.FinishView.as_view(), name="finish"),
    path("jours/<int:day_id>/annuler/", verbs.CallOffView.as_view(), name="call_off"),
    path("jours/<int:day_id>/reprendre/", verbs.CopyView.as_view(), name="copy"),
    path("jours/<int:day_id>/ecrire/", verbs.MessageView.as_view(), name="message"),
    path(
        "jours/<int:day_id>/etals/<int:stall_id>/reponse/",
        verbs.AnswerView.as_view(),
        name="answer",
    ),
    path(
        "commandes/<int:order_id>/changer/",
        order_verbs.ChangeOrderView.as_view(),
        name="change_order",
    ),
    path(
        "commandes/<int:order_id>/annuler/",
        order_verbs.CancelOrderView.as_view(),
        name="cancel_order",
    ),
    path("caisse/noter/", fund_verbs.NoteView.as_view(), name="note_fund"),
    path(
        "retractations/<int:withdrawal_id>/",
        order_verbs.TakeBackView.as_view(),
        name="take_back",
    ),
    path("ventes/", exports.ExportsView.as_view(), name="exports"),
    path("ventes/<str:name>.<str:kind>", exports.download, name="download"),
]
