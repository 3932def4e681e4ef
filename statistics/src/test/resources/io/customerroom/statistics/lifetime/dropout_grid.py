"""Golden values for NBD, BG/NBD, MBG/NBD and MBG/CNBD-3 in arbitrary precision; writes the two .csv.gz files beside it.

    python3 dropout_grid.py          Python 3.11, mpmath 1.3.0; about a minute

The formulas are those of the papers (Gauss's hypergeometric function, sums over Erlang stages), not the ones the
program uses. Where a = 1 they are 0/0: there a = 1 + 1e-40 is taken, with digits to spare.
"""

import functools
import gzip
import itertools
import os

import mpmath as mp

mp.mp.dps = 110
AGE = mp.mpf(365)
AHEAD = mp.mpf(90)
SHAPES = ["0.05", "0.5", "5"]
LEAVING = ["0.05", "0.5", "1", "5"]
SCALES = ["0.001", "0.1", "30", "10000"]
SECOND = ["0.001", "2.5", "10000"]
COUNTS = [0, 1, 172, 500, 5000, 50000]


def exact(a):
    return mp.mpf(a) + (mp.mpf(10) ** -40 if a == "1" else 0)


def lbeta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def stages_waiting(k, shape, silence, rate):
    """Chance weights of 0..k-1 stages since the last purchase."""
    return [mp.rf(shape, j) / mp.factorial(j) * (silence / rate) ** j for j in range(k)]


def history(k, d, r, alpha, a, b, x, recency):
    """ln likelihood and ln odds of being alive (Fader, Hardie & Lee 2005; Batislam et al. 2007; Platzer & Reutterer 2016)."""
    shape = r + k * x
    n = x + d
    rate = alpha + AGE
    common = mp.loggamma(shape) - mp.loggamma(r) + r * mp.log(alpha) - lbeta(a, b)
    alive = lbeta(a, b + n) - shape * mp.log(rate) + mp.log(sum(stages_waiting(k, shape, AGE - recency, rate)))
    if n == 0:
        return common + alive, None
    gone = lbeta(a + 1, b + n - 1) - shape * mp.log(alpha + recency)
    top = max(alive, gone)
    total = top + mp.log(mp.exp(alive - top) + mp.exp(gone - top))
    return common + total, alive - gone


def purchases(shape, rate, a, b):
    """Expected purchases in AHEAD of somebody alive, one stage each."""
    z = AHEAD / (rate + AHEAD)
    h = mp.hyp2f1(a - 1, a + b - 1 - shape, a + b - 1, z) * (1 - z) ** (a - 1)
    return (a + b - 1) / (a - 1) * (1 - h)


def purchases_by_stage(k, phase, shape, rate, a, b):
    """The same with k stages: the sum over stages, plainly."""
    z = AHEAD / (rate + AHEAD)
    weight = (1 - z) ** shape
    total = mp.mpf(0)
    bought = mp.mpf(0)
    survival = mp.mpf(1)
    m = 0
    while True:
        total += weight * bought
        if m > shape * z / (1 - z) and weight * (bought + m) < total * mp.mpf(10) ** -22:
            return total
        weight *= z * (shape + m) / (m + 1)
        m += 1
        if (m + phase) % k == 0:
            i = (m + phase) // k - 1
            bought += survival
            survival *= (b + i) / (a + b + i)


def probability(k, d, r, alpha, a, b, n):
    """P(X(AGE) = n)."""
    z = AGE / (alpha + AGE)
    pmf = lambda m: mp.exp(mp.loggamma(r + m) - mp.loggamma(r) - mp.loggamma(m + 1) + r * mp.log1p(-z) + m * mp.log(z))
    e = n + d
    alive = mp.exp(lbeta(a, b + e) - lbeta(a, b)) * sum(pmf(m) for m in range(k * n, k * n + k))
    if e == 0:
        return alive
    return alive + mp.exp(lbeta(a + 1, b + e - 1) - lbeta(a, b)) * tail(k * n, r, alpha)


@functools.cache
def tail(m, r, alpha):
    """P(M >= m) of the stages, by plain sums."""
    z = AGE / (alpha + AGE)
    term = (1 - z) ** r
    below = mp.mpf(0)
    for j in range(m):
        below += term
        term *= z * (r + j) / (j + 1)
    if 1 - below > mp.mpf(10) ** -60:
        return 1 - below
    above = mp.mpf(0)
    while term > above * mp.mpf(10) ** -25:
        above += term
        term *= z * (r + m) / (m + 1)
        m += 1
    return above


def text(value):
    return "" if value is None else mp.nstr(value, 13)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    histories = ["model,r,alpha,a,b,x,recency,ll,logOddsAlive,expected"]
    newcomers = ["model,r,alpha,a,b,n,probability,expected"]
    for names in itertools.product(SHAPES, SCALES):
        r, alpha = mp.mpf(names[0]), mp.mpf(names[1])
        for x in COUNTS:
            common = mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha)
            ll = common - (r + x) * mp.log(alpha + AGE)
            pmf = mp.exp(ll + x * mp.log(AGE) - mp.loggamma(x + 1))
            future = (r + x) / (alpha + AGE) * AHEAD
            histories.append(",".join(["NBD", *names, "", "", str(x), "0.0", text(ll), "", text(future)]))
            newcomers.append(",".join(["NBD", *names, "", "", str(x), text(pmf), text(r / alpha * AHEAD)]))
    for model, k, d in [("BG/NBD", 1, 0), ("MBG/NBD", 1, 1), ("MBG/CNBD-3", 3, 1)]:
        for names in itertools.product(SHAPES, SCALES, LEAVING, SECOND):
            r, alpha, a, b = mp.mpf(names[0]), mp.mpf(names[1]), exact(names[2]), mp.mpf(names[3])
            if k > 1 and (names[0] == "0.5" or names[2] == "0.5"):
                continue
            new = None
            if k == 1:
                new = mp.exp(lbeta(a, b + d) - lbeta(a, b)) * purchases(r, alpha, a, b + d)
            elif alpha >= 1:
                new = mp.exp(lbeta(a, b + d) - lbeta(a, b)) * purchases_by_stage(k, 0, r, alpha, a, b + d)
            for x in COUNTS:
                newcomers.append(",".join([model, *names, str(x), text(probability(k, d, r, alpha, a, b, x)), text(new)]))
                future = purchases(r + x, alpha + AGE, a, b + x + d) if k == 1 else None
                for recency in [mp.mpf(0), AGE / 2, AGE] if x else [mp.mpf(0)]:
                    ll, odds = history(k, d, r, alpha, a, b, x, recency)
                    alive = 1 if odds is None else 1 / (1 + mp.exp(-odds))
                    if k > 1 and x <= 172:
                        waiting = stages_waiting(k, r + k * x, AGE - recency, alpha + AGE)
                        future = sum(
                            w * purchases_by_stage(k, j, r + k * x + j, alpha + AGE, a, b + x + d)
                            for j, w in enumerate(waiting)
                        ) / sum(waiting)
                    elif k > 1:
                        future = None
                    expected = None if future is None else alive * future
                    histories.append(",".join([model, *names, str(x), text(recency), text(ll), text(odds), text(expected)]))
        print(model, len(histories), len(newcomers), flush=True)
    for name, lines in [("dropout-histories", histories), ("dropout-newcomers", newcomers)]:
        with gzip.GzipFile(os.path.join(here, name + ".csv.gz"), "wb", mtime=0) as out:
            out.write(("\n".join(lines) + "\n").encode())


if __name__ == "__main__":
    main()
