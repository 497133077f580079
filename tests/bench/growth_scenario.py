# SPDX-License-Identifier: MIT
"""What the test of growth tries: a command, on a database that is made at two sizes."""
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# With four times the facts the work of a command may grow by so much: the rest is for logarithms and for what is counted
# along with them.
LINEAR = 5
QUADRATIC = 18


@dataclass(frozen=True)
class Scenario:
    """`prepare(tracker, folder, size)` makes the database by the program itself: `tracker` takes a list of arguments and runs
    it in the folder. What `command` works beyond what it works on a database of size 1 is compared at the two sizes; between
    them it may grow `most` times."""

    name: str
    prepare: Callable[[Callable[[list[str]], None], Path, int], None]
    command: list[str]
    sizes: tuple[int, int] = (100, 400)
    most: float = LINEAR


def write_csv(path, header, rows):
    """Writes a file for `tracker import`."""
    path.write_text("".join(line + "\n" for line in (header, *rows)))
