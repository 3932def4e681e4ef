"""Values of every question that a lifetime model answers, at random parameters and histories, extreme ones among them, in arbitrary precision: writes random-values.tsv.gz beside it.

    python3 random_values.py          Python 3.11, mpmath 1.3.0; some minutes

Slow and plain on purpose: integrals over a customer's own chance of leaving, over the moment of leaving or over the time to come, sums over purchases or opportunities, and the papers'
formulas with enough digits that nothing cancels. None of it goes the way the program goes.
"""

import gzip
import os
import random

import mpmath as mp

mp.mp.dps = 25
dice = random.Random(20261122)


def pick(*values):
    return mp.mpf(dice.choice(values))


def log_uniform(low, high):
    return mp.mpf(f"{10 ** dice.uniform(low, high):.3g}")


def shape():
    return dice.choice([lambda: log_uniform(-1.3, 0.9), lambda: pick("1", "0.999999999999", "1.000001", "2")])()


def scale():
    return log_uniform(-3, 4)


def history():
    """x, t_x, T: also who has only just come, who has bought this very moment, and a first day full of purchases."""
    age = dice.choice([lambda: mp.mpf(0), lambda: log_uniform(-3, 4), lambda: log_uniform(1, 3)])()
    x = 0 if age == 0 else dice.choice([0, 0, 1, 2, 7, 30, 172, 1000, 5000])
    if x == 0:
        return 0, mp.mpf(0), age
    return x, age * pick("0", "0.25", "0.5", "0.9", "0.999", "1"), age


def relative(function, cuts):
    """mp.quad stops at an absolute error: what is tiny everywhere is made of the size of 1 first."""
    size = max(abs(function((low + high) / 2)) for low, high in zip(cuts, cuts[1:]))
    return size * mp.quad(lambda at: function(at) / size, cuts) if size else mp.mpf(0)


def beta_mean(a, b, function, middles):
    """Of function(p, 1 - p) over p ~ Beta(a, b). With u = p^a below one half, and the like above, nothing is infinite at the ends."""
    half = mp.mpf("0.5")
    cuts = sorted({mp.mpf(0), half, *[c for m in middles for c in (m / 1000, m / 30, m, 30 * m) if c < half]})
    low = relative(lambda u: (1 - u ** (1 / a)) ** (b - 1) * function(u ** (1 / a), 1 - u ** (1 / a)), [c**a for c in cuts]) / a
    high = relative(lambda v: (1 - v ** (1 / b)) ** (a - 1) * function(1 - v ** (1 / b), v ** (1 / b)), [0, (half / 1000) ** b, (half / 30) ** b, half**b]) / b
    return (low + high) / mp.beta(a, b)


def count(r, odds, n):
    """P(N = n) of a gamma mixture of Poisson counts."""
    return mp.exp(mp.loggamma(r + n) - mp.loggamma(r) - mp.loggamma(n + 1) - r * mp.log1p(odds) + (n * mp.log(odds / (1 + odds)) if n else 0))


def at_least(r, odds, n):
    """P(N >= n) by plain sums, from the side that keeps its digits."""
    z = odds / (1 + odds)
    term, below = mp.exp(-r * mp.log1p(odds)), mp.mpf(0)
    for j in range(n):
        below += term
        term *= z * (r + j) / (j + 1)
    if 1 - below > mp.mpf(10) ** -12:
        return 1 - below
    above = mp.mpf(0)
    while term > above * mp.mpf(10) ** -25:
        above += term
        term *= z * (r + n) / (n + 1)
        n += 1
    return above


def scaled_e(m, z):
    """e^z E_m(z), the integral of e^(-z w) (1 + w)^-m over w from 0."""
    if z > 1 or m > 20:
        b, c, d = z + m, mp.mpf(10) ** 80, 1 / (z + m)
        h = d
        for i in range(1, 100000):
            coefficient = -i * (m - 1 + i)
            b += 2
            d = 1 / (coefficient * d + b)
            c = b + coefficient / c
            h *= c * d
            if abs(c * d - 1) < mp.mpf(10) ** -24:
                return h
        raise ArithmeticError((m, z))
    return mp.exp(z) * z ** (m - 1) * mp.gammainc(1 - m, z)


# BG/NBD (d = 0) and MBG/NBD (d = 1).


