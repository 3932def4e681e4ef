"""P(X(T, T + t) = n | x, t_x, T) of the models without contract, at random parameters and histories, extreme ones among them: writes next-purchases.tsv.gz beside it.

    python3 next_purchases.py          Python 3.11, mpmath 1.3.0; a minute

By integrals over a customer's own chance of leaving or over the moment of leaving, and, for the BG/BB, as the probability of history and future together over that of the history.
"""

import gzip
import os

import mpmath as mp

import random_values as known
from random_values import at_least, beta_mean, count, dice, log_uniform, scale, shape


def history():
    x, tx, age = known.history()
    while x > 1000:
        x, tx, age = known.history()
    return x, tx, age


def coming(shape_now, rate):
    """n and t with n not far from what may come."""
    ahead = min(log_uniform(-1, 3), 300 * rate / shape_now)
    return dice.choice([0, 0, 1, 2, 5, 20, 100]), mp.mpf(mp.nstr(ahead, 6))


def chance(q, p, shape_now, odds, n, k, passed):
    """With so many stages passed: n purchases and still there, or gone after the n-th."""
    first = max(0, k * n - passed)
    there = q**n * sum(count(shape_now, odds, m) for m in range(first, k * (n + 1) - passed))
    return there + (q ** (n - 1) * p * at_least(shape_now, odds, first) if n else 0)


def stages(k, d, r, alpha, a, b, x, tx, age, n, ahead):
    now, rate = r + k * x, alpha + age
    waiting = [mp.rf(now, j) / mp.factorial(j) * ((age - tx) / rate) ** j for j in range(k)]
    if x + d:
        gone = mp.log(a / (b + x + d - 1)) + now * mp.log(rate / (alpha + tx)) - mp.log(sum(waiting))
        alive = 1 / (1 + mp.exp(gone))
    else:
        alive, gone = mp.mpf(1), None
    later = b + x + d
    # The stages do not know p: their chances come first.
    parts = []
    for j, weight in enumerate(waiting):
        first = max(0, k * n - j)
        there = sum(count(now + j, ahead / rate, m) for m in range(first, k * (n + 1) - j))
        parts.append((weight / sum(waiting), there, at_least(now + j, ahead / rate, first)))
    stay, more = (sum(w * c for w, c, _ in parts), sum(w * c for w, _, c in parts))
    value = beta_mean(a, later, lambda p, q: q**n * stay + (q ** (n - 1) * p * more if n else 0), [a / (a + later)])
    return alive * value + (0 if n or gone is None else 1 / (1 + mp.exp(-gone)))


def one_chance(r, alpha, stay, x, tx, age, n, ahead):
    p, q = 1 / (1 + stay), stay / (1 + stay)
    gone = ((alpha + age) / (alpha + tx)) ** (r + x) / stay
    value = chance(q, p, r + x, ahead / (alpha + age), n, 1, 0)
    return value / (1 + gone) + (gone / (1 + gone) if n == 0 else 0)


def one_rate(r, alpha, mu, x, tx, age, n, ahead):
    cuts = lambda length: [length * c for c in (0, mp.mpf("1e-9"), mp.mpf("1e-6"), mp.mpf("1e-3"), mp.mpf("0.1"), 1)]
    silence, now, rate = age - tx, r + x, alpha + age
    gone = known.relative(lambda y: mu * mp.exp(mu * (silence - y)) * (rate / (alpha + tx + y)) ** now, cuts(silence)) if silence else mp.mpf(0)
    inside = known.relative(lambda y: mu * mp.exp(-mu * y) * count(now, y / rate, n) if y else mp.mpf(mu if n == 0 else 0), cuts(ahead))
    value = inside + mp.exp(-mu * ahead) * count(now, ahead / rate, n)
    return value / (1 + gone) + (gone / (1 + gone) if n == 0 else 0)


def opportunities(alpha, beta, gamma, delta, x, tx, n, m, ahead):
    """Of a history and m more purchases, by the opportunity after which a customer left, over that of the history."""
    buys = lambda bought, of: mp.beta(alpha + bought, beta + of - bought) / mp.beta(alpha, beta)
    there = lambda i: mp.beta(gamma, delta + i) / mp.beta(gamma, delta)
    leaves = lambda i: mp.beta(gamma + 1, delta + i) / mp.beta(gamma, delta)
    gone = sum(buys(x, i) * leaves(i) for i in range(tx, n))
    whole = gone + buys(x, n) * there(n)
    end = n + ahead
    both = gone if m == 0 else mp.mpf(0)
    for i in range(n, end):
        if m <= i - n:
            both += mp.binomial(i - n, m) * buys(x + m, i) * leaves(i)
    if m <= ahead:
        both += mp.binomial(ahead, m) * buys(x + m, end) * there(end)
    return both / whole


def main():
    out = ["model\tparameters\tx, t_x, T, n, t\tprobability"]
    text = lambda values: " ".join(mp.nstr(v, 17) for v in values)

    def row(model, parameters, at, value):
        out.append("\t".join([model, text(parameters), text(at), mp.nstr(value, 15)]))

    def asked(parameters, k=1):
        x, tx, age = history()
        while k > 1 and x > 172:
            x, tx, age = history()
        return x, tx, age, *coming(parameters[0] + k * x, parameters[1] + age)

    for i in range(30):
        p = (shape(), scale())
        at = asked(p)
        row("NBD", p, at, count(p[0] + at[0], at[4] / (p[1] + at[2]), at[3]))
    for model, k, d in [("BG/NBD", 1, 0), ("MBG/NBD", 1, 1), ("MBG/CNBD-3", 3, 1)]:
        for i in range(40):
            p = (shape(), scale(), shape(), log_uniform(-1.3, 2.5))
            at = asked(p, k)
            row(model, p, at, stages(k, d, *p, *at))
        print(model, len(out), flush=True)
    for i in range(30):
        p = (shape(), scale(), log_uniform(-1, 3))
        at = asked(p)
        row("one chance", p, at, one_chance(*p, *at))
        p = (shape(), scale(), log_uniform(-5, -1))
        at = asked(p)
        row("one rate", p, at, one_rate(*p, *at))
    print("one", len(out), flush=True)
    for i in range(60):
        p = tuple(dice.choice([shape, lambda: log_uniform(-3, 4)])() for _ in range(4))
        n = dice.choice([0, 1, 4, 6, 60, 365])
        x = 0 if n == 0 else dice.choice([0, 1, min(3, n), n])
        tx = 0 if x == 0 else dice.choice([x, n, (x + n) // 2])
        ahead = dice.choice([0, 1, 5, 50])
        m = dice.choice([0, 1, min(3, ahead), ahead])
        row("BG/BB", p, (x, tx, n, m, ahead), opportunities(*p, x, tx, n, m, ahead))
    print(len(out), flush=True)
    here = os.path.dirname(os.path.abspath(__file__))
    with gzip.GzipFile(os.path.join(here, "next-purchases.tsv.gz"), "wb", mtime=0) as file:
        file.write(("\n".join(out) + "\n").encode())


if __name__ == "__main__":
    main()
