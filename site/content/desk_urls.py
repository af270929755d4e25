"""Screens of the desk that stand in place of Wagtail's, under its own addresses and names."""

from django.urls import path

from content import reports
from content.writing import edit_page

urlpatterns = [
    path("pages/<int:page_id>/edit/", edit_page),
    path("reports/site-history/", reports.history),
    path("reports/site-history/results/", reports.history_results),
]
