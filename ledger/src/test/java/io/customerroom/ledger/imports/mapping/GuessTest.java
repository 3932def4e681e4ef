package io.customerroom.ledger.imports.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.FactKind;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer  | customer, name, email, phone, address, segment, site, channel, since
            purchase  | order, line, customer, date, amount, currency, quantity, cost, product, category, line kind, site, channel
            contract  | contract, customer, started on, ended on, noticed on, amount, billing months, currency, product, site, channel
            ticket    | ticket, customer, kind, stage, contact, issue, opened on, closed on, owner, text, site
            operation | contact, contact kind, stage, owner, measure, unit, direction, standard, strict, min n, run length, date, value, n, site
            """)
    void everyColumnOfTheTemplatesIsUnderstood(String kind, String header) {
        List<String> columns = Arrays.asList(header.split(", "));
        Mapping mapping = Guess.columns(FactKind.named(kind), new Sample("template.xlsx", columns, List.of()));
        assertThat(mapping.columns().values())
                .extracting(rule -> rule.from().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(columns);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            purchase  | InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country | order=InvoiceNo customer=CustomerID date=InvoiceDate product=StockCode quantity=Quantity unit_price=UnitPrice site=Country
            purchase  | Order ID,Order Date,Customer ID,Region,Product Name,Sales,Profit | order=Order ID customer=Customer ID date=Order Date product=Product Name amount=Sales profit=Profit site=Region
            customer  | ID,Member-ID,Full Name,E-Mail,Signup Date | customer=Member-ID name=Full Name email=E-Mail since=Signup Date
            departure | account id,churn_date,reason_code,feedback_text | customer=account id left=churn_date reason=reason_code text=feedback_text
            referral  | Referrer,New Customer,Status,Referral Date | customer=Referrer referred=New Customer date=Referral Date outcome=Status
            cost      | Voucher,Cost Type,Booked On,Total | cost=Voucher kind=Cost Type date=Booked On amount=Total
            crosswalk | id 1,id 2,Since | customer=id 1 other=id 2 date=Since
            feedback  | Response-ID,Rating,Review Creation Date | feedback=Response-ID date=Review Creation Date score=Rating
            """)
    void columnsAreRecognisedByTheirOtherNames(String kind, String header, String expected) {
        Mapping mapping = Guess.columns(
                FactKind.named(kind), new Sample("export.csv", Arrays.asList(header.split(",")), List.of()));
        assertThat(mapping.columns().entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + entry.getValue().from().orElseThrow())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    /** Headers as these systems export them; what is found is what their columns mean. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ticket   | Id,Requester id,Requester email,Assignee,Subject,Created at,Updated at,Solved at | ticket=Id customer=Requester id opened=Created at closed=Solved at owner=Assignee text=Subject recorded=Updated at
            ticket   | Summary,Issue key,Status,Component/s,Assignee,Created,Resolved | ticket=Issue key issue=Component/s opened=Created closed=Resolved owner=Assignee text=Summary
            ticket   | Case Number,Account ID,Subject,Date/Time Opened,Date/Time Closed,Case Reason | ticket=Case Number customer=Account ID issue=Case Reason opened=Date/Time Opened closed=Date/Time Closed text=Subject
            contract | id,Customer ID,Plan,Interval,Amount,Start (UTC),Canceled At (UTC),Ended At (UTC) | contract=id customer=Customer ID product=Plan started=Start (UTC) ended=Ended At (UTC) noticed=Canceled At (UTC) amount=Amount billing=Interval
            purchase | Order ID,Order Date,Email (Billing),Item Name,Quantity,Item Cost | order=Order ID customer=Email (Billing) date=Order Date product=Item Name quantity=Quantity unit_price=Item Cost
            customer | Record ID,Company name,Create Date,Country/Region,Industry | customer=Record ID name=Company name segment=Industry site=Country/Region since=Create Date
            """)
    void exportsOfOtherSystemsAreUnderstood(String kind, String header, String expected) {
        assertThat(found(guess(FactKind.named(kind), header))).isEqualTo(expected);
    }

    @Test
    void aSubjectIsFreeTextAndStandsOnNoWall() {
        assertThat(guess(FactKind.TICKET, "Id,Created,Subject").columns()).doesNotContainKey("issue");
    }

    @Test
    void momentsOfGreenwichAreNotTheCompanys() {
        assertThat(guess(FactKind.PURCHASE, "Created (UTC),Amount,Customer ID").zone())
                .contains(ZoneId.of("UTC"));
        assertThat(guess(FactKind.PURCHASE, "Created,Amount,Customer ID").zone())
                .isEmpty();
        assertThat(refusal(FactKind.CONTRACT, "id,Customer ID,Amount,Start (UTC),Ended At"))
                .isEqualTo("COLUMN_NOT_PROVEN");
    }

    @Test
    void aCurrencyInBracketsIsThatOfTheAmounts() {
        Mapping mapping = guess(FactKind.PURCHASE, "date,customer,Amount (USD)");
        assertThat(mapping.columns().get("currency")).isEqualTo(ColumnRule.always("USD"));
        assertThat(refusal(FactKind.PURCHASE, "date,customer,Amount (tax)")).isEqualTo("MAPPING_DOES_NOT_FIT");
    }

    @Test
    void whoHasNoNumberIsKnownByAnAddressInASpaceOfItsOwn() {
        Mapping mapping = guess(FactKind.TICKET, "Id,Created,Requester email");
        assertThat(mapping.columns().get("customer"))
                .isEqualTo(ColumnRule.from("Requester email").withIds("email"));
    }

    @Test
    void aPriceBesideAQuantityIsAskedFor() {
        assertThat(refusal(FactKind.PURCHASE, "Invoice,Quantity,InvoiceDate,Price,Customer ID"))
                .isEqualTo("COLUMN_NOT_PROVEN");
        assertThat(guess(FactKind.PURCHASE, "Invoice,InvoiceDate,Price,Customer ID")
                        .columns())
                .containsKey("amount");
    }

    @Test
    void aTotalThatIsNotThatOfTheLineIsAskedFor() {
        List<String> header = List.of("order", "date", "customer", "quantity", "unit price", "Total");
        Sample line = new Sample("x.csv", header, List.of(List.of("1", "2026-01-05", "7", "3", "2.50", "7.5")));
        assertThat(Guess.columns(FactKind.PURCHASE, line).columns()).containsKey("amount");
        Sample order = new Sample(
                "x.csv",
                header,
                List.of(
                        List.of("1", "2026-01-05", "7", "3", "2.50", "9.50"),
                        List.of("1", "2026-01-05", "7", "1", "2.00", "")));
        assertThat(catchThrowableOfType(Failure.class, () -> Guess.columns(FactKind.PURCHASE, order))
                        .getMessage())
                .contains("is not quantity × price in 2 of 2 rows");
    }

    @Test
    void aScoreIsFoundByItsQuestion() {
        Sample question = new Sample(
                "x.csv",
                List.of("Respondent ID", "Date Created", "How likely is it that you would recommend us?"),
                List.of(List.of("", "", "Response"), List.of("1", "2026-01-05", "9"), List.of("2", "2026-01-05", "0")));
        assertThat(found(Guess.columns(FactKind.FEEDBACK, question)))
                .isEqualTo(
                        "feedback=Respondent ID date=Date Created score=How likely is it that you would recommend us?");
        Sample group = new Sample(
                "x.csv",
                List.of("ResponseId", "RecordedDate", "Q1_NPS_GROUP", "Q1"),
                List.of(List.of("R1", "2026-01-05", "3", "10")));
        assertThat(Guess.columns(FactKind.FEEDBACK, group).columns())
                .containsEntry("score", ColumnRule.from("Q1"))
                .containsEntry("survey", ColumnRule.always("nps"));
        Sample words = new Sample(
                "x.csv",
                List.of("ResponseId", "RecordedDate", "Why would you recommend us?"),
                List.of(
                        List.of("R1", "2026-01-05", "price"),
                        List.of("R2", "2026-01-05", "staff"),
                        List.of("R3", "2026-01-05", "food")));
        assertThat(Guess.columns(FactKind.FEEDBACK, words).columns()).doesNotContainKey("score");
    }

    @Test
    void aKindOfWhichNoWordIsKnownIsAnotherSystemsAffair() {
        Sample types =
                new Sample("x.csv", List.of("Id", "Created", "Type"), List.of(List.of("1", "2026-01-05", "Bug")));
        assertThat(Guess.columns(FactKind.TICKET, types).columns()).doesNotContainKey("kind");
    }

    @Test
    void whoLooksForADateIsToldWhereDatesStand() {
        Sample sample = new Sample(
                "x.csv",
                List.of("Id", "Raised", "Note"),
                List.of(List.of("1", "13/06/2026 10:02", "a"), List.of("2", "14/06/2026 10:02", "b")));
        assertThat(catchThrowableOfType(Failure.class, () -> Guess.columns(FactKind.TICKET, sample))
                        .getMessage())
                .contains("no column for 'opened'; dates stand in 'Raised'");
    }

    private static Mapping guess(FactKind fact, String header) {
        return Guess.columns(fact, new Sample("export.csv", Arrays.asList(header.split(",")), List.of()));
    }

    private static String refusal(FactKind fact, String header) {
        return catchThrowableOfType(Failure.class, () -> guess(fact, header)).code();
    }

    private static String found(Mapping mapping) {
        return mapping.columns().entrySet().stream()
                .flatMap(entry -> entry.getValue().from().stream().map(column -> entry.getKey() + "=" + column))
                .collect(Collectors.joining(" "));
    }

    @Test
    void aPricePerMonthIsNotDividedByTheMonthsOfABill() {
        Mapping mapping = Guess.columns(
                FactKind.CONTRACT,
                new Sample(
                        "x.csv",
                        List.of("subscription_id", "account_id", "start_date", "mrr_amount", "billing_frequency"),
                        List.of()));
        assertThat(mapping.columns()).containsKey("amount").doesNotContainKey("billing");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NPS,                    nps
            NETPRO,                 nps
            Likelihood to recommend, nps
            CSAT score,             csat
            Overall satisfaction,   csat
            Effort score,           ces
            Rating,
            """)
    void theNameOfAScoreSaysWhichSurveyItIs(String score, String survey) {
        Mapping mapping = Guess.columns(
                FactKind.FEEDBACK, new Sample("x.csv", List.of("response id", "survey date", score), List.of()));
        assertThat(Optional.ofNullable(mapping.columns().get("survey")).flatMap(ColumnRule::constant))
                .isEqualTo(Optional.ofNullable(survey));
    }

    @Test
    void aMarkForNothingThatStandsAloneInACellIsNoWord() {
        Mapping mapping = Guess.columns(
                FactKind.TICKET,
                new Sample(
                        "x.csv",
                        List.of("Issue key", "Created on", "Resolved", "Assignee"),
                        List.of(
                                List.of("T-1", "2026-01-05", "?", "N/A"),
                                List.of("T-2", "2026-01-05", "2026-01-06", "why?"))));
        assertThat(mapping.nulls()).containsExactly("NULL", "null", "\\N", "?", "N/A");
        assertThat(mapping.columns().get("closed")).isNotNull();
    }

    @Test
    void theProperNameGoesBeforeAnotherOne() {
        Mapping mapping = Guess.columns(
                FactKind.PURCHASE,
                new Sample("x.csv", List.of("total", "amount", "order date", "date", "customer"), List.of()));
        assertThat(mapping.columns().get("amount")).isEqualTo(ColumnRule.from("amount"));
        assertThat(mapping.columns().get("date")).isEqualTo(ColumnRule.from("date"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-04;2026-06-05T08:30             | iso
            13/6/2026;4/6/2026                      | d/M/yyyy
            6/13/2026;6/4/2026                      | M/d/yyyy
            13.06.2026                              | d.M.yyyy
            13-6-26;1-2-26                          | d-M-yy
            12/1/2010 8:26;12/13/2010 10:02         | M/d/yyyy H:mm
            31.12.2026 23:59:59                     | d.M.yyyy H:mm:ss
            6/13/2026 1:05 PM                       | M/d/yyyy h:mm a
            20260604;20260613                       | yyyyMMdd
            4 Jun 2026                              | d MMM yyyy
            Dec 9, 2011                             | MMM d, yyyy
            2026/6/4                                | yyyy/M/d
            12/Nov/26 3:04 PM                       | d/MMM/yy h:mm a
            2026/11/12 3:04:05 PM GMT+1             | yyyy/M/d h:mm:ss a X
            2026-11-12 15:04:05 UTC                 | iso
            2026-06-04;13/6/2026;14/6/2026          | d/M/yyyy
            2026-06-04;2026-06-05;whenever          | iso
            """)
    void theWayDatesAreWrittenIsProvenByTheSample(String cells, String format) {
        assertThat(date(cells).format()).contains(format);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            4/6/2026
            4/6/2026;11/12/2026
            1.2.2026 7:05
            1-2-26
            """)
    void whetherTheDayOrTheMonthComesFirstIsAskedForWhereNothingProvesIt(String cells) {
        Failure failure = catchThrowableOfType(Failure.class, () -> date(cells));
        assertThat(failure.code()).isEqualTo("FORMAT_NOT_PROVEN");
        assertThat(failure.getMessage()).contains("'when'");
        assertThat(failure.nextStep()).contains("--mapping");
    }

    @Test
    void whatIsNoDateAtAllIsAskedFor() {
        Failure failure = catchThrowableOfType(Failure.class, () -> date("43831;43832"));
        assertThat(failure.code()).isEqualTo("FORMAT_NOT_PROVEN");
        assertThat(failure.getMessage()).contains("holds no date we can read").contains("43831");
    }

    @Test
    void aStatedFormatIsNotDoubted() {
        assertThat(Guess.complete(
                                MappingYaml.read(
                                        "fact: purchase\ncolumns: {customer: who, date: {from: when, format: d/M/yyyy}, amount: what}",
                                        "m.yaml",
                                        Optional.empty()),
                                sample("4/6/2026", "1"),
                                Lookups.NONE)
                        .columns()
                        .get("date")
                        .format())
                .contains("d/M/yyyy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1;2.5;-3            |
            1,5;2,25            | ,
            1.234,5;2           | ,
            1,234.5;1,234       | .
            1.234.567           | ,
            1,234,567           | .
            12,5;1.234          | ,
            NULL;12,5           | ,
            """)
    void theDecimalMarkIsProvenByTheSample(String cells, Character mark) {
        assertThat(amount(cells).decimal()).isEqualTo(Optional.ofNullable(mark));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '1,234'
            '1,234;5,678'
            '1,234;99'
            """)
    void aCommaThatMayBeEitherIsAskedFor(String cells) {
        Failure failure = catchThrowableOfType(Failure.class, () -> amount(cells));
        assertThat(failure.code()).isEqualTo("FORMAT_NOT_PROVEN");
        assertThat(failure.getMessage()).contains("'1,234'").contains("decimal: \",\"");
    }

    @Test
    void allThatDoesNotFitIsToldTogether() {
        Mapping mapping = MappingYaml.read(
                "fact: purchase\ncolumns: {customer: kunde, date: whenn, product: twice, cost: a, profit: b}",
                "m.yaml",
                Optional.empty());
        Sample sample = new Sample("x.csv", List.of("when", "twice", "twice", "a", "b"), List.of());
        Failure failure = catchThrowableOfType(Failure.class, () -> Guess.complete(mapping, sample, Lookups.NONE));
        assertThat(failure.code()).isEqualTo("MAPPING_DOES_NOT_FIT");
        assertThat(failure.getMessage())
                .contains("there is no column 'kunde' for 'customer'")
                .contains("there is no column 'whenn' for 'date'; did you mean 'when'?")
                .contains("the header names 'twice' more than once")
                .contains("no column for 'amount (or quantity and unit_price)'")
                .contains("'cost' and 'profit' say the same thing twice");
        assertThat(failure.nextStep()).contains("when, twice, twice, a, b");
    }

    @Test
    void aRequiredColumnIsAskedForWithTheNearestOne() {
        Failure failure = catchThrowableOfType(
                Failure.class,
                () -> Guess.columns(FactKind.CONTRACT, new Sample("x.csv", List.of("contrakt", "amount"), List.of())));
        assertThat(failure.getMessage())
                .contains("no column for 'contract'; is it 'contrakt'?")
                .contains("no column for 'customer'")
                .contains("no column for 'started'");
    }

    private static ColumnRule date(String cells) {
        return completed(cells, "1", "date");
    }

    private static ColumnRule amount(String cells) {
        return completed("2026-06-04", cells, "amount");
    }

    private static ColumnRule completed(String dates, String amounts, String input) {
        Mapping mapping = MappingYaml.read(
                "fact: purchase\ncolumns: {customer: who, date: when, amount: what}", "m.yaml", Optional.empty());
        return Optional.ofNullable(Guess.complete(mapping, sample(dates, amounts), Lookups.NONE)
                        .columns()
                        .get(input))
                .orElseThrow();
    }

    private static Sample sample(String dates, String amounts) {
        String[] days = dates.split(";");
        String[] numbers = amounts.split(";");
        List<List<String>> rows = new java.util.ArrayList<>();
        for (int i = 0; i < Math.max(days.length, numbers.length); i++) {
            rows.add(List.of("anna", i < days.length ? days[i] : "", i < numbers.length ? numbers[i] : ""));
        }
        return new Sample("x.csv", List.of("who", "when", "what"), rows);
    }
}
