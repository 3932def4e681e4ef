"""Golden values for the models in which all leave alike, in arbitrary precision; writes onerate.csv.gz beside it.

    python3 onerate_grid.py          Python 3.11, mpmath 1.3.0; about a minute

MBG/NBD with one chance p of leaving after a purchase ("geometric"), and Pareto/NBD with one rate mu ("exponential"). The integral over the
moment of leaving is taken as a generalised exponential integral, E_m(z), by a continued fraction or, for small z, by its series (incomplete
gamma function); probabilities are plain sums and a quadrature over the moment of leaving.
"""

import gzip
import itertools
import os

import mpmath as mp

mp.mp.dps = 60
AGE = mp.mpf(365)
AHEAD = mp.mpf(90)
FORCE = mp.mpf("0.0004")
SHAPES = ["0.05", "0.5", "5"]
SCALES = ["0.001", "0.1", "30", "10000"]
STAYS = ["0.05", "3", "25", "1000000"]
RATES = ["0.000001", "0.001", "0.1", "1"]
COUNTS = [0, 1, 172, 500, 5000, 50000]
FEW = [0, 1, 7]


def scaled_e(m, z):
    """e^z E_m(z), the integral of e^(-z w) (1 + w)^-m over w from 0."""
    if z > 1 or m > 20:
        # Modified Lentz; positive terms, converges for every z > 0 and quickly where m or z is large.
        b = z + m
        c = mp.mpf(10) ** 80
        d = 1 / b
        h = d
        for i in range(1, 100000):
            a = -i * (m - 1 + i)
            b += 2
            d = 1 / (a * d + b)
            c = b + a / c
            delta = c * d
            h *= delta
            if abs(delta - 1) < mp.mpf(10) ** -50:
                return h
        raise ArithmeticError((m, z))
    return mp.exp(z) * z ** (m - 1) * mp.gammainc(1 - m, z)


def geometric(r, alpha, stay, x, recency):
    p = 1 / (1 + stay)
    m = r + x
    rate = alpha + AGE
    common = mp.loggamma(m) - mp.loggamma(r) + r * mp.log(alpha) + x * mp.log(1 - p)
    alive = mp.log(1 - p) - m * mp.log(rate)
    gone = mp.log(p) - m * mp.log(alpha + recency)
    ll = common + max(alive, gone) + mp.log1p(mp.exp(-abs(alive - gone)))
    odds = alive - gone
    chance = 1 / (1 + mp.exp(-odds))
    future = chance * (1 - (1 + p * AHEAD / rate) ** -m) / p
    worth = chance * m / p * scaled_e(m + 1, FORCE * rate / p)
    return ll, odds, future, worth


def exponential(r, alpha, mu, x, recency):
    m = r + x
    rate = alpha + AGE
    begin = alpha + recency
    kappa = lambda a: mu * a * scaled_e(m, mu * a)
    # gone between recency and AGE, over there at AGE
    ratio = kappa(begin) * mp.exp(m * mp.log(rate / begin) + mu * (AGE - recency)) - kappa(rate)
    ll = mp.loggamma(m) - mp.loggamma(r) + r * mp.log(alpha) - m * mp.log(rate) - mu * AGE + mp.log1p(ratio)
    odds = None if recency == AGE else -mp.log(ratio)
    rate_now = m / rate / (1 + ratio)
    return ll, odds, rate_now * (1 - mp.exp(-mu * AHEAD)) / mu, rate_now / (mu + FORCE)


def pmf(n, r, odds):
    z = odds / (1 + odds)
    return mp.exp(mp.loggamma(r + n) - mp.loggamma(r) - mp.loggamma(n + 1)) * (1 - z) ** r * z**n


def geometric_window(r, alpha, stay, n, begin, end):
    """As a mean over the purchases before: m of them survived, then n more in the window."""
    p = 1 / (1 + stay)
    q = 1 - p
    z = begin / (alpha + begin)
    total = mp.mpf(0)
    weight = (1 - z) ** r
    m = 0
    while m < 4000:
        after = [pmf(j, r + m, (end - begin) / (alpha + begin)) for j in range(n + 1)]
        there = q ** (m + 1) * (q**n * after[n] + (q ** (n - 1) * p * (1 - sum(after[:n])) if n else 0))
        total += weight * (there + (1 - q ** (m + 1) if n == 0 else 0))
        weight *= z * (r + m) / (m + 1)
        m += 1
        if m > 50 and weight < mp.mpf(10) ** -40:
            return total
    raise ArithmeticError((r, alpha, begin))


def exponential_window(r, alpha, mu, n, begin, end):
    there = mp.exp(-mu * end) * pmf(n, r, (end - begin) / alpha)
    between = mp.quad(lambda y: mu * mp.exp(-mu * (begin + y)) * pmf(n, r, y / alpha), [0, 1e-6, 1e-3, 1, end - begin])
    return there + between + (1 - mp.exp(-mu * begin) if n == 0 else 0)


def text(value):
    return "" if value is None else mp.nstr(value, 13)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    lines = ["model,r,alpha,leave,x,recency,ll,logOddsAlive,expected,discounted"]
    for model, figures, leaving in [("geometric", geometric, STAYS), ("exponential", exponential, RATES)]:
        for names in itertools.product(SHAPES, SCALES, leaving):
            parameters = [mp.mpf(name) for name in names]
            for x in COUNTS:
                for recency in [mp.mpf(0), AGE / 2, AGE] if x else [mp.mpf(0)]:
                    lines.append(",".join([model, *names, str(x), text(recency), *map(text, figures(*parameters, x, recency))]))
    windows = ["model,r,alpha,leave,n,from,to,probability"]
    for model, window, leaves in [("geometric", geometric_window, ["3", "25"]), ("exponential", exponential_window, ["0.001", "0.1"])]:
        for leave, n, (begin, end) in itertools.product(leaves, FEW, [(0, 39), (39, 78), (5, 60)]):
            value = window(mp.mpf("0.7"), mp.mpf(9), mp.mpf(leave), n, mp.mpf(begin), mp.mpf(end))
            windows.append(",".join([model, "0.7", "9", leave, str(n), str(begin), str(end), text(value)]))
    with gzip.GzipFile(os.path.join(here, "onerate-histories.csv.gz"), "wb", mtime=0) as out:
        out.write(("\n".join(lines) + "\n").encode())
    with open(os.path.join(here, "onerate-windows.csv"), "w") as out:
        out.write("\n".join(windows) + "\n")
    print(len(lines), len(windows))


if __name__ == "__main__":
    main()