def geometric(d):
    model = "MBG/NBD" if d else "BG/NBD"

    def alive_terms(r, alpha, a, b, x, tx, age):
        common = mp.loggamma(r + x) - mp.loggamma(r) + r * mp.log(alpha)
        stay = mp.log(mp.beta(a, b + x + d) / mp.beta(a, b)) - (r + x) * mp.log(alpha + age)
        if x + d == 0:
            return common + stay, None
        gone = mp.log(mp.beta(a + 1, b + x + d - 1) / mp.beta(a, b)) - (r + x) * mp.log(alpha + tx)
        top = max(stay, gone)
        return common + top + mp.log1p(mp.exp(-abs(stay - gone))), stay - gone

    def known(r, alpha, a, b, x, tx, age, ahead, force):
        ll, odds = alive_terms(r, alpha, a, b, x, tx, age)
        alive = 1 if odds is None else 1 / (1 + mp.exp(-odds))
        shape_now, rate_now, later = r + x, alpha + age, b + x + d
        with mp.workdps(110):
            # Its 0/0 at a = 1 is passed beside, by less than any digit asked for.
            aa = a + mp.mpf(10) ** -60 if a == 1 else a
            z = ahead / (rate_now + ahead)
            gone_by = mp.hyp2f1(aa - 1, aa + later - 1 - shape_now, aa + later - 1, z) * (1 - z) ** (aa - 1)
            expected = (aa + later - 1) / (aa - 1) * (1 - gone_by)
        # Of somebody with his p, worth shape / p e^z E(z) with z = force rate / p; in the middle of p nothing is infinite.
        worth = beta_mean(a, later, lambda p, q: shape_now / p * scaled_e(shape_now + 1, force * rate_now / p) if p > mp.mpf(10) ** -40 else shape_now / (force * rate_now), [force * rate_now, force * rate_now / shape_now, a / (a + later)])
        return ll, odds, alive * expected, alive * worth

    def window(r, alpha, a, b, n, begin, end):
        def chance(p, q):
            left = -mp.expm1(-r * mp.log1p(p * begin / alpha))
            odds = (end - begin) / (alpha + p * begin)
            there = q**n * count(r, odds, n) + (q ** (n - 1) * p * at_least(r, odds, n) if n else 0)
            inside = (1 - left) * there + (left if n == 0 else 0)
            return q**d * inside + (p if d and n == 0 else 0)

        return beta_mean(a, b, chance, [a / (a + b), alpha / (begin + 1)])

    return model, known, window


# Pareto/NBD.


def pareto_known(r, alpha, s, beta, x, tx, age, ahead, force):
    m = r + x
    whole = m + s
    most, other, which = (alpha, beta, s + 1) if alpha >= beta else (beta, alpha, m)

    def tail(t):
        return mp.hyp2f1(whole, which, whole + 1, (most - other) / (most + t)) * mp.exp(-whole * mp.log(most + t))

    with mp.workdps(110):
        a0 = tail(tx) - tail(age) if tx < age else mp.mpf(0)
        there = mp.exp(-m * mp.log(alpha + age) - s * mp.log(beta + age))
        gone = s / whole * a0
        ll = mp.loggamma(m) - mp.loggamma(r) + r * mp.log(alpha) + s * mp.log(beta) + mp.log(there + gone)
        odds = mp.log(there / gone) if gone else None
        alive = there / (there + gone)
        now = beta + age
        life = now * mp.log1p(ahead / now) if s == 1 else now / (s - 1) * -mp.expm1((s - 1) * mp.log(now / (now + ahead)))
        z = force * now
        worth = now * z ** (s - 1) * mp.hyperu(s, s, z)
        return ll, odds, alive * m / (alpha + age) * life, alive * m / (alpha + age) * worth


def pareto_window(r, alpha, s, beta, n, begin, end):
    """Over the moment of leaving."""
    density = lambda y: s / beta * (1 + y / beta) ** (-s - 1)
    length = end - begin
    cuts = sorted({mp.mpf(0), length, *[length * mp.mpf(10) ** -k for k in (1, 3, 6, 9)], *[c for c in (alpha / 1000, alpha / 30, alpha, 30 * alpha) if c < length]})
    inside = relative(lambda y: density(begin + y) * count(r, y / alpha, n), cuts)
    there = (1 + end / beta) ** -s * count(r, length / alpha, n)
    return inside + there + (1 - (1 + begin / beta) ** -s if n == 0 else 0)


def pareto_next(r, alpha, s, beta, x, tx, age, n, ahead):
    odds = pareto_known(r, alpha, s, beta, x, tx, age, mp.mpf(1), mp.mpf(1))[1]
    alive = 1 if odds is None else 1 / (1 + mp.exp(-odds))
    gone = 0 if odds is None else 1 / (1 + mp.exp(odds))
    return alive * pareto_window(r + x, alpha + age, s, beta + age, n, mp.mpf(0), ahead) + (gone if n == 0 else 0)


