"""Scores lockdown-loneliness.csv with nothing of this library and prints aggregates: python3 aggregates.py FILE > aggregates.csv

Only complete scales are scored. UCLA-3: sum. De Jong Gierveld 11 (file codes 1 yes, 2 more or less, 3 no): emotional
items count when answered yes or more or less, social items when answered no or more or less. DASS-21 (file codes 1..4):
twice the sum of the codes less one.
"""

import csv
import statistics
import sys

DJG = {"emotional": [2, 3, 5, 6, 9, 10], "social": [1, 4, 7, 8, 11]}
DASS = {
    "depression": [3, 5, 10, 13, 16, 17, 21],
    "anxiety": [2, 4, 7, 9, 15, 19, 20],
    "stress": [1, 6, 8, 11, 12, 14, 18],
}


def answers(row, prefix, items):
    cells = [row[f"{prefix}_{i}"] for i in items]
    return None if "" in cells else [int(c) for c in cells]


def scores(row):
    a = answers(row, "ucla3", range(1, 4))
    yield "ucla-3.total", a and sum(a)
    parts = {}
    for scale, items in DJG.items():
        a = answers(row, "djg11", items)
        lonely = (1, 2) if scale == "emotional" else (2, 3)
        parts[scale] = None if a is None else sum(c in lonely for c in a)
        yield f"de-jong-gierveld-11.{scale}", parts[scale]
    yield "de-jong-gierveld-11.total", None if None in parts.values() else sum(parts.values())
    for scale, items in DASS.items():
        a = answers(row, "dass21", items)
        yield f"dass-21.{scale}", None if a is None else 2 * sum(c - 1 for c in a)


def main():
    found = {}
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for scale, score in scores(row):
                found.setdefault((scale, row["wave"]), []).append(score)
    print("scale,wave,rows,n,mean,sd")
    for (scale, wave), all_rows in sorted(found.items()):
        x = [s for s in all_rows if s is not None]
        print(f"{scale},{wave},{len(all_rows)},{len(x)},{statistics.fmean(x)!r},{statistics.stdev(x)!r}")


main()
