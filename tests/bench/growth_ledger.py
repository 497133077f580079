# SPDX-License-Identifier: MIT
"""What grows in a ledger: one contract with many facts of each kind, long contracts, many contracts of a client."""
from datetime import date, timedelta

from growth_scenario import QUADRATIC, Scenario, write_csv

LAST_DAY = date(2026, 11, 19)  # the day before the one on which the commands are run


def contract(tracker, starts, fee):
    tracker(["init"])
    tracker(["client", "add", "a", "A", "--email", "a@example.org"])
    tracker(["contract", "add", "a", "1", "--starts", starts, "--fee", str(fee)])


def bring(tracker, folder, what, header, rows):
    write_csv(folder / f"{what}.csv", header, rows)
    tracker(["import", what, f"{what}.csv"])


def day_before(i):
    """A day of its own for each of the facts, up to thousands of them."""
    return LAST_DAY - timedelta(days=i)


def open_charges(tracker, folder, size):
    contract(tracker, "2021-01-01", 0)
    bring(tracker, folder, "charges", "client,contract,date,due,amount,currency,text",
          (f"a,1,{day_before(i)},{day_before(i - 5)},{10 + i % 7}.00,RUB,work {i}" for i in range(size)))


def paid_charges(tracker, folder, size):
    open_charges(tracker, folder, size)
    bring(tracker, folder, "payments", "client,contract,date,amount,currency,reference",
          (f"a,1,{day_before(i)},{9 + i % 7}.00,RUB,order {i}" for i in range(size)))


def extensions_of_one_fee(tracker, folder, size):
    contract(tracker, "2021-01-01", 100)
    bring(tracker, folder, "extensions", "client,contract,kind,period,date,until,reason",
          (f"a,1,payment,2021-01,{day_before(size - i)},{day_before(-i - 2)},why {i}" for i in range(size)))


def months(tracker, folder, size):
    """A contract of so many months, which pays and is served."""
    first = 2026 * 12 + 10 - size
    periods = [f"{month // 12}-{month % 12 + 1:02}" for month in range(first, 2026 * 12 + 10)]
    contract(tracker, f"{periods[0]}-01", 100)
    bring(tracker, folder, "payments", "client,contract,date,amount,currency",
          (f"a,1,{period}-{8 + i % 9:02},100.00,RUB" for i, period in enumerate(periods)))
    bring(tracker, folder, "fulfilments", "client,contract,kind,period,date",
          (f"a,1,{kind},{period},{period}-28" for period in periods for kind in ("statement", "documents", "salary")))


def contracts_to_come(tracker, folder, size):
    contract(tracker, "2026-01-01", 100)
    write_csv(folder / "contracts.csv", "client,contract,signed,starts,ends,currency,fee,pay_day,grace,resume,clause",
              (f"a,of-many-{i},,2026-10-01,,RUB,100.00,10,5,0," for i in range(size)))


SCENARIOS = [
    *(Scenario(f"{' '.join(command)}, many open charges", open_charges, command)
      for command in (["pay", "a", "5"], ["why", "a"], ["export", "balances"])),
    Scenario("remind, many open charges", open_charges, ["remind"], sizes=(200, 800)),
    Scenario("pay, many paid charges", paid_charges, ["pay", "a", "-5"]),
    Scenario("pay, many extensions of one fee", extensions_of_one_fee, ["pay", "a", "5"], sizes=(200, 800)),
    Scenario("check, a long contract", months, ["check"], sizes=(30, 120), most=QUADRATIC),
    Scenario("import, many contracts of a client", contracts_to_come, ["import", "contracts", "contracts.csv"]),
]
