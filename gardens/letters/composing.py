"""Each letter by its kind; its words are found when it leaves, so that it tells how things stand then."""

from gardens.letters import kinds, of_plots, of_requests

COMPOSERS = {
    kinds.REQUEST_RECEIVED: of_requests.request_received,
    kinds.PLOT_CHANGED: of_plots.plot_changed,
}
