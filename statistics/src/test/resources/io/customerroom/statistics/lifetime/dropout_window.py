"""P(X(from, to) = n) for WindowTest: sums over the purchases before the window, with forty digits (mpmath 1.3.0).

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
