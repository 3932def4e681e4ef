package io.customerroom.walls.worth;

import io.customerroom.statistics.lifetime.Counts;
import io.customerroom.statistics.lifetime.ExponentialNbd;
import io.customerroom.statistics.lifetime.Fit;
import io.customerroom.statistics.lifetime.GeometricNbd;
import io.customerroom.statistics.lifetime.MbgNbd;
import io.customerroom.statistics.lifetime.Nbd;
import io.customerroom.statistics.lifetime.ParetoNbd;
import io.customerroom.statistics.lifetime.PurchaseModel;
import java.util.Arrays;
import java.util.List;

/**
 * The models that are tried. MBG/NBD and Pareto/NBD let every customer have a readiness to leave of his own; the two after them are what they become where data do not tell
 * customers apart in that, and take their place then. NBD is the baseline in which nobody leaves: it values customers only where no leaving is seen at all.
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
    GEOMETRIC_NBD("MBG/NBD with one chance of leaving") {
        @Override
        public Fit<? extends PurchaseModel> fit(Counts counts) {
            return GeometricNbd.fit(counts);
        }

        @Override
        PurchaseModel model(double[] p) {
            return new GeometricNbd(p[0], p[1], p[2]);
        }
    },
    EXPONENTIAL_NBD("Pareto/NBD with one rate of leaving") {
        @Override
        public Fit<? extends PurchaseModel> fit(Counts counts) {
            return ExponentialNbd.fit(counts);
        }

        @Override
        PurchaseModel model(double[] p) {
            return new ExponentialNbd(p[0], p[1], p[2]);
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

    /** Whether it lets customers leave. */
    public boolean leaving() {
        return this != NBD;
    }

    /** The model that this one is the limit of, or itself. */
    Candidate family() {
        return switch (this) {
            case MBG_NBD, GEOMETRIC_NBD -> MBG_NBD;
            case PARETO_NBD, EXPONENTIAL_NBD -> PARETO_NBD;
            case NBD -> NBD;
        };
    }

    /** This one and its limits, richest first. */
    List<Candidate> members() {
        return Arrays.stream(values())
                .filter(candidate -> candidate.family() == this)
                .toList();
    }

    public abstract Fit<? extends PurchaseModel> fit(Counts counts);

    /** The model of these parameters, in the order of its estimate. */
    abstract PurchaseModel model(double[] parameters);
}
