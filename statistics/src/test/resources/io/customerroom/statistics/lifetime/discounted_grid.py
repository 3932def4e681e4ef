"""DERT of BG/NBD, MBG/NBD and MBG/CNBD-3 at the extreme parameters and histories of dropout_grid.py: writes discounted-grid.csv.gz beside it.

    python3 discounted_grid.py          Python 3.11, mpmath 1.3.0, NumPy in 80-bit numbers; some minutes

Given his rate of stages and his chance p = 1 - q of leaving, with j stages passed since the last purchase, a customer's purchases to come are worth L^(k-j) / (1 - q L^k), L = rate /
(rate + force). Both means are taken plainly, on a lattice of the logarithm of the rate and the log-odds of p; all terms are positive. P(alive) is that of dropout_grid.py. At the end some values are
taken once more by mpmath's quadrature, over the chances of leaving as in random_values.py or, with a rhythm, over the rates with Gauss's hypergeometric function, and the largest
difference is printed.
"""

import gzip
import itertools
import os
import random

import mpmath as mp
import numpy as np

import dropout_grid as grid
import random_values

L = np.longdouble
FORCES = ["0.000001", "0.0027", "1"]


def wide(value):
    return L(mp.nstr(value, 22))


def rates(shape, rate, force, k):
    """Rates of stages and their weights."""
    middle = float(shape / rate)
    step = min(0.1, 1 / (2.2 * float(shape) ** 0.5))
    if shape > 100:
        low, high = -14 / float(shape) ** 0.5, 14 / float(shape) ** 0.5
    else:
        low, high = min(0, np.log(float(force) / middle)) - 50, np.log1p(60 / float(shape)) + 3
    v = np.arange(np.floor(low / step), np.ceil(high / step) + 1).astype(L) * L(step)
    weight = np.exp(wide(shape) * (v - np.expm1(v)) - wide(mp.loggamma(shape) + shape - shape * mp.log(shape))) * L(step)
    kept = weight > 0
    return np.exp(v[kept]) * wide(shape / rate), weight[kept]


def chances(a, b, least):
    """p, q and their weights; beyond both ends the rest of a geometric series."""
    step = min(0.15, float(mp.sqrt(1 / a + 1 / b)) / 2.2)
    low = min(0, float(np.log(least)), float(mp.log(a / b))) - 45
    v = np.arange(np.floor(low / step), np.ceil(45 / step) + 1).astype(L) * L(step)
    log_p, log_q = -np.log1p(np.exp(-v)), -np.log1p(np.exp(v))
    weight = np.exp(wide(a) * log_p + wide(b) * log_q - wide(grid.lbeta(a, b))) * L(step)
    weight[0] /= -np.expm1(-wide(a) * L(step))
    weight[-1] /= -np.expm1(-wide(b) * L(step))
    kept = weight > weight.max() * L(1e-60)
    return np.exp(log_p[kept]), np.exp(log_q[kept]), weight[kept]


def stages(k, lam, silence, force, exp, log1p):
    wait = log1p(force / lam)
    return sum((lam * silence) ** j / int(mp.factorial(j)) * exp(-(k - j) * wait) for j in range(k))


def if_alive(k, shape, rate, a, later, silence, force):
    lam, share = rates(shape, rate, force, k)
    away = -np.expm1(-k * np.log1p(wide(force) / lam))
    p, q, weight = chances(a, later, away.min())
    first = share * stages(k, lam, wide(silence), wide(force), np.exp, np.log1p)
    kept = first > first.max() * L(1e-40)
    over = (weight[:, None] / (p[:, None] + q[:, None] * away[kept][None, :])).sum(axis=0)
    return mp.mpf(np.format_float_scientific((first[kept] * over).sum(), 20)) / sum(grid.stages_waiting(k, shape, silence, rate))


def once_more(k, d, r, alpha, a, b, x, recency, force):
    if k == 1:
        return random_values.geometric(d)[1](r, alpha, a, b, x, recency, grid.AGE, mp.mpf(1), force)[3]
    shape, rate, later, silence = r + k * x, alpha + grid.AGE, b + x + d, grid.AGE - recency

    def at(v):
        lam = shape / rate * mp.exp(v)
        density = mp.exp(shape * (v - mp.expm1(v)) - (mp.loggamma(shape) + shape - shape * mp.log(shape)))
        return density * stages(k, lam, silence, force, mp.exp, mp.log1p) * mp.hyp2f1(1, later, a + later, (lam / (lam + force)) ** k)

    width = 1 / mp.sqrt(shape)
    cuts = [-14 * width, -5 * width, 0, 5 * width, 14 * width] if shape > 100 else [-60, -15, -3, 0, mp.log1p(3 / shape), mp.log1p(60 / shape) + 3]
    alive = 1 / (1 + mp.exp(-grid.history(k, d, r, alpha, a, b, x, recency)[1]))
    return alive * mp.quad(at, cuts) / sum(grid.stages_waiting(k, shape, silence, rate))


def main():
    mp.mp.dps = 40
    out = ["model,r,alpha,a,b,x,recency,force,dert"]
    asked = []
    for model, k, d in [("BG/NBD", 1, 0), ("MBG/NBD", 1, 1), ("MBG/CNBD-3", 3, 1)]:
        for i, (names, x) in enumerate(itertools.product(itertools.product(grid.SHAPES, grid.SCALES, grid.LEAVING, grid.SECOND), grid.COUNTS)):
            if k > 1 and (i + i // 6) % 2:
                continue
            r, alpha, a, b = map(mp.mpf, names)
            force = mp.mpf(FORCES[(i + i // 6) % 3])
            recency = grid.AGE * [1, mp.mpf("0.5"), 0][i // 18 % 3] if x else mp.mpf(0)
            odds = grid.history(k, d, r, alpha, a, b, x, recency)[1]
            alive = 1 if odds is None else 1 / (1 + mp.exp(-odds))
            question = (k, r + k * x, alpha + grid.AGE, a, b + x + d, grid.AGE - recency, force)
            value = if_alive(*question)
            # Elsewhere Gauss's function takes too long.
            if x < 5000 and (k == 1 or force == 1):
                asked.append(((k, d, r, alpha, a, b, x, recency, force), alive * value))
            out.append(",".join([model, *names, str(x), mp.nstr(recency, 6), mp.nstr(force, 6), mp.nstr(alive * value, 14)]))
        print(model, len(out), flush=True)
    here = os.path.dirname(os.path.abspath(__file__))
    with gzip.GzipFile(os.path.join(here, "discounted-grid.csv.gz"), "wb", mtime=0) as file:
        file.write(("\n".join(out) + "\n").encode())
    regular = [one for one in asked if one[0][0] > 1]
    dice = random.Random(8)
    sample = dice.sample(regular, 8) + dice.sample([one for one in asked if one[0][0] == 1], 30)
    mp.mp.dps = 25
    print("largest difference of 38:", max((mp.nstr(abs(once_more(*question) / value - 1), 3) for question, value in sample), key=float))


if __name__ == "__main__":
    main()
