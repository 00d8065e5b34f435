"""Writes product_of_normals.csv: P(AB <= q) for bivariate normal A and B, with mpmath.

The conditional integral with 30 digits, split where the integrand turns. Run:
python3 product_of_normals.py
"""
import mpmath as mp

mp.mp.dps = 30


def density(u):
    return mp.exp(-u * u / 2) / mp.sqrt(2 * mp.pi)


def cdf(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def product_cdf(a, sa, b, sb, rho, q):
    a, sa, b, sb, rho, q = map(mp.mpf, (a, sa, b, sb, rho, q))
    s = sb * mp.sqrt(1 - rho * rho)

    def integrand(u):
        x = a + sa * u
        if x == 0:
            return mp.mpf(0)
        z = (q / x - b - rho * sb * u) / s
        return density(u) * (cdf(z) if x > 0 else cdf(-z))

    points = {mp.mpf(k) for k in (-16, -8, -4, -2, -1, 0, 1, 2, 4, 8, 16)}
    zero = -a / sa
    points.add(zero)
    # Where q/x runs through the bulk of B, the integrand is steep.
    for k in (-12, -6, -3, -1.5, 0, 1.5, 3, 6, 12):
        c2, c1, c0 = sa * rho * sb, a * rho * sb + sa * (b + k * s), a * (b + k * s) - q
        roots = []
        if c2 == 0:
            if c1 != 0:
                roots = [-c0 / c1]
        else:
            d = c1 * c1 - 4 * c2 * c0
            if d >= 0:
                roots = [(-c1 - mp.sqrt(d)) / (2 * c2), (-c1 + mp.sqrt(d)) / (2 * c2)]
        points.update(roots)
    points = sorted(p for p in points if abs(p) <= 16)
    return mp.quad(integrand, points, maxdegree=10)


CASES = [
    (0.4765251989389897, 0.23569130733644023, 0.50644848342832338, 0.097048297672380004, 0),
    (0.2, 0.1, 0.4, 0.15, 0),
    (0, 1, 0, 1, 0),
    (0, 1, 0, 1, 0.7),
    (0.1, 1, -0.2, 2, -0.6),
    (3, 0.5, -2, 0.4, 0.3),
    (0.05, 0.2, 0.3, 0.001, 0.9),
    (1, 0.25, 1, 0.5, 0.999),
    (1000, 150, 0.002, 0.001, -0.2),
    (6, 1, 9, 1, 0),
]
with open("product_of_normals.csv", "w") as out:
    out.write("a,sa,b,sb,rho,q,cdf\n")
    for a, sa, b, sb, rho in CASES:
        mean = a * b + rho * sa * sb
        sd = (a * a * sb * sb + b * b * sa * sa + 2 * a * b * rho * sa * sb
              + sa * sa * sb * sb * (1 + rho * rho)) ** 0.5
        for k in (-4, -1.96, -1, -0.3, 0, 0.01, 0.7, 1.96, 3, 6):
            q = mean + k * sd
            value = product_cdf(a, sa, b, sb, rho, q)
            out.write(",".join(repr(float(v)) for v in (a, sa, b, sb, rho, q)))
            out.write("," + mp.nstr(value, 17) + "\n")
