# Values of all 3,125 profiles of the EQ-5D-5L, from the published tables, in exact fractions (Python
# 3, standard library). Writes value_sets.csv: profile, UK 2026, England 2018, crosswalk; in thousandths.
from fractions import Fraction as F
from itertools import product
from math import floor

UK = {"2": "32 38 49 56 41", "3": "58 60 86 66 126", "4": "179 162 184 371 313", "5": "279 206 212 479 391"}
ENGLAND = {"2": "58 50 50 63 78", "3": "76 80 63 84 104", "4": "207 164 162 276 285", "5": "274 203 184 335 289"}
MVH = {"2": "69 104 36 123 71", "3": "314 214 94 386 236"}
P1_GIVEN_2 = [F(119, 671), F(41, 245), F(163, 824), F(211, 1061), F(219, 1060)]
P3_GIVEN_4 = [F(15, 208), F(35, 144), F(67, 204), F(159, 398), F(79, 161)]


def off(table, state):
    return sum(int(table[level].split()[d]) for d, level in enumerate(state) if level != "1")


def mvh(state):
    return 1000 - off(MVH, state) - (81 if set(state) != {"1"} else 0) - (269 if "3" in state else 0)


def split(d, level):
    return {
        "1": {"1": F(1)},
        "2": {"1": P1_GIVEN_2[d], "2": 1 - P1_GIVEN_2[d]},
        "3": {"2": F(1)},
        "4": {"2": 1 - P3_GIVEN_4[d], "3": P3_GIVEN_4[d]},
        "5": {"3": F(1)},
    }[level]


def crosswalk(state):
    total = F(0)
    for three in product("123", repeat=5):
        p = F(1)
        for d in range(5):
            p *= split(d, state[d]).get(three[d], F(0))
            if p == 0:
                break
        else:
            total += p * mvh(three)
    return floor(total + F(1, 2))


with open("value_sets.csv", "w") as out:
    out.write("profile,uk,england,crosswalk\n")
    for state in product("12345", repeat=5):
        row = ["".join(state), 1000 - off(UK, state), 1000 - off(ENGLAND, state), crosswalk(state)]
        out.write(",".join(str(cell) for cell in row) + "\n")
