# Writes functions.csv: values of special functions in 30-digit arithmetic. Python 3.11, mpmath 1.3.0:
#   python3 functions.py > functions.csv
import mpmath as mp

mp.mp.dps = 30


def show(name, *numbers):
    print(",".join([name] + [mp.nstr(mp.mpf(n), 20) for n in numbers]))


def one(b, c, z):
    """2F1(1, b; c; z) by its power series, all of whose terms are positive."""
    term, total, k = mp.mpf(1), mp.mpf(1), 0
    while term > total * mp.mpf(10) ** -30 * (1 - z):
        term *= (b + k) / (c + k) * z
        total += term
        k += 1
    return total


print("function,first,second,third,value")
for b in (0.05, 1, 16.2, 500.5, 50000.25):
    for c in (b + 0.55, b + 1.3, b + 6.7, b + 100):
        for z in (0, 0.5, 0.909, 0.99, 0.999):
            show("2F1(1 b c z)", b, c, z, one(mp.mpf(b), mp.mpf(c), mp.mpf(z)))
for b in (1.95, 1.5, 1, 0, -3, -48):
    for z in (1e-8, 1e-4, 0.0027, 0.3, 1, 30, 1e4):
        show("U(1 b z)", b, z, 0, mp.hyperu(1, mp.mpf(b), mp.mpf(z)))
for m in (0.05, 0.5, 5, 172.5, 50000.05):
    for n in (1.05, 1.5, 6):
        for a, b in ((1e-3, 1e4), (1, 1), (10, 0.5), (1e4, 1e-3), (365, 375)):
            # the integral of (1 + y/a)^-m (1 + y/b)^-n over y from 0 to infinity
            mm, nn, aa, bb = mp.mpf(m), mp.mpf(n), mp.mpf(a), mp.mpf(b)
            first = mp.log(1 / (mm / aa + nn / bb))
            last = max(mp.log(max(aa, bb)), first + 1)
            end = last + 120 / (mm + nn - 1)
            steps = [first - 120, first - 20] + [first + k * (last - first) / 8 for k in range(9)]
            steps += [last + 5, last + 20, end] if end > last + 20 else [end]
            value = mp.quad(lambda u: mp.exp(u - mm * mp.log1p(mp.exp(u) / aa) - nn * mp.log1p(mp.exp(u) / bb)), steps)
            show("tail(m n a/b)", m, n, a / b, value / bb)
