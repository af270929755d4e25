"""The committee's own screens, under the desk's address."""

from django.urls import path

from gardens.desk import allotting, answers, board, care, fees, seasons, sharing, sharing_verbs

urlpatterns = [
    path("attribuer/", allotting.AllottingView.as_view(), name="allotting"),
    path("parcelles/<int:plot_id>/proposer/", allotting.OfferView.as_view(), name="offer"),
    path("propositions/<int:offer_id>/reprendre/", allotting.RevokeView.as_view(), name="revoke"),
    path("<int:garden_id>/criteres/", allotting.CriteriaView.as_view(), name="criteria"),
    path("tableau/", board.BoardView.as_view(), name="board"),
    path("tableau/<int:garden_id>/parcelles.csv", board.as_csv, name="board_csv"),
    path("foyers/<int:tenancy_id>/", board.HouseholdView.as_view(), name="household"),
    path("foyers/<int:tenancy_id>/confirmer/", answers.ConfirmView.as_view(), name="confirm"),
    path("foyers/<int:tenancy_id>/fin/", answers.EndView.as_view(), name="end"),
    path("foyers/<int:tenancy_id>/nouvelles/", care.VisitView.as_view(), name="visit"),
    path("saisons/", seasons.SeasonsView.as_view(), name="seasons"),
    path("<int:garden_id>/ouvrir/", seasons.OpenSeasonView.as_view(), name="open_season"),
    path("saisons/<int:season_id>/", seasons.SeasonView.as_view(), name="season"),
    path("saisons/<int:season_id>/clore/", seasons.CloseSeasonView.as_view(), name="close_season"),
    path("reponses/<int:enrolment_id>/continue/", answers.StayForView.as_view(), name="stay_for"),
    path("reponses/<int:enrolment_id>/arrete/", answers.LeaveForView.as_view(), name="leave_for"),
    path("cotisations/", fees.FeesView.as_view(), name="fees"),
    path("cotisations/saison-<int:season_id>.csv", fees.as_csv, name="fees_csv"),
    path("cotisations/<int:enrolment_id>/recue/", fees.PaidByHandView.as_view(), name="by_hand"),
    path("cotisations/<int:enrolment_id>/dispenser/", fees.WaiveView.as_view(), name="waive"),
    path(
        "cotisations/<int:enrolment_id>/caution/",
        fees.DepositBackView.as_view(),
        name="deposit_back",
    ),
    path("nouvelles/", care.CasesView.as_view(), name="cases"),
    path("nouvelles/<int:case_id>/", care.CaseView.as_view(), name="case"),
    path("nouvelles/<int:case_id>/lue/", care.ReadView.as_view(), name="read_answer"),
    path("nouvelles/<int:case_id>/aide/", care.HelpView.as_view(), name="step_help"),
    path("nouvelles/<int:case_id>/avis/", care.NoticeView.as_view(), name="step_notice"),
    path("nouvelles/<int:case_id>/comite/", care.CommitteeView.as_view(), name="step_committee"),
    path("nouvelles/<int:case_id>/liberer/", care.ReleaseView.as_view(), name="step_released"),
    path("nouvelles/<int:case_id>/bien/", care.CloseCaseView.as_view(), name="step_closed"),
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
