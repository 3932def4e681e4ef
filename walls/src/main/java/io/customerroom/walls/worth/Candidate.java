package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.MbgNbd;
import io.customerroom.statistics.lifetime.Nbd;
import io.customerroom.statistics.lifetime.ParetoNbd;
import io.customerroom.statistics.lifetime.PurchaseModel;

/**
 * The models that are tried. MBG/NBD and Pareto/NBD hold it possible that somebody who bought once has left. NBD is the baseline in which
 * nobody leaves: it foretells, to be compared with, and values nobody.
 */
public enum Candidate {
    MBG_NBD("MBG/NBD") {
        @Override
        public Fit<? extends PurchaseModel> fit(Counts counts) {
            return MbgNbd.fit(counts);
        }

        @Override
        PurchaseModel model(double[] p) {
            return new MbgNbd(p[0], p[1], p[2], p[3]);
        }
    },
    PARETO_NBD("Pareto/NBD") {
        @Override
        public Fit<? extends PurchaseModel> fit(Counts counts) {
            return ParetoNbd.fit(counts);
        }

        @Override
        PurchaseModel model(double[] p) {
            return new ParetoNbd(p[0], p[1], p[2], p[3]);
        }
    },
    NBD("NBD (nobody leaves)") {
        @Override
        public Fit<? extends PurchaseModel> fit(Counts counts) {
            return Nbd.fit(counts);
        }

        @Override
        PurchaseModel model(double[] p) {
            return new Nbd(p[0], p[1]);
        }
    };

    private final String label;

    Candidate(String label) {
        this.label = label;
    }

    /** As the literature calls it. */
    public String label() {
        return label;
    }

    /** Whether customers may be valued by it: whether it lets them leave. */
    public boolean valuing() {
        return this != NBD;
    }

    public abstract Fit<? extends PurchaseModel> fit(Counts counts);

    /** The model of these parameters, in the order of its estimate. */
    abstract PurchaseModel model(double[] parameters);
}
