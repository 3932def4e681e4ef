package io.customerroom.statistics.lifetime;

/**
 * What the states of one x add to the likelihood by the chance that their silence means they have left. With w the weight, l the
 * probability of having left, and δ its log-odds: {@code left} is Σ w l, {@code unsure} Σ w l (1 − l), the others the first and second
 * derivatives by r and alpha.
 */
final class Silence {

    double left;
    double unsure;
    double unsureR;
    double unsureAlpha;
    double r;
    double alpha;
    double rr;
    double ralpha;
    double alphaalpha;

    /**
     * Σ w ln(1 + e^δ) over the states from begin to end; the derivatives are added to this. The innermost loop of every fit: plain
     * arrays, plain sums.
     *
     * @param logs ln(alpha + time) per distinct time
     * @param inverses 1 / (alpha + time) per distinct time
     * @param shape r + x
     * @param odds ln(a / (b + n − 1))
     */
    double add(Counts counts, double[] logs, double[] inverses, int begin, int end, double shape, double odds) {
        int[] recencies = counts.recencies();
        int[] ages = counts.ages();
        double[] weights = counts.weights();
        double value = 0;
        double sumL = 0;
        double sumLL = 0;
        double sumLD = 0;
        double sumLE = 0;
        double sumU = 0;
        double sumUL = 0;
        double sumUD = 0;
        double sumULL = 0;
        double sumULD = 0;
        double sumUDD = 0;
        for (int i = begin; i < end; i++) {
            int to = ages[i];
            int from = recencies[i];
            double later = inverses[to];
            double earlier = inverses[from];
            double distance = logs[to] - logs[from];
            double slope = later - earlier;
            double delta = odds + shape * distance;
            double small = Math.exp(-Math.abs(delta));
            double share = 1 / (1 + small);
            double l = weights[i] * (delta >= 0 ? share : small * share);
            double u = weights[i] * small * share * share;
            value += weights[i] * (Math.max(delta, 0) + Math.log(1 + small));
            sumL += l;
            sumLL += l * distance;
            sumLD += l * slope;
            sumLE -= l * slope * (later + earlier);
            sumU += u;
            sumUL += u * distance;
            sumUD += u * slope;
            sumULL += u * distance * distance;
            sumULD += u * distance * slope;
            sumUDD += u * slope * slope;
        }
        left += sumL;
        unsure += sumU;
        unsureR += sumUL;
        unsureAlpha += shape * sumUD;
        r += sumLL;
        alpha += shape * sumLD;
        rr += sumULL;
        ralpha += shape * sumULD + sumLD;
        alphaalpha += shape * shape * sumUDD + shape * sumLE;
        return value;
    }
}