# MBG/CNBD-k: a plain sum over the stages to come, and over the stages passed since the last purchase.


def stages_ahead(k, passed, shape_now, rate, a, later, ahead):
    z = ahead / (rate + ahead)
    weight = (1 - z) ** shape_now
    total, bought, survival, made = mp.mpf(0), mp.mpf(0), mp.mpf(1), 0
    stage = 0
    while True:
        total += weight * bought
        ratio = z * (shape_now + stage) / (stage + 1)
        if stage > 3 * k and ratio < 1 and weight * (bought + 1 / (1 - ratio)) < total * (1 - ratio) * mp.mpf(10) ** -22:
            return total
        weight *= ratio
        stage += 1
        if (stage + passed) % k == 0:
            bought += survival
            survival *= (later + made) / (a + later + made)
            made += 1


def regular(k, r, alpha, a, b, x, tx, age, ahead):
    now = r + k * x
    silence = age - tx
    waiting = [mp.rf(now, j) / mp.factorial(j) * (silence / (alpha + age)) ** j for j in range(k)]
    common = mp.loggamma(now) - mp.loggamma(r) + r * mp.log(alpha)
    stay = mp.log(mp.beta(a, b + x + 1) / mp.beta(a, b)) - now * mp.log(alpha + age) + mp.log(sum(waiting))
    gone = mp.log(mp.beta(a + 1, b + x) / mp.beta(a, b)) - now * mp.log(alpha + tx)
    ll = common + max(stay, gone) + mp.log1p(mp.exp(-abs(stay - gone)))
    alive = 1 / (1 + mp.exp(gone - stay))
    future = sum(w * stages_ahead(k, j, now + j, alpha + age, a, b + x + 1, ahead) for j, w in enumerate(waiting)) / sum(waiting)
    return ll, stay - gone, alive * future


# BG/BB, by its sums.


def opportunities(alpha, beta, gamma, delta):
    buys = lambda x, k: mp.beta(alpha + x, beta + k - x) / mp.beta(alpha, beta)
    there = lambda k: mp.beta(gamma, delta + k) / mp.beta(gamma, delta)
    leaves = lambda k: mp.beta(gamma + 1, delta + k) / mp.beta(gamma, delta)

    def known(x, tx, n, ahead, d):
        total = buys(x, n) * there(n) + sum(buys(x, i) * leaves(i) for i in range(tx, n))
        next_time = buys(x, n) * there(n + 1)
        gone = total - next_time
        odds = mp.log(next_time / gone)
        rate = (alpha + x) / (alpha + beta + n) * buys(x, n) / total
        expected = rate * sum(there(n + j) for j in range(1, ahead + 1))
        worth = rate * there(n + 1) / (1 + d) * mp.hyp2f1(1, delta + n + 1, gamma + delta + n + 1, 1 / (1 + d))
        return mp.log(total), odds, expected, worth

    def window(m, begin, end):
        length = end - begin
        ways = lambda k: mp.binomial(k, m) * buys(m, k) if k >= m else mp.mpf(0)
        total = ways(length) * there(end) + sum(ways(i) * leaves(begin + i) for i in range(length))
        return total + (1 - there(begin) if m == 0 else 0)

    return known, window


def renewal(alpha, beta, c, renewals, d):
    survival = lambda t: mp.exp(mp.loggamma(beta + t**c) - mp.loggamma(alpha + beta + t**c))
    stayed = survival(mp.mpf(renewals))
    total, t, discount = mp.mpf(0), renewals + 1, mp.mpf(1)
    while True:
        term = survival(mp.mpf(t)) / stayed * discount
        total += term
        if term < total * mp.mpf(10) ** -16 * d:
            return total
        t += 1
        discount /= 1 + d


def text(value):
    return "inf" if value is None else mp.nstr(value, 15)


