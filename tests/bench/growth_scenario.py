# SPDX-License-Identifier: MIT
"""What a growth test runs: a command, at two sizes of what it works on."""
from dataclasses import dataclass
from pathlib import Path
from typing import Callable


@dataclass(frozen=True)
class Scenario:
    """A command whose work must not grow much faster than what it works on.

    `prepare(tracker, folder, size)` makes the database and the files; `tracker` runs the program with a list of
    arguments in that folder. `command` is run, and counted, at both sizes; its instructions may grow by `most`.
    """
    name: str
    prepare: Callable[[Callable[[list[str]], None], Path, int], None]
    command: list[str]
    sizes: tuple[int, int]
    most: float
