package io.customerroom.web.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.room.people.Right;
import io.customerroom.web.security.Route;
import io.customerroom.web.security.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every page and file that lists customers has a rule for those who said not to be called. A new one fails until somebody decides. What reaches a customer stands on call
 * sheets alone.
 */
class ContactListsTest {

    /** What each does, and where it is shown. */
    private enum Rule {
        /** {@code CallSheetTest.whoSaidMeanwhileNotToBeCalledStandsOnThePaperWithoutANumber}, {@code LossReviewsTest}: not drawn, or without a number. */
        LEFT_OUT_OR_WITHOUT_A_NUMBER,
        /** {@code DefinitionsIT.aProgrammeIsPlannedForAListAndSaysWhenNothingCanBeTold}: neither in the audience nor on the list, which say how many are left out. */
        LEFT_OUT_AND_COUNTED,
        /** The page says "Do not call" of somebody who said so. */
        MARKED,
        /** Keys, names and figures: nothing here reaches anybody, and each row opens the customer's page, which is marked. */
        LEADS_TO_THE_MARK
    }

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("/losses", Rule.LEFT_OUT_OR_WITHOUT_A_NUMBER),
            Map.entry("/losses/of/{batch}", Rule.LEADS_TO_THE_MARK),
            Map.entry("/losses/{id}/{executive}", Rule.LEFT_OUT_OR_WITHOUT_A_NUMBER),
            Map.entry("/losses/{id}/{executive}/paper", Rule.LEFT_OUT_OR_WITHOUT_A_NUMBER),
            Map.entry("/customers/{id}", Rule.MARKED),
            Map.entry("/customers/{id}.{ending}", Rule.LEADS_TO_THE_MARK),
            Map.entry("/customers", Rule.LEADS_TO_THE_MARK),
            Map.entry("/customers.{ending}", Rule.LEADS_TO_THE_MARK),
            Map.entry("/worth", Rule.LEADS_TO_THE_MARK),
            Map.entry("/worth.{ending}", Rule.LEADS_TO_THE_MARK),
            Map.entry("/vips", Rule.LEADS_TO_THE_MARK),
            Map.entry("/unprofitable", Rule.LEADS_TO_THE_MARK),
            Map.entry("/unprofitable/new", Rule.LEADS_TO_THE_MARK),
            Map.entry("/unprofitable/{id}", Rule.LEADS_TO_THE_MARK),
            Map.entry("/programmes/{id}/customers", Rule.LEFT_OUT_AND_COUNTED),
            Map.entry("/meetings/{id}/{exhibit}/rows", Rule.LEADS_TO_THE_MARK),
            Map.entry("/definitions/compare/customers", Rule.LEADS_TO_THE_MARK),
            Map.entry("/definitions/compare/customers.csv", Rule.LEADS_TO_THE_MARK),
            Map.entry("/definitions/compare/contracts/customers", Rule.LEADS_TO_THE_MARK),
            Map.entry("/definitions/compare/contracts/customers.csv", Rule.LEADS_TO_THE_MARK),
            Map.entry("/api/v1/metrics/{name}/rows", Rule.LEADS_TO_THE_MARK));

    private static final Pattern REACHES = Pattern.compile("\\.(?:phones|emails)\\(\\)");

    @Test
    void everyListOfCustomersHasARule() {
        assertThat(lists()).containsExactlyInAnyOrderElementsOf(RULES.keySet());
    }

    private static Set<String> lists() {
        return Routes.all().stream()
                .filter(route -> route.verb().equals("GET"))
                .filter(route -> route.audience().admits(Set.of(Right.READ_ROWS))
                        && !route.audience().admits(Set.of(Right.READ_WALLS)))
                .map(Route::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatReachesACustomerStandsOnCallSheetsAlone() {
        List<String> readers = Stream.of("web", "app", "room", "walls")
                .flatMap(module -> sources(Path.of("..", module, "src", "main", "java")))
                .filter(file -> REACHES.matcher(text(file)).find())
                .map(file -> file.getFileName().toString())
                .toList();
        assertThat(readers).containsExactly("CallSheet.java");
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
