"""The plan of a garden, its plots and their labels, under the desk's address."""

from django.urls import path

from gardens.desk import drawing, labels, plot_verbs

urlpatterns = [
    path("<int:garden_id>/plan/", drawing.DrawView.as_view(), name="draw"),
    path("<int:garden_id>/etiquettes/", labels.LabelsView.as_view(), name="labels"),
    path("parcelles/<int:plot_id>/diviser/", plot_verbs.SplitView.as_view(), name="split"),
    path("parcelles/<int:plot_id>/reunir/", plot_verbs.MergeView.as_view(), name="merge"),
    path("parcelles/<int:plot_id>/retirer/", plot_verbs.RetireView.as_view(), name="retire"),
]
