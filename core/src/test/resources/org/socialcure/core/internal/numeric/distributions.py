"""Writes distributions.json: reference values of the normal, t and F distributions, by mpmath.

Computed at 40 digits from the incomplete beta integral and the error function, for large degrees of
freedom from the integral of the density; quantiles by Newton's method. Each row holds the
argument, the parameters and the value. Run: python3 distributions.py
"""
import json

import mpmath as mp

mp.mp.dps = 40
M = mp.mpf
HALF = M(1) / 2


def normal_upper(x):
    return mp.erfc(x / mp.sqrt(2)) / 2


def normal_centre(x):
    return mp.erf(x / mp.sqrt(2))


def t_density(t, df):
    return mp.exp(mp.loggamma((df + 1) / 2) - mp.loggamma(df / 2) - mp.log(df * mp.pi) / 2
                  - (df + 1) / 2 * mp.log1p(t * t / df))


def t_two_sided(t, df):
    if df <= 2000:
        return mp.betainc(df / 2, HALF, 0, df / (df + t * t), regularized=True)
    if t < HALF:
        return 1 - t_centre(t, df)
    # The hypergeometric series converges too slowly; the density falls by a factor e over 1/t.
    at = t_density(t, df)
    points, reach = [t], M(0)
    while t_density(points[-1], df) > at * M(10) ** -38:
        reach += 1 + reach / 4
        points.append(t + reach / max(t, M(1)))
    return 2 * at * mp.quad(lambda s: t_density(s, df) / at, points)


def t_centre(t, df):
    if df <= 2000:
        return mp.betainc(HALF, df / 2, 0, t * t / (df + t * t), regularized=True)
    return 2 * mp.quad(lambda s: t_density(s, df), [0, t / 2, t])


def f_upper(f, d1, d2):
    return mp.betainc(d2 / 2, d1 / 2, 0, d2 / (d2 + d1 * f), regularized=True)


def lower_quantile(p, both_tails, centre, density):
    """Minus the positive x whose two tails hold 2p; for p below 1/2."""
    far = p < M(1) / 4
    goal = mp.log(2 * p if far else 1 - 2 * p)
    u = mp.log(mp.sqrt(-2 * mp.log(2 * p)) if far else (HALF - p) * M("2.5"))
    for _ in range(200):
        x = mp.exp(u)
        share = both_tails(x) if far else centre(x)
        slope = 2 * x * density(x) / share
        step = (mp.log(share) - goal) / (slope if far else -slope)
        u += max(M(-1), min(M(1), step))
        if abs(step) < M(10) ** -24:
            return -mp.exp(u)
    raise ArithmeticError((p, u))


tables = {}


def row(name, value, *arguments):
    tables.setdefault(name, []).append([float(a) for a in arguments] + [float(mp.nstr(value, 20))])


for x in [0.0, 1e-9, 0.01, 0.3, 0.6, 0.67, 0.7, 1.0, 1.5, 1.959963984540054, 2.0, 2.6, 3.0, 4.5, 5.6,
          5.7, 8.2, 12.0, 20.0, 24.5, 30.0, 37.5, -0.2, -1.0, -2.6, -5.0, -8.0]:
    row("normal-upper", normal_upper(M(x)), x)
for x in [0.0, 0.3, 0.7, 2.0, 5.6, 5.7, 12.0, 37.5, 100.0, 1e4]:
    row("mills-ratio", normal_upper(M(x)) / mp.npdf(M(x)), x)
for p in [1e-300, 1e-100, 1e-30, 1e-15, 1e-12, 1e-6, 0.001, 0.005, 0.025, 0.05, 0.0749, 0.076, 0.1,
          0.2, 0.4, 0.4999, 0.49999999]:
    row("normal-quantile",
        lower_quantile(M(p), lambda x: 2 * normal_upper(x), normal_centre, mp.npdf), p)
    if p > 1e-10:
        upper = -lower_quantile(1 - M(1 - p), lambda x: 2 * normal_upper(x), normal_centre, mp.npdf)
        row("normal-quantile", upper, 1 - p)
for df in [M(d) for d in (0.5, 1.0, 2.0, 3.0, 5.5, 10.0, 30.0, 119.0, 629.0, 1e4, 1e6, 1e8)]:
    for t in [1e-8, 0.01, 0.5, 1.3, 1.959963984540054, 3.3, 5.2185, 10.0, 20.0, 37.0]:
        value = t_two_sided(M(t), df)
        if value > 1e-300:
            row("t-two-sided", value, t, df)
    for p in [1e-20, 1e-12, 1e-6, 0.005, 0.025, 0.2, 0.26, 0.4, 0.4999]:
        row("t-quantile",
            lower_quantile(M(p), lambda t: t_two_sided(t, df), lambda t: t_centre(t, df),
                           lambda t: t_density(t, df)), p, df)
for d1 in [1.0, 2.0, 3.0, 10.0, 30.0]:
    for d2 in [1.0, 5.0, 50.0, 297.0, 1000.0, 3e4]:
        for f in [1e-6, 0.2, 1.0, 2.5, 15.5, 120.0]:
            value = f_upper(M(f), M(d1), M(d2))
            if value > 1e-300:
                row("f-upper", value, f, d1, d2)

with open("distributions.json", "w") as out:
    out.write("{\n")
    out.write(",\n".join('"%s": [\n%s\n]' % (name, ",\n".join(map(json.dumps, rows)))
                         for name, rows in tables.items()))
    out.write("\n}\n")
