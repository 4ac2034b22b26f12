"""The clock a second time: slow, obvious, minute by minute; shares no code with the program's.

Moments are minutes since midnight of the first day of a made-up world.
"""

DAY = 24 * 60
Pauses = tuple[tuple[int, int], ...]


class World:
    """A calendar of days 0, 1, …: for each day the counting stretches as minutes of that day."""

    def __init__(self, worked: tuple[tuple[tuple[int, int], ...], ...]) -> None:
        self.worked = worked
        self._minutes = {
            day * DAY + minute
            for day, stretches in enumerate(worked)
            for first, last in stretches
            for minute in range(first, last)
        }
        self._last = len(worked) * DAY

    def runs(self, minute: int) -> bool:
        """Whether the minute that begins here is worked."""
        assert minute < self._last, "walked out of the world"
        return minute in self._minutes

    def opening(self, day: int) -> int:
        """The first worked minute of a day, -1 for a day off."""
        return day * DAY + self.worked[day][0][0] if self.worked[day] else -1

    def close(self, day: int) -> int:
        """The end of the last worked minute of a day."""
        return day * DAY + self.worked[day][-1][1]


def still(minute: int, pauses: Pauses) -> bool:
    """Whether the minute that begins here lies in a pause."""
    return any(first <= minute < last for first, last in pauses)


def start_of(world: World, received: int, cutoff: int, start_cutoff: bool) -> int:
    """The first minute the clock may count; a pause that runs there already changes nothing of it."""
    minute, day = received, received // DAY
    if start_cutoff and world.opening(day) >= 0 and received % DAY > cutoff:
        minute = (day + 1) * DAY
    while not world.runs(minute):
        minute += 1
    return minute


def after_minutes(world: World, minute: int, left: int, pauses: Pauses) -> int:
    """Let so many worked minutes go by."""
    while left:
        if world.runs(minute) and not still(minute, pauses):
            left -= 1
        minute += 1
    return minute


def after_days(world: World, start: int, count: int, pauses: Pauses, same_time: bool) -> int:
    """Walk until so many days have opened, and on to an end that no pause covers."""
    while same_time and (not world.runs(start) or still(start, pauses)):
        start += 1
    opened, minute, today = 0, start, start // DAY
    while True:
        day = minute // DAY
        if day != today and minute == world.opening(day):
            today = day
            if not still(minute, pauses):
                opened += 1
        if opened >= count and day == today:
            end = world.close(day)
            if same_time:
                end = day * DAY + start % DAY
                while not world.runs(end) or still(end, pauses):
                    end += 1
                return end
            if not still(end - 1, pauses):
                return end
            minute = (day + 1) * DAY
            continue
        minute += 1


def after_dates(world: World, start: int, count: int, pauses: Pauses) -> int:
    """Count midnights that no pause covers, then go to the close of a worked day."""
    day, counted = start // DAY, 0
    while counted < count:
        day += 1
        if not still(day * DAY, pauses):
            counted += 1
    while world.opening(day) < 0 or any(f < world.close(day) <= t for f, t in pauses):
        day += 1
    return world.close(day)


def due(
    world: World,
    kind: str,
    halves: int,
    received: int,
    *,
    pauses: Pauses = (),
    cutoff: int = 15 * 60,
    due_cutoff: bool = True,
    start_cutoff: bool = False,
    same_time: bool = False,
) -> int:
    """The due minute of a term (months are left to the table tests)."""
    start = start_of(world, received, cutoff, start_cutoff)
    whole, half = divmod(halves, 2)
    if kind == "at once":
        return after_days(world, start, 0, pauses, False)
    if kind == "same day":
        late = due_cutoff and start % DAY > cutoff
        return after_days(world, start, 1 if late else 0, pauses, False)
    if kind == "working hours":
        return after_minutes(world, start, whole * 60, pauses)
    if kind == "calendar days":
        return after_dates(world, start, whole, pauses)
    end = after_days(world, start, whole, pauses, same_time) if whole else start
    return after_minutes(world, end, 4 * 60, pauses) if half else end
