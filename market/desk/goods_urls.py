"""The market's own screens, under the desk's address."""

from django.urls import path

from market.desk import imports

urlpatterns = [
    path("importer/", imports.ImportView.as_view(), name="import"),
    path("importer/verifier/", imports.CheckView.as_view(), name="check"),
    path("exporter.csv", imports.as_csv, name="csv"),
    path("exporter.xlsx", imports.as_xlsx, name="xlsx"),
    path("modele.xlsx", imports.example, name="example"),
]
