"""What `Dataset.widen("id", "wave", List.of("before", "during"))` must hold for lockdown-loneliness.csv.

Usage: python3 widened.py lockdown-loneliness.csv > widened.csv
One line per widened column, in order: its name, how many of its cells are present, and their sum
(empty for text). Made with Python's csv module and nothing of this library.
"""

import csv
import sys

WAVES = ["before", "during"]

with open(sys.argv[1], newline="", encoding="utf-8") as file:
    rows = list(csv.DictReader(file))

people = {}
for row in rows:
    people.setdefault(row["id"], {})[row["wave"]] = row


def describe(name, cells):
    present = [cell for cell in cells if cell not in (None, "")]
    try:
        total = sum(int(cell) for cell in present)
    except ValueError:
        total = ""
    print(f"{name},{len(present)},{total}")


print("column,present,sum")
describe("id", people)
for name in [name for name in rows[0] if name not in ("id", "wave")]:
    values = {
        key: {wave: seen[wave][name] for wave in WAVES if wave in seen and seen[wave][name] != ""}
        for key, seen in people.items()
    }
    if all(len(set(by_wave.values())) <= 1 for by_wave in values.values()):
        describe(name, [next(iter(by_wave.values()), None) for by_wave in values.values()])
        continue
    for wave in WAVES:
        describe(f"{name}@{wave}", [by_wave.get(wave) for by_wave in values.values()])
    describe(
        f"{name}@change",
        [
            str(int(by_wave["during"]) - int(by_wave["before"]))
            for by_wave in values.values()
            if len(by_wave) == 2
        ],
    )
