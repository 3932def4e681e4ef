"""Published figures that are not in lifetime-models.csv, each computed once more from the raw sample of CDNOW: writes further-figures.csv.
Likelihoods as the papers print them, customer by customer, maximised by SciPy's Nelder-Mead (SciPy 1.17.1); no code of ours.

    python3 further_figures.py CDNOW_sample.txt > further-figures.csv
"""

import datetime
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1

END = datetime.date(1997, 9, 30)


def sample(path):
    days = {}
    for line in open(path):
        fields = line.split()
        day = datetime.datetime.strptime(fields[2], "%Y%m%d").date()
        if day <= END:
            days.setdefault(fields[0], set()).add(day)
    rows = [(len(d) - 1, (max(d) - min(d)).days / 7, (END - min(d)).days / 7) for d in days.values()]
    return tuple(np.array(column, dtype=float) for column in zip(*rows))


def nbd(p, x, tx, t):
    r, alpha = p
    return gammaln(r + x) - gammaln(r) + r * np.log(alpha / (alpha + t)) - x * np.log(alpha + t)


def bg(p, x, tx, t):
    r, alpha, a, b = p
    stayed = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + t)
    left = np.where(x > 0, betaln(a + 1, b + x - 1) - betaln(a, b) - (r + x) * np.log(alpha + tx), -np.inf)
    return gammaln(r + x) - gammaln(r) + r * np.log(alpha) + np.logaddexp(stayed, left)


def mbg(p, x, tx, t):
    r, alpha, a, b = p
    stayed = betaln(a, b + x + 1) - betaln(a, b) - (r + x) * np.log(alpha + t)
    left = betaln(a + 1, b + x) - betaln(a, b) - (r + x) * np.log(alpha + tx)
    return gammaln(r + x) - gammaln(r) + r * np.log(alpha) + np.logaddexp(stayed, left)


def pareto(p, x, tx, t):
    r, alpha, s, beta = p
    most, other, which = (alpha, beta, s + 1) if alpha >= beta else (beta, alpha, r + x)
    whole = r + s + x

    def part(at):
        return hyp2f1(whole, which, whole + 1, (most - other) / (most + at)) * (most + at) ** -whole

    a0 = part(tx) - part(t)
    alive = (alpha + t) ** -(r + x) * (beta + t) ** -s
    return gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.log(alive + s / whole * a0)


def fitted(model, start, data):
    found = minimize(
        lambda logs: -model(np.exp(logs), *data).sum(),
        np.log(start),
        method="Nelder-Mead",
        options={"maxiter": 20000, "maxfev": 20000, "xatol": 1e-10, "fatol": 1e-10},
    )
    return np.exp(found.x), -found.fun


def main():
    data = sample(sys.argv[1])
    rows = []

    def row(name, model, quantity, published, value, source):
        rows.append(f"{name},{model},{quantity},{published},{value:.7g},{source}")

    paper = "Fader Hardie Lee 2005 Mktg Sci 24(2) Table 2"
    p, ll = fitted(nbd, (0.5, 10), data)
    for name, published, value in zip(("r", "alpha", "LL"), ("0.385", "12.072", "-9763.7"), (*p, ll)):
        row("NBD-" + name, "NBD", name, published, value, paper)
    p, ll = fitted(pareto, (0.5, 10, 0.5, 10), data)
    for name, published, value in zip(
        ("r", "alpha", "s", "beta", "LL"), ("0.553", "10.578", "0.606", "11.669", "-9595.0"), (*p, ll)
    ):
        row("PN-" + name, "Pareto/NBD", name, published, value, paper)
    r, alpha, s, beta = p
    expected = r * beta / alpha / (s - 1) * (1 - (beta / (beta + 52)) ** (s - 1))
    row("PN-E52", "Pareto/NBD", "E52", "1.4734", expected, "BTYD walkthrough: expected repeat purchases in a year")
    p, ll = fitted(mbg, (0.5, 6, 0.9, 1.6), data)
    for name, published, value in zip(("r", "alpha", "a", "b"), ("0.525", "6.183", "0.891", "1.614"), p):
        row("MBG-" + name, "MBG/NBD", name, published, value, "Batislam Denizel Filiztekin 2007 as tested by lifetimes")
    p, ll = fitted(bg, (0.25, 4, 0.8, 2.5), data)
    r, alpha, a, b = p
    z = 52 / (alpha + 52)
    expected = (a + b - 1) / (a - 1) * (1 - (alpha / (alpha + 52)) ** r * hyp2f1(r, b, a + b - 1, z))
    row("BG-E52", "BG/NBD", "E52", "1.444", expected, "BTYD walkthrough: expected repeat purchases in a year")
    print("id,model,quantity,published,recomputed,source")
    print("\n".join(rows))


if __name__ == "__main__":
    main()
