# SPDX-License-Identifier: MIT
"""Rule R10 once more, written from the rule: which letter each contract gets on each day, what about, what it lists.

The model knows nothing of how the program decides. It takes the open items and the suspensions of a day from `tracker
export`, and the grace and the end of a contract from the files that the test itself imports.
"""
import collections
import datetime

DAY = datetime.timedelta(days=1)
QUIET = 2 * DAY  # after a monthly letter no reminder before a due date names again what it named

Item = collections.namedtuple("Item", "kind period due number outstanding")  # number: among equal charges of one day
Pause = collections.namedtuple("Pause", "reason since until cleared")
Expected = collections.namedtuple("Expected", "matters items warning blocked")
Work = collections.namedtuple("Work", "kind period due")  # of ours, neither done nor waived nor withheld


def day_of(text):
    return datetime.date.fromisoformat(text)


def day_or_none(text):
    return day_of(text) if text else None


def period(day):
    return f"{day:%Y-%m}"


def last_day(day):
    return (day.replace(day=1) + 31 * DAY).replace(day=1) - DAY


def day_in(day, number):
    """The day of that number in a day's month, clamped to its last day."""
    return min(day.replace(day=1) + (number - 1) * DAY, last_day(day))


class State:
    """What the program exports of one day: the client's open items, our open work, and the suspensions of each contract."""

    def __init__(self, obligations, intervals):
        self.items = collections.defaultdict(list)
        self.work = collections.defaultdict(list)
        self.pauses = collections.defaultdict(list)
        charges = collections.Counter()
        for row in obligations:
            contract, due, number = (row["client"], row["contract"]), day_of(row["due"]), 0
            if row["kind"] == "charge":
                number = charges[contract, due]
                charges[contract, due] += 1
            if row["owed_by"] == "client" and row["status"] in ("upcoming", "due", "overdue"):
                self.items[contract].append(Item(row["kind"], row["period"], due, number, row["outstanding"]))
            if row["owed_by"] == "us" and row["status"] in ("upcoming", "due", "overdue", "blocked"):
                self.work[contract].append(Work(row["kind"], row["period"], due))
        for row in intervals:
            self.pauses[row["client"], row["contract"]].append(
                Pause(row["reason"], day_of(row["from"]), day_or_none(row["until"]), day_or_none(row["cleared_on"])))

    def open_as(self, contract, item):
        """The same item on this day, None if it isn't open. A charge is known by its due date, which never moves."""
        charge = item.kind == "charge"
        for other in self.items[contract]:
            if other[:2] == item[:2] and (not charge or (other.due, other.number) == (item.due, item.number)):
                return other
        return None


class Days:
    """On which days letters go out: on working days of the production calendar, or on every day."""

    def __init__(self, holidays, working):
        self.off = {day_of(row["date"]) for row in holidays if row["kind"] == "holiday"}
        self.on = {day_of(row["date"]) for row in holidays if row["kind"] == "workday"}
        self.working = working

    def goes_out(self, day):
        return not self.working or day in self.on or (day.weekday() < 5 and day not in self.off)

    def before(self, day):
        while not self.goes_out(day):
            day -= DAY
        return day

    def after(self, day):
        while not self.goes_out(day):
            day += DAY
        return day

    def at_offset(self, due, offset):
        return (self.after if offset > 0 else self.before)(due + offset * DAY)


