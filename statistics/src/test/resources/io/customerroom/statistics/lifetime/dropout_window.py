"""Values for WindowTest and DiscountedTest, with forty digits (mpmath 1.3.0): P(X(from, to) = n) as sums over the purchases before
the window; discounted expectations as integrals over time of what is bought by then.

    python3 dropout_window.py
"""

import mpmath as mp

mp.mp.dps = 40


def pmf(r, odds, m):
    z = odds / (1 + odds)
    return mp.rf(r, m) / mp.factorial(m) * (1 - z) ** r * z**m


def window(k, d, r, alpha, a, b, n, begin, end):
    survived = lambda e: mp.beta(a, b + e) / mp.beta(a, b)
    leaving = lambda e: mp.beta(a + 1, b + e - 1) / mp.beta(a, b)
    total = mp.mpf(0)
    seen = mp.mpf(0)
    m = 0
    while 1 - seen > mp.mpf(10) ** -18:
        here = pmf(r, begin / alpha, m)
        seen += here
        tosses, phase = m // k + d, m % k
        stages = [pmf(r + m, (end - begin) / (alpha + begin), j) for j in range(max(0, k * n + k - phase))]
        exactly = sum(stages[max(0, k * n - phase):])
        at_least = 1 - sum(stages[: max(0, k * n - phase)])
        if n == 0:
            total += here * (1 - survived(tosses) + survived(tosses) * exactly)
        else:
            total += here * (survived(tosses + n) * exactly + leaving(tosses + n) * at_least)
        m += 1
    return total


PARAMETERS = [mp.mpf(v) for v in ("0.243", "4.414", "0.793", "2.426")]
for k, d in [(1, 0), (1, 1), (3, 1)]:
    for n, begin, end in [(0, 39, 78), (1, 39, 78), (7, 10, 20), (40, 5, 60)]:
        print(k, d, n, begin, end, mp.nstr(window(k, d, *PARAMETERS, n, mp.mpf(begin), mp.mpf(end)), 14), sep=", ")


def bought(r, alpha, a, b, t):
    """E[X(t)] of somebody alive (Fader, Hardie & Lee 2005, with r, alpha, b as after the history)."""
    z = t / (alpha + t)
    return (a + b - 1) / (a - 1) * (1 - (1 - z) ** r * mp.hyp2f1(r, b, a + b - 1, z))


def discounted(r, alpha, a, b, force):
    mp.mp.dps = 25
    scale = 1 / force
    return mp.quad(
        lambda s: mp.exp(-s) * bought(r, alpha, a, b, s * scale), [0, 1e-6, 1e-4, 1e-2, 0.1, 1, 3, 10, 30, 60]
    )


r, alpha, a, b = PARAMETERS
for d in (0, 1):
    for x, age, force in [(0, 0, "0.0027"), (2, 38, "0.0027"), (30, 100, "0.05"), (7, 77, "1e-5")]:
        value = discounted(r + x, alpha + age, a, b + x + d, mp.mpf(force))
        print("if alive", d, x, age, force, mp.nstr(value, 13), sep=", ")
