package io.customerroom.statistics.lifetime;

import io.customerroom.statistics.numeric.SpecialFunctions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Figures about models fitted to CDNOW's sample, to donors and to two cohorts of contracts. */
final class FurtherFits {

    private static final double HOLDOUT_WEEKS = 39;

    private final CdnowSample sample;
    private final Counts cdnow;
    private final Counts donors;
    private final Map<String, Fit.Converged<?>> found = new HashMap<>();

    FurtherFits(CdnowSample sample, Counts donors) {
        this.sample = sample;
        this.cdnow = sample.counts();
        this.donors = donors;
    }

    double value(FurtherRow row) {
        Fit.Converged<?> fit = fit(row);
        Estimate estimate = fit.estimate();
        return switch (row.quantity()) {
            case "LL" -> estimate.logLikelihood();
            case "BIC" -> row.count(0) * Math.log(cdnow.customers()) - 2 * estimate.logLikelihood();
            case "LL of counts" -> estimate.logLikelihood() + cdnow.sum(FurtherFits::ofCounts);
            case "shortfall" -> estimate.logLikelihood() - likelihood(row);
            default -> {
                if (row.quantity().startsWith("error of ")) {
                    yield estimate.standardError(row.quantity().substring(9));
                }
                yield estimate.names().contains(row.quantity())
                        ? estimate.value(row.quantity())
                        : ofModel(row, fit.model());
            }
        };
    }

    /** ln of T^x / x!, by which the likelihood of a count differs from that of purchases at their times. */
    private static double ofCounts(History history) {
        return history.x() * Math.log(history.age()) - SpecialFunctions.logGamma(history.x() + 1.0);
    }

    private double ofModel(FurtherRow row, Object model) {
        return switch (model) {
            case PurchaseModel buying -> ofBuying(row, buying);
            case GammaGamma spend -> spend.expected(row.count(0), row.argumentValues()[1]);
            case ShiftedBetaGeometric stay -> ofStay(row, stay);
            default -> throw new AssertionError(row);
        };
    }

    private static double ofStay(FurtherRow row, ShiftedBetaGeometric stay) {
        return switch (row.quantity()) {
            case "S(t)" -> stay.survival(row.count(0));
            case "DERL" -> stay.residualLifetime(row.count(0), row.argumentValues()[1]);
            case "mean of theta" -> stay.alpha() / (stay.alpha() + stay.beta());
            case "polarisation" -> stay.polarisation();
            default -> throw new AssertionError(row);
        };
    }

    private double ofBuying(FurtherRow row, PurchaseModel model) {
        double[] alive = sample.customers().stream()
                .mapToDouble(known -> model.probabilityAlive(known.history()))
                .sorted()
                .toArray();
        return switch (row.quantity()) {
            case "mean alive" -> Arrays.stream(alive).average().orElseThrow();
            case "lower quartile alive" -> alive[(alive.length - 1) / 4];
            case "median alive" -> alive[(alive.length - 1) / 2];
            case "mean of the next 39" ->
                sample.customers().stream()
                        .filter(known -> known.history().x() == row.count(0))
                        .mapToDouble(known -> model.expected(HOLDOUT_WEEKS, known.history()))
                        .average()
                        .orElseThrow();
            case "bias" -> sum(known -> next(model, known)) / sample.heldOut() - 1;
            case "absolute error" -> sum(known -> Math.abs(next(model, known) - known.heldOut())) / sample.heldOut();
            case "squared log error" ->
                sum(known -> Math.pow(Math.log1p(next(model, known)) - Math.log1p(known.heldOut()), 2)) / alive.length;
            default -> throw new AssertionError(row);
        };
    }

    private static double next(PurchaseModel model, CdnowSample.Known known) {
        return model.expected(HOLDOUT_WEEKS, known.history());
    }

    private double sum(ToDoubleFunction<CdnowSample.Known> figure) {
        return sample.customers().stream().mapToDouble(figure).sum();
    }

    /** Of the data at the parameters that somebody else's search ended with. */
    private double likelihood(FurtherRow row) {
        double[] p = row.argumentValues();
        return switch (row.model()) {
            case "NBD" -> cdnow.sum(new Nbd(p[0], p[1])::logLikelihood);
            case "BG/NBD" -> cdnow.sum(new BgNbd(p[0], p[1], p[2], p[3])::logLikelihood);
            case "Pareto/NBD" -> cdnow.sum(new ParetoNbd(p[0], p[1], p[2], p[3])::logLikelihood);
            case "MBG/CNBD-2" -> cdnow.sum(new MbgCnbd(2, p[0], p[1], p[2], p[3])::logLikelihood);
            case "sBG" -> ofCohort(new ShiftedBetaGeometric(p[0], p[1]), RenewalFigures.HIGH_END);
            default -> throw new AssertionError(row);
        };
    }

    private static double ofCohort(ShiftedBetaGeometric model, long[] survivors) {
        int last = survivors.length - 1;
        double sum = survivors[last] * model.logSurvival(last);
        for (int t = 1; t <= last; t++) {
            sum += (survivors[t - 1] - survivors[t]) * Math.log(model.probabilityOfLeaving(t));
        }
        return sum;
    }

    private Fit.Converged<?> fit(FurtherRow row) {
        Supplier<Fit<?>> search =
                switch (row.model()) {
                    case "NBD" -> () -> Nbd.fit(cdnow);
                    case "BG/NBD" -> () -> BgNbd.fit(cdnow);
                    case "MBG/NBD" -> () -> MbgNbd.fit(cdnow);
                    case "MBG/CNBD-2" -> () -> MbgCnbd.fit(cdnow, 2);
                    case "MBG/CNBD-3" -> () -> MbgCnbd.fit(cdnow, 3);
                    case "Pareto/NBD" -> () -> ParetoNbd.fit(cdnow);
                    case "Gamma-Gamma" -> () -> GammaGamma.fit(sample.spending());
                    case "BG/BB" -> () -> BgBb.fit(donors);
                    case "sBG" ->
                        () -> ShiftedBetaGeometric.fit(Renewals.cohort(
                                row.parameters().equals("Regular") ? RenewalFigures.REGULAR : RenewalFigures.HIGH_END));
                    default -> throw new AssertionError(row);
                };
        return found.computeIfAbsent(row.model() + row.parameters(), _ -> (Fit.Converged<?>) search.get());
    }
}
