"""Writes noncentral_t.json: P(T <= t) of the noncentral t distribution, by mpmath.

The mean of the normal distribution function over the distribution of the standard deviation, at 40
digits, split where the integrand turns. Each row holds t, the degrees of freedom, the noncentrality
and the value. Run: python3 noncentral_t.py
"""
import json
import random

import mpmath as mp

mp.mp.dps = 40


def cumulative(t, df, delta):
    t, df, delta = map(mp.mpf, (t, df, delta))
    constant = mp.log(2) + df / 2 * mp.log(df / 2) - mp.loggamma(df / 2)
    mode, width = mp.sqrt((df - 1) / df), 1 / mp.sqrt(df)

    def integrand(s):
        if s == 0:
            return mp.mpf(0)
        density = mp.exp(constant + (df - 1) * mp.log(s) - df * s * s / 2)
        return mp.erfc((delta - t * s) / mp.sqrt(2)) / 2 * density

    points = {mode + k * width for k in range(-24, 25, 2)} | {mp.mpf(0)}
    if t != 0:
        points |= {(delta + k) / t for k in (-12, -6, -3, 0, 3, 6, 12)}
    return mp.quad(integrand, sorted(p for p in points if 0 <= p <= mode + 24 * width))


random.seed(3)
rows = []
for df in [1, 2, 3, 9, 30, 119, 629, 10_000, 1_000_000]:
    for spread in [0, 2, 8, 40]:
        for _ in range(2):
            delta = round(random.gauss(0, spread), 3)
            if df <= 5:
                delta = min(3, max(-3, delta))
            t = round(delta + random.gauss(0, 1.5) * (1 + abs(delta) / df ** 0.5), 3)
            value = cumulative(t, df, delta)
            rows.append([t, df, delta, float(mp.nstr(value, 20))])

with open("noncentral_t.json", "w") as out:
    out.write("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n")
