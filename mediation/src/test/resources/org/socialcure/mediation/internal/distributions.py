"""Writes distributions.csv: reference values of the normal, t, F and chi-square distributions.

Computed with mpmath at 50 digits from the incomplete beta and gamma integrals and the error
function; quantiles by bisection on the logarithm of the argument. Run: python3 distributions.py
"""
import mpmath as mp

mp.mp.dps = 50


def regularised_beta(a, b, x):
    return mp.betainc(a, b, 0, x, regularized=True)


def normal_upper(x):
    return mp.erfc(x / mp.sqrt(2)) / 2


def t_two_sided(t, df):
    return regularised_beta(df / 2, mp.mpf(1) / 2, df / (df + t * t))


def t_centre(t, df):
    return regularised_beta(mp.mpf(1) / 2, df / 2, t * t / (df + t * t))


def f_upper(f, d1, d2):
    return regularised_beta(d2 / 2, d1 / 2, d2 / (d2 + d1 * f))


def f_lower(f, d1, d2):
    return regularised_beta(d1 / 2, d2 / 2, d1 * f / (d2 + d1 * f))


def chi2_upper(x, df):
    return mp.gammainc(df / 2, x / 2, mp.inf, regularized=True)


def chi2_lower(x, df):
    return mp.gammainc(df / 2, 0, x / 2, regularized=True)


def invert(function, target, rising):
    """The positive argument at which a monotone function takes the target, to 25 digits."""
    def below(u):
        return (function(mp.exp(u)) < target) == rising

    step = mp.mpf(1) if below(mp.mpf(0)) else mp.mpf(-1)
    near, far = mp.mpf(0), step
    while below(far) == (step > 0):
        near, far = far, far * 2
    low, high = min(near, far), max(near, far)
    while high - low > mp.mpf(10) ** -22:
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return mp.exp((low + high) / 2)


def row(name, x, value, *parameters):
    cells = [name, repr(float(x))] + [repr(float(p)) for p in parameters]
    cells += [""] * (4 - len(cells)) + [mp.nstr(value, 20)]
    out.write(",".join(cells) + "\n")


M = mp.mpf
with open("distributions.csv", "w") as out:
    out.write("function,argument,parameter1,parameter2,value\n")
    for x in [0.0, 1e-9, 0.01, 0.3, 0.7, 1.0, 1.5, 1.959963984540054, 2.4, 2.5, 2.6, 3.0, 4.5, 6.0,
              8.2, 12.0, 20.0, 24.5, 30.0, 37.5, -0.2, -1.0, -2.5, -2.6, -5.0, -8.0]:
        row("normal-upper", x, normal_upper(M(x)))
    for p in [1e-300, 1e-100, 1e-30, 1e-12, 1e-6, 0.001, 0.005, 0.025, 0.05, 0.0749, 0.076, 0.1,
              0.2, 0.4, 0.4999, 0.49999999]:
        size = invert(normal_upper, M(p), False)
        row("normal-quantile", p, -size)
        if p > 1e-10:
            row("normal-quantile", 1 - p, invert(normal_upper, 1 - M(1 - p), False))
    for df in [0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0, 55.0, 120.0, 300.0, 808.0, 10000.0, 1e6]:
        for t in [1e-6, 0.01, 0.5, 1.0, 1.959963984540054, 3.0, 5.2185, 10.0, 33.0, 60.0]:
            row("t-two-sided", t, t_two_sided(M(t), M(df)), df)
        for p in [1e-20, 1e-6, 0.005, 0.025, 0.05, 0.2, 0.4, 0.4999]:
            p = M(p)
            size = (invert(lambda t: t_two_sided(t, M(df)) / 2, p, False) if p < 0.25 else
                    invert(lambda t: t_centre(t, M(df)), 1 - 2 * p, True))
            row("t-quantile", float(p), -size, df)
    for d1 in [1.0, 2.0, 3.0, 10.0, 100.0]:
        for d2 in [1.0, 5.0, 50.0, 297.0, 5000.0]:
            for f in [0.001, 0.2, 1.0, 2.5, 15.5, 120.0]:
                row("f-upper", f, f_upper(M(f), M(d1), M(d2)), d1, d2)
                row("f-lower", f, f_lower(M(f), M(d1), M(d2)), d1, d2)
            for p in [1e-6, 0.025, 0.5]:
                row("f-quantile", p, invert(lambda x: f_lower(x, M(d1), M(d2)), M(p), True), d1, d2)
            for p in [0.75, 0.9375]:
                row("f-quantile", p, invert(lambda x: f_upper(x, M(d1), M(d2)), 1 - M(p), False),
                    d1, d2)
    for df in [0.5, 1.0, 2.0, 3.0, 10.0, 77.0, 1000.0]:
        for x in [1e-8, 0.1, 1.0, 3.84, 9.0, 60.0, 550.0, 1000.0]:
            row("chi-square-upper", x, chi2_upper(M(x), M(df)), df)
            row("chi-square-lower", x, chi2_lower(M(x), M(df)), df)
        for p in [1e-6, 0.025, 0.5]:
            row("chi-square-quantile", p, invert(lambda x: chi2_lower(x, M(df)), M(p), True), df)
        for p in [0.75, 0.9375]:
            row("chi-square-quantile", p, invert(lambda x: chi2_upper(x, M(df)), 1 - M(p), False), df)
