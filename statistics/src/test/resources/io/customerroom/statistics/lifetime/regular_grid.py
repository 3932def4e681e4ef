"""What customers of the MBG/CNBD-3 are expected to buy in 90 days, where dropout_grid.py has no value: many purchases, and r or a of 0.5; and what newcomers are
expected to buy where rates are large (alpha below 1). Writes regular-grid.csv.gz and regular-newcomers.csv beside it.

    python3 regular_grid.py          Python 3.11, NumPy in 80-bit numbers; some seconds

A plain sum over the stages to come. Their probabilities are those of a negative binomial up to a factor that falls out, by their ratios from the likeliest one; all terms are positive.
"""

import gzip
import itertools
import os

import numpy as np

L = np.longdouble
K, AGE, AHEAD = 3, L(365), L(90)


def purchases(passed, shape, rate, a, later):
    odds = AHEAD / rate
    mean = float(shape * odds)
    most = int(mean + 60 * np.sqrt(mean * (1 + float(odds))) + 200 * (1 + float(odds)) + 60)
    m = np.arange(most, dtype=L)
    logs = np.concatenate([[L(0)], np.cumsum(np.log(odds / (1 + odds) * (shape + m) / (m + 1)))])
    weight = np.exp(logs - logs.max())
    survival = np.concatenate([[L(1)], np.cumprod((later + np.arange(most // K + 2, dtype=L)) / (a + later + np.arange(most // K + 2, dtype=L)))])
    bought = np.concatenate([[L(0)], np.cumsum(survival)])
    stages = (np.arange(most + 1) + passed) // K
    return (weight * bought[stages]).sum() / weight.sum()


def expected(r, alpha, a, b, x, recency):
    shape = r + K * x
    u = (AGE - recency) / (alpha + AGE)
    waiting = [L(1), shape * u, shape * (shape + 1) * u * u / 2]
    odds = np.exp(np.log((b + x) / a) - shape * np.log((alpha + AGE) / (alpha + recency)) + np.log(sum(waiting)))
    future = sum(w * purchases(j, shape + j, alpha + AGE, a, b + x + 1) for j, w in enumerate(waiting)) / sum(waiting)
    return odds / (1 + odds) * future


def newcomer(r, alpha, a, b):
    """With alpha = 0.001 up to five million stages; they end where the ratio of neighbours has multiplied them away."""
    odds = AHEAD / alpha
    most = int(float(odds) * (60 + 12 * float(r))) + 200
    m = np.arange(most, dtype=L)
    logs = np.concatenate([[L(0)], np.cumsum(np.log(odds / (1 + odds) * (r + m) / (m + 1)))])
    weight = np.exp(logs - logs.max())
    tosses = np.arange(most // K + 2, dtype=L)
    survival = np.concatenate([[L(1)], np.exp(np.cumsum(np.log1p(-a / (a + b + 1 + tosses))))])
    bought = np.concatenate([[L(0)], np.cumsum(survival)])
    return b / (a + b) * (weight * bought[np.arange(most + 1) // K]).sum() / weight.sum()


def main():
    out = ["r,alpha,a,b,x,recency,expected"]
    grid = itertools.product(("0.05", "0.5", "5"), ("0.001", "0.1", "30", "10000"), ("0.05", "0.5", "1", "5"), ("0.001", "2.5", "10000"), (0, 1, 172, 500, 5000, 50000))
    for r, alpha, a, b, x in grid:
        if x < 500 and r != "0.5" and a != "0.5":
            continue
        for recency in ("0", "182.5", "365") if x else ("0",):
            value = expected(L(r), L(alpha), L(a), L(b), x, L(recency))
            out.append(",".join([r, alpha, a, b, str(x), recency, np.format_float_scientific(value, 14)]))
    here = os.path.dirname(os.path.abspath(__file__))
    with gzip.GzipFile(os.path.join(here, "regular-grid.csv.gz"), "wb", mtime=0) as file:
        file.write(("\n".join(out) + "\n").encode())
    new = ["r,alpha,a,b,expected"]
    for i, (r, a, b) in enumerate(itertools.product(("0.05", "0.5", "5"), ("0.05", "0.5", "1", "5"), ("0.001", "2.5", "10000"))):
        for alpha in ("0.001", "0.1") if i in (0, 17, 34) else ("0.1",):
            new.append(",".join([r, alpha, a, b, np.format_float_scientific(newcomer(L(r), L(alpha), L(a), L(b)), 14)]))
    with open(os.path.join(here, "regular-newcomers.csv"), "w") as file:
        file.write("\n".join(new) + "\n")
    print(len(out), len(new))


if __name__ == "__main__":
    main()