def main():
    out = ["question\tmodel\tparameters\targuments\tvalues"]

    def row(question, model, parameters, arguments, values):
        out.append("\t".join([question, model, *(" ".join(mp.nstr(mp.mpf(v), 25, strip_zeros=True) for v in part) for part in (parameters, arguments)), " ".join(text(v) for v in values)]))

    for i in range(150):
        p = (shape(), scale(), shape(), scale())
        x, tx, age = history()
        ahead, force = log_uniform(-2, 4), log_uniform(-7, 1)
        row("known", "Pareto/NBD", p, (x, tx, age, ahead, force), pareto_known(*p, x, tx, age, ahead, force))
    for i in range(60):
        p = (shape(), scale(), shape(), scale())
        begin = dice.choice([mp.mpf(0), log_uniform(-1, 3)])
        end, n = begin + log_uniform(-2, 3), dice.choice([0, 0, 1, 2, 5, 20, 172, 500])
        row("window", "Pareto/NBD", p, (n, begin, end), [pareto_window(*p, n, begin, end)])
    for i in range(30):
        p = (shape(), scale(), shape(), scale())
        x, tx, age = history()
        n, ahead = dice.choice([0, 1, 3, 40]), log_uniform(-1, 3)
        row("next", "Pareto/NBD", p, (x, tx, age, n, ahead), [pareto_next(*p, x, tx, age, n, ahead)])
    print("Pareto/NBD", len(out), flush=True)
    for i in range(40):
        k = dice.choice([2, 2, 3, 5, 12])
        p = (shape(), log_uniform(-1, 3), shape(), log_uniform(-1.3, 2))
        x, tx, age = history()
        while x > 172 or age > 2000:
            x, tx, age = history()
        ahead = min(log_uniform(-2, 2), 40 * (p[1] + age) / (p[0] + k * x) * k)
        row("known", f"MBG/CNBD-{k}", p, (x, tx, age, ahead), regular(k, *p, x, tx, age, ahead))
    print("MBG/CNBD", len(out), flush=True)
    for i in range(80):
        p = tuple(dice.choice([shape, lambda: log_uniform(-3, 4)])() for _ in range(4))
        known, window = opportunities(*p)
        n = dice.choice([0, 1, 4, 6, 60, 365])
        x = 0 if n == 0 else dice.choice([0, 1, min(3, n), n])
        tx = 0 if x == 0 else dice.choice([x, n, (x + n) // 2])
        ahead, d = dice.choice([0, 1, 5, 50]), log_uniform(-4, 0)
        row("known", "BG/BB", p, (x, tx, n, ahead, d), known(x, tx, n, ahead, d))
        begin = dice.choice([0, 3, 50])
        end = begin + dice.choice([1, 6, 40])
        m = dice.choice([0, 1, min(5, end - begin), end - begin])
        row("window", "BG/BB", p, (m, begin, end), [window(m, begin, end)])
    for i in range(40):
        p = (shape(), scale())
        begin = dice.choice([mp.mpf(0), log_uniform(-1, 3)])
        end, n = begin + log_uniform(-2, 3), dice.choice([0, 1, 5, 172, 5000])
        row("window", "NBD", p, (n, begin, end), [count(p[0], (end - begin) / p[1], n)])
    print("BG/BB, NBD", len(out), flush=True)
    for i in range(60):
        alpha, beta, d = log_uniform(-2, 3), log_uniform(-2, 3), log_uniform(-6, 0.5)
        renewals = dice.choice([0, 0, 1, 5, 40, 1000])
        n = renewals + 1
        value = (beta + n - 1) / (alpha + beta + n - 1) * mp.hyp2f1(1, beta + n, alpha + beta + n, 1 / (1 + d))
        row("derl", "sBG", (alpha, beta), (renewals, d), [value])
    for i in range(40):
        p = (log_uniform(-1, 2), log_uniform(-1, 2), log_uniform(-0.6, 0.4))
        renewals, d = dice.choice([0, 1, 5, 40]), log_uniform(-1.7, 0.3)
        row("derl", "BdW", p, (renewals, d), [renewal(*p, renewals, d)])
    for d in (0, 1):
        model, known, window = geometric(d)
        for i in range(40):
            p = (shape(), scale(), shape(), log_uniform(-1.3, 2.5))
            x, tx, age = history()
            ahead, force = log_uniform(-2, 3), log_uniform(-5, 0)
            row("known", model, p, (x, tx, age, ahead, force), known(*p, x, tx, age, ahead, force))
        for i in range(40):
            p = (shape(), scale(), shape(), log_uniform(-1.3, 2.5))
            begin = dice.choice([mp.mpf(0), log_uniform(-1, 3)])
            end, n = begin + log_uniform(-2, 3), dice.choice([0, 0, 1, 2, 5, 20, 172])
            row("window", model, p, (n, begin, end), [window(*p, n, begin, end)])
        print(model, len(out), flush=True)
    print(len(out), flush=True)
    here = os.path.dirname(os.path.abspath(__file__))
    with gzip.GzipFile(os.path.join(here, "random-values.tsv.gz"), "wb", mtime=0) as file:
        file.write(("\n".join(out) + "\n").encode())


if __name__ == "__main__":
    main()
