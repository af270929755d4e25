"""When each workshop comes round, where, and who has booked: whatever the day, each has a session soon."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil

from django.utils import timezone

from demo.collective import places

AHEAD = timedelta(weeks=6)
NEAR = timedelta(weeks=3)  # what lies farther is half booked as yet
HOLIDAYS = {(12, 24), (12, 25), (12, 31), (1, 1)}  # month and day

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


@dataclass(frozen=True, kw_only=True)
class Round:
    """A workshop's turn: every so many weeks, counted from the first Monday of the calendar.

    ``parties`` are the seats booked, household by household; a ``sought`` one fills at once. Every
    three weeks at most: with one holiday or another, each still has a session in sight.
    """

    workshop: str
    place: str
    weekday: int
    starts: time
    hours: float
    every: int
    week: int
    parties: tuple[int, ...] = ()
    sought: bool = False

    def dates(self, *, after: date, until: date) -> Iterator[date]:
        """The days of a span, its first one left out, on which it comes round."""
        for distance in range(1, (until - after).days + 1):
            day = after + timedelta(days=distance)
            weeks = (day.toordinal() - 1) // 7
            if (
                day.weekday() == self.weekday
                and weeks % self.every == self.week
                and (day.month, day.day) not in HOLIDAYS
            ):
                yield day

    def span(self, day: date) -> tuple[datetime, datetime]:
        """Its beginning and end on a day, in the hall's time."""
        start = datetime.combine(day, self.starts, tzinfo=timezone.get_default_timezone())
        return start, start + timedelta(hours=self.hours)

    def parties_by(self, *, now: datetime, starts_at: datetime) -> tuple[int, ...]:
        """Those who have booked by now; more do as the day comes near."""
        if self.sought or starts_at - now <= NEAR:
            return self.parties
        return self.parties[: ceil(len(self.parties) / 2)]


ROUNDS = (
    Round(
        workshop="tailler-sans-crainte", place=places.RIVERSIDE, weekday=SUNDAY,
        starts=time(9, 30), hours=3, every=3, week=0, parties=(2, 1, 3, 1),
    ),
    Round(
        workshop="le-compost-du-seau-au-sol", place=places.RIVERSIDE, weekday=SATURDAY,
        starts=time(14, 30), hours=1.5, every=3, week=1, parties=(4, 2),
    ),
    Round(
        workshop="semer-sous-abri", place=places.RIVERSIDE, weekday=SUNDAY,
        starts=time(14), hours=2, every=3, week=2, parties=(1, 2, 2, 1, 2),
    ),
    Round(  # full
        workshop="pain-au-levain", place=places.KITCHEN, weekday=SATURDAY,
        starts=time(10), hours=6, every=3, week=1, parties=(2, 1, 2, 1, 2),
        sought=True,
    ),
    Round(  # two seats left
        workshop="conserves-de-saison", place=places.KITCHEN, weekday=SATURDAY,
        starts=time(14), hours=3.5, every=3, week=2, parties=(3, 2, 1, 2), sought=True,
    ),
    Round(
        workshop="reparer-son-velo", place=places.HALL, weekday=THURSDAY,
        starts=time(18, 30), hours=2, every=2, week=0, parties=(1, 1),
    ),
    Round(
        workshop="cuisiner-du-trognon-aux-fanes", place=places.KITCHEN, weekday=FRIDAY,
        starts=time(18), hours=3.5, every=3, week=0, parties=(2, 2, 1),
    ),
    Round(  # nobody yet
        workshop="teindre-avec-les-plantes", place=places.HALL, weekday=SUNDAY,
        starts=time(10), hours=4, every=3, week=1,
    ),
    Round(
        workshop="lire-son-sol", place=places.HILLSIDE, weekday=TUESDAY,
        starts=time(17, 30), hours=1.5, every=3, week=1, parties=(1,),
    ),
    Round(
        workshop="mercredi-en-famille", place=places.RIVERSIDE, weekday=WEDNESDAY,
        starts=time(14), hours=2, every=2, week=1, parties=(3, 2),
    ),
)  # fmt: skip
