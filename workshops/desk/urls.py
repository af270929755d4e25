"""A session's own screen and its verbs, under the desk's address."""

from django.urls import path

from workshops.desk import circular, exports, planning, screen, verbs

urlpatterns = [
    path("planifier/", planning.PlanView.as_view(), name="plan"),
    path("seances/<int:session_id>/", screen.SessionView.as_view(), name="session"),
    path("seances/<int:session_id>/deplacer/", verbs.MoveView.as_view(), name="move"),
    path("seances/<int:session_id>/places/", verbs.CapacityView.as_view(), name="capacity"),
    path("seances/<int:session_id>/annuler/", verbs.CancelView.as_view(), name="cancel"),
    path("seances/<int:session_id>/jumelle/", verbs.TwinView.as_view(), name="twin"),
    path("seances/<int:session_id>/dupliquer/", verbs.DuplicateView.as_view(), name="duplicate"),
    path("seances/<int:session_id>/inscrire/", verbs.BookForView.as_view(), name="book_for"),
    path("seances/<int:session_id>/ecrire/", circular.CircularView.as_view(), name="circular"),
    path(
        "seances/<int:session_id>/attente/<int:entry_id>/",
        verbs.TurnView.as_view(),
        name="turn",
    ),
    path("seances/<int:session_id>/personnes.csv", exports.as_csv, name="csv"),
    path("seances/<int:session_id>/personnes.xlsx", exports.as_xlsx, name="xlsx"),
]