class Model:
    """Asked on the days that run, it says what each run has to send.

    Where the rule leaves it open, the model says: an item has reminders for each due date that it is given, so that an
    extension has its own; of several missed ones the last goes out, while the item is still open (or is again); what
    falls due after a contract's end is reminded of, but there are no notices after it, only withdrawals.

    `contracts` says of each when it starts and ends, its grace from each period on, and under "needs" the kinds of papers
    that a kind of our work needs and the number of months that one piece of it accounts for.
    `states[day]` is the state of a day as it is known when the model is asked; `payments()` the payments that are on
    record then, as {contract: [(day, amount, reference)]}; `known_through()` the day through which statements speak,
    None if there are none.
    """

    def __init__(self, contracts, states, days, payments, first, reminder_day=1, offsets=(-1, 1, 3),
                 blocked_offset=5, known_through=lambda: None):
        self.contracts, self.states, self.days, self.payments = contracts, states, days, payments
        self.first, self.reminder_day, self.offsets, self.known_through = first, reminder_day, offsets, known_through
        self.blocked_offset = blocked_offset
        self.told = {contract: set() for contract in contracts}
        self.notices = {contract: {} for contract in contracts}  # since: (what was said last, when notified, references known)
        self.named = {contract: [] for contract in contracts}  # by monthly letters: (day, names of items)

    def run(self, today):
        """{contract: Expected} of the first run of a day; those after it send nothing."""
        if not self.days.goes_out(today):
            return {}
        self.known = self.known_through() or today - DAY
        letters = {contract: self.letter(contract, today) for contract in self.contracts}
        return {contract: letter for contract, letter in letters.items() if letter.matters}

    def say(self, contract, *matter):
        """Whether it wasn't said before."""
        new = matter not in self.told[contract]
        self.told[contract].add(matter)
        return new

    def proven(self, item, today):
        """Money is called overdue once it is known through its due date that it didn't come."""
        return not item.outstanding or item.due >= today or self.known >= item.due

    def letter(self, contract, today):
        owed = self.states[today].items[contract]
        provable = [item for item in owed if self.proven(item, today)]
        matters, items = [], []
        notice, asks_for_all = self.notice(contract, today)
        if notice:
            matters += notice
            items += [item for item in (owed if asks_for_all else provable) if item.due < today]
        month, monthly = self.monthly(contract, today)
        monthly = [item for item in monthly if item in provable]
        if monthly and self.say(contract, "monthly", month):
            matters.append(f"monthly {month}")
            items += monthly
            self.named[contract].append((today, {item[:2] + item[3:4] for item in monthly}))
        for item in provable:
            offset = self.offset(contract, item, today)
            if offset is not None and self.say(contract, *item[:4], offset):
                matters.append(f"{item.kind} {item.period} {offset:+d}")
                items.append(item)
        blocked = self.blocked_work(contract, today)
        matters += [f"blocked {work.kind} {work.period}" for work in blocked]
        listed = [item for item in owed if item in items]
        return Expected(sorted(matters), sorted((item.due, item.outstanding) for item in listed),
                        self.warning(contract, today), sorted(work.due for work in blocked))

    def monthly(self, contract, today):
        """(a) on the last reminder day: what was owed then, fell due in its month or was overdue, and is still owed."""
        month = last_day(today) + DAY
        while self.days.before(day_in(month, self.reminder_day)) > today:
            month = (month - DAY).replace(day=1)
        day = self.days.before(day_in(month, self.reminder_day))
        if day < self.first:
            return period(month), []
        owed = [item for item in self.states[day].items[contract]
                if month <= item.due <= last_day(month) or item.due < day]
        still = [self.states[today].open_as(contract, item) for item in owed]
        return period(month), [item for item in still if item]

    def offset(self, contract, item, today):
        """(b) the last offset that was reached, if the item was open and due on the same day then."""
        reached = [offset for offset in self.offsets if self.days.at_offset(item.due, offset) <= today]
        if not reached:
            return None
        day = self.days.at_offset(item.due, max(reached))
        if day < self.first:
            return None
        if max(reached) < 0 and any(item[:2] + item[3:4] in names and day <= written + QUIET
                                    for written, names in self.named[contract]):
            return None
        then = self.states[day].open_as(contract, item)
        return max(reached) if then and then.due == item.due else None

    def blocked_work(self, contract, today):
        """Our work that is near, or past, its due date and whose papers aren't all here, each piece once."""
        needs = self.contracts[contract].get("needs", {})
        missing = {item[:2] for item in self.states[today].items[contract]}
        found = []
        for work in self.states[today].work[contract] if self.blocked_offset else ():
            if work.kind not in needs:
                continue
            kinds, length = needs[work.kind]
            last = day_of(f"{work.period}-01")
            months = [last]
            while len(months) < length:
                months.append((months[-1] - DAY).replace(day=1))
            papers = {(kind, period(month)) for kind in kinds for month in months}
            told_from = self.days.at_offset(work.due, -self.blocked_offset)
            if papers & missing and self.first <= told_from <= today and self.say(contract, "blocked", *work[:2]):
                found.append(work)
        return found

    def ended(self, contract, day):
        ends = self.contracts[contract]["ends"]
        return ends is not None and day > ends

    def notice(self, contract, today):
        """What is said of service, and whether all that is overdue must be paid for it to go on."""
        pauses, notices = self.states[today].pauses[contract], self.notices[contract]
        unpaid = sorted(pause for pause in pauses if pause.reason == "no-payment")
        holds = [pause for pause in pauses if pause.since <= today and (not pause.until or today < pause.until)]
        holding = next((pause for pause in holds if pause.reason == "no-payment"), None)
        wrong = [since for since, said in notices.items()
                 if said[0] != "withdrawal" and since not in [pause.since for pause in unpaid]]
        if self.ended(contract, today):
            return self.withdraw(contract, wrong), False
        if holding and notices.get(holding.since, ("",))[0] != "suspension":
            if today <= holding.since or self.known < holding.since:
                return [], False
            matters = self.withdraw(contract, wrong)
            notices[holding.since] = "suspension", today, {row[2] for row in self.payments()[contract]}
            return [f"suspension {holding.since}"] + matters, True
        if wrong:
            return self.withdraw(contract, wrong), bool(holding) and not holding.cleared
        if holding:
            return ([], False) if holding.cleared else (self.part_payments(contract, holding, today), True)
        over = [pause.since for pause in unpaid if pause.since in notices]
        if over and not holds and notices[over[-1]][0] == "suspension":
            notices[over[-1]] = "reinstatement", *notices[over[-1]][1:]
            return [f"reinstatement {over[-1]}"], False
        return [], False

    def withdraw(self, contract, wrong):
        for since in wrong:
            self.notices[contract][since] = "withdrawal", *self.notices[contract][since][1:]
        return [f"withdrawal {since}" for since in wrong]

    def part_payments(self, contract, pause, today):
        """Money of each day since the suspension began that the notice didn't know of."""
        _, notified, references = self.notices[contract][pause.since]
        came = collections.Counter()
        for day, amount, reference in self.payments()[contract]:
            if pause.since <= day <= today and (day > notified or reference not in references):
                came[day] += amount
        return [f"part-payment {day}" for day in sorted(came) if came[day] > 0 and self.say(contract, "part-payment", day)]

    def warning(self, contract, today):
        """R9: the day on which service pauses unless something comes; None while it is paused or has ended."""
        pauses = self.states[today].pauses[contract]
        if self.ended(contract, today) or any(pause.since <= today and (not pause.until or today < pause.until)
                                              for pause in pauses):
            return None
        items = self.states[today].items[contract]
        if not all(self.proven(item, today) for item in items):
            return None
        pauses_on = []
        ends = self.contracts[contract]["ends"]
        for item in items:
            grace = [days for since, days in self.contracts[contract]["grace"] if since <= item.period][-1]
            day = item.due + (grace + 1) * DAY
            if item.outstanding and item.due <= today < day and (ends is None or day <= ends):
                pauses_on.append(day)
        return min(pauses_on, default=None)
