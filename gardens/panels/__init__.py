"""What a household's page shows of its plot: each part of the garden's life has its panel here, in order."""

from datetime import datetime

from gardens.models import Tenancy
from gardens.panels.care import notices_panel, rota_panel, things_panel
from gardens.panels.growing import growing_panel
from gardens.panels.panel import Painter, Panel
from gardens.panels.seasons import care_panel, season_panel
from gardens.panels.sharing import sharing_panel
from gardens.queries.news import news_of

PAINTERS: tuple[Painter, ...] = (
    care_panel,
    season_panel,
    growing_panel,
    rota_panel,
    sharing_panel,
    things_panel,
    notices_panel,
)


def panels_of(tenancy: Tenancy, *, now: datetime) -> list[Panel]:
    """The panels of a household's page, those with nothing to show left out; the tenancy was read with its news."""
    news = news_of(tenancy)
    painted = (painter(tenancy, news, now) for painter in PAINTERS)
    return [panel for panel in painted if panel]
