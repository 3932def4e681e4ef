package io.customerroom.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Two leaders call customers who left: whom chance draws is not theirs to choose, what they hear is told here. */
final class LossCalls {

    private static final List<String> CALLERS = List.of("ada.lampwright", "eda.boxwell");

    private record Heard(String outcome, String notes, String reason, String issue, String saved) {

        static Heard reached(String notes, String reason, String issue, String saved) {
            return new Heard("reached", notes, reason, issue, saved);
        }

        static Heard without(String outcome) {
            return new Heard(outcome, "", "", "", "");
        }
    }

    private static final List<Heard> FIRST = List.of(
            Heard.reached(
                    "Was put through four times and told the story four times.",
                    "service hard to reach",
                    Issue.ROUTER_RESTARTS.label(),
                    "no"),
            Heard.without("not-reached"),
            Heard.reached(
                    "Did not understand the second page of the bill and thought we had raised the price.",
                    "bill not understood",
                    Issue.BILL_UNCLEAR.label(),
                    "yes"),
            Heard.reached("The new place has a line of the landlord.", "moved away", "", "no"),
            Heard.without("declined"),
            Heard.reached(
                    "The router went off in every storm; nobody offered another one.",
                    "line too slow",
                    Issue.ROUTER_RESTARTS.label(),
                    "yes"),
            Heard.reached("A neighbour pays five less a month.", "better offer elsewhere", "", ""),
            Heard.without("not-reached"));

    private LossCalls() {}

    /** The draw on the day of a meeting, and the calls of the days after. */
    static List<Act> after(LocalDate meeting, LocalDate through, int calls) {
        List<Act> acts = new ArrayList<>();
        acts.add(new Act.Drew(meeting, through, CALLERS));
        for (int i = 0; i < calls; i++) {
            for (String caller : CALLERS) {
                Heard heard = FIRST.get((i + 3 * CALLERS.indexOf(caller)) % FIRST.size());
                acts.add(new Act.Called(
                        meeting.plusDays(1 + i / 4),
                        through,
                        caller,
                        i + 1,
                        heard.outcome(),
                        heard.notes(),
                        heard.reason(),
                        heard.issue(),
                        heard.saved()));
            }
        }
        return acts;
    }
}
