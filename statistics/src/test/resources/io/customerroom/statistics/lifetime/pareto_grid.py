# Writes the arbitrary-precision values for ParetoGridTest. Python 3.11, mpmath 1.3.0, some ten minutes:
#   python3 pareto_grid.py
#     pareto-grid.csv.gz         r, s, alpha, beta, x, t_x (T = 365), then ln L, log-odds of being alive,
#                                expected purchases in the next 365, discounted expectation with force 0.0027
#     pareto-derivatives.csv.gz  the same inputs, then 4 first and 10 second derivatives of ln L by r, alpha, s, beta
#     pareto-windows.csv         r, alpha, s, beta, from, to, n, P(X(from, to) = n)
# In the derivatives file ln L is without the term ln Gamma(r + x) - ln Gamma(r), which belongs to others.
import gzip
import itertools

import mpmath as mp

mp.mp.dps = 60
T = mp.mpf(365)


def kappa(r, alpha, s, beta, x, t):
    """s times the integral of (alpha + y)^-(r+x) (beta + y)^-(s+1) from t on, over (alpha + t)^-(r+x) (beta + t)^-s."""
    m = r + x
    if alpha >= beta:
        return s / (m + s) * mp.hyp2f1(1, m, m + s + 1, (alpha - beta) / (alpha + t))
    return s / (m + s) * (alpha + t) / (beta + t) * mp.hyp2f1(1, s + 1, m + s + 1, (beta - alpha) / (beta + t))


def gone(r, alpha, s, beta, x, tx):
    """Odds of having left by T."""
    if tx == T:
        return mp.mpf(0)
    rise = ((alpha + T) / (alpha + tx)) ** (r + x) * ((beta + T) / (beta + tx)) ** s
    return kappa(r, alpha, s, beta, x, tx) * rise - kappa(r, alpha, s, beta, x, T)


def log_likelihood(r, alpha, s, beta, x, tx):
    return (r * mp.log(alpha) + s * mp.log(beta) - (r + x) * mp.log(alpha + T) - s * mp.log(beta + T)
            + mp.log1p(gone(r, alpha, s, beta, x, tx)))


def life(s, beta, t):
    q = mp.log1p(t / beta)
    return beta * (q if s == 1 else mp.expm1((1 - s) * q) / (1 - s))


def show(*numbers):
    return ",".join(mp.nstr(n, 17, min_fixed=-4, max_fixed=6) for n in numbers)


def states():
    sizes = [mp.mpf(v) for v in ("0.05", "0.5", "5")]
    scales = [mp.mpf(v) for v in ("0.001", "0.1", "10", "10000")]
    for r, s, alpha, beta in itertools.product(sizes, sizes, scales, scales):
        for x in (0, 1, 172, 500, 5000, 50000):
            for tx in (0, T / 2, T) if x else (0,):
                yield r, s, alpha, beta, x, mp.mpf(tx)


def grid():
    with gzip.GzipFile("pareto-grid.csv.gz", "wb", mtime=0) as file:
        file.write(b"r,s,alpha,beta,x,tx,logLikelihood,logOdds,expected,discounted\n")
        for r, s, alpha, beta, x, tx in states():
            odds = gone(r, alpha, s, beta, x, tx)
            alive = 1 / (1 + odds)
            rate = alive * (r + x) / (alpha + T)
            z = mp.mpf("0.0027") * (beta + T)
            ln = log_likelihood(r, alpha, s, beta, x, tx) + mp.loggamma(r + x) - mp.loggamma(r)
            row = show(r, s, alpha, beta, mp.mpf(x), tx, ln, mp.inf if odds == 0 else -mp.log(odds),
                       rate * life(s, beta + T, T), rate * (beta + T) * mp.exp(z) * mp.expint(s, z))
            file.write((row + "\n").encode())


def derivatives():
    mp.mp.dps = 40
    step = mp.mpf(10) ** -11
    with gzip.GzipFile("pareto-derivatives.csv.gz", "wb", mtime=0) as file:
        file.write(b"r,s,alpha,beta,x,tx,r,alpha,s,beta,rr,ra,rs,rb,aa,as,ab,ss,sb,bb\n")
        for r, s, alpha, beta, x, tx in itertools.islice(states(), 50, None, 127):
            at = [r, alpha, s, beta]

            def f(*moves):
                p = list(at)
                for i, sign in moves:
                    p[i] += sign * step * at[i]
                return log_likelihood(*p, x, tx)

            f0 = f()
            up = [f((i, 1)) for i in range(4)]
            down = [f((i, -1)) for i in range(4)]
            first = [(up[i] - down[i]) / (2 * step * at[i]) for i in range(4)]
            second = []
            for i in range(4):
                for j in range(i, 4):
                    if i == j:
                        second.append((up[i] - 2 * f0 + down[i]) / (step * at[i]) ** 2)
                    else:
                        mixed = f((i, 1), (j, 1)) - f((i, 1), (j, -1)) - f((i, -1), (j, 1)) + f((i, -1), (j, -1))
                        second.append(mixed / (4 * step * step * at[i] * at[j]))
            file.write((show(r, s, alpha, beta, mp.mpf(x), tx, *first, *second) + "\n").encode())


def windows():
    mp.mp.dps = 20
    with open("pareto-windows.csv", "w") as file:
        file.write("r,alpha,s,beta,from,to,n,probability\n")
        for r, alpha, s, beta in ((0.55, 10.56, 0.61, 11.64), (0.05, 0.001, 5, 10), (5, 10, 0.5, 0.1), (2, 300, 1, 4000)):
            r, alpha, s, beta = (mp.mpf(str(v)) for v in (r, alpha, s, beta))
            for a, b in ((0, 2), (1, 2), (0, 39), (39, 78), (10, 365)):
                for n in (0, 1, 10, 172):
                    ways = mp.rf(r, n) / mp.factorial(n)

                    def bought(y):
                        return ways * (alpha / (alpha + y)) ** r * (y / (alpha + y)) ** n

                    def left(y):
                        return bought(y) * s * (beta / (beta + a + y)) ** s / (beta + a + y)

                    parts = {mp.mpf(k) / 40 for k in range(41)} | {(mp.mpf(k) / 20) ** 4 for k in range(21)}
                    p = bought(mp.mpf(b - a)) * (beta / (beta + b)) ** s
                    p += mp.quad(left, [(b - a) * part for part in sorted(parts)], method="gauss-legendre")
                    if n == 0:
                        p += 1 - (beta / (beta + a)) ** s
                    file.write(show(r, alpha, s, beta, mp.mpf(a), mp.mpf(b), mp.mpf(n), p) + "\n")


grid()
derivatives()
windows()
