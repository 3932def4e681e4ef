package io.customerroom.demo;

import io.customerroom.demo.truth.Paper;
import java.util.List;

/** What was planted, in words. */
final class Papers {

    private Papers() {}

    static List<Paper> of(Plan plan) {
        return List.of(
                new Paper(
                        "costly-breach",
                        "Installation appointments are kept late, and those who waited leave.",
                        Plan.COSTLY_SITE.label(),
                        plan.costlyFrom() + ", eight weeks",
                        "chance of leaving times " + Hazard.AFTER_LATE_INSTALLATION,
                        "notice within twelve months of an installation ticket of those weeks, against the other sites",
                        "20",
                        false),
                new Paper(
                        "harmless-breach",
                        "Questions about bills wait, and nobody leaves for it.",
                        Plan.HARMLESS_SITE.label(),
                        plan.harmlessFrom() + ", six weeks",
                        "none",
                        "the same comparison for tickets at the contact Bill question shows no difference",
                        "20",
                        false),
                new Paper(
                        "confounded-breach",
                        "Welcome calls are missed in the weeks of a group contract with the university. Those who were"
                                + " not called leave more often, because students do.",
                        Plan.CAMPUS_SITE.label(),
                        plan.campusFrom() + ", eight weeks",
                        "none inside a segment; 85 % of those who came are students",
                        "the comparison for tickets about the first set-up; then the same inside each segment",
                        "20",
                        false),
                new Paper(
                        "loss-making-segment",
                        "Students cost more than they bring.",
                        Segment.STUDENT.label(),
                        "always",
                        "cost of sales 90 % of the list price, most tickets, a third off in the shop; parcels, returns"
                                + " and rents by the cost rules come on top",
                        "contribution by segment",
                        "6",
                        true),
                new Paper(
                        "plain-growth-year",
                        "Customers and their value grow, and nothing is below its floor for long.",
                        "everywhere",
                        plan.firstDay() + " until " + plan.month(plan.quantityFrom()),
                        "as counted",
                        "customer math and value flow of the year",
                        "1",
                        true),
                new Paper(
                        "quantity-without-quality",
                        "A promotion brings more new customers than planned, who pay less and leave soon.",
                        "everywhere; web",
                        plan.month(plan.quantityFrom()) + " until " + plan.month(plan.quantityUntil()),
                        "seven in ten newcomers, at half the price, five times as likely to leave within nine months",
                        "gained customers and their recurring value beside the year before; notice within six months",
                        "7",
                        true),
                new Paper(
                        "loyalty-behaviour",
                        "Who takes the phone flat with the line stays.",
                        "everywhere",
                        "always",
                        "chance of leaving times " + Hazard.WITH_SECOND_CONTRACT,
                        "notice within the first year of those under contract on the first day, with and without a"
                                + " phone flat",
                        "5",
                        false),
                new Paper(
                        "decoy-behaviour",
                        "Who pays a year at once stays no longer than others.",
                        "everywhere",
                        "always",
                        "none",
                        "the same comparison by billing months",
                        "5",
                        false),
                new Paper(
                        "keeping-programme",
                        "Households and home offices whose line is checked every year stay.",
                        Campaign.LINE_CHECK.label(),
                        Campaign.from(plan) + " to " + Campaign.last(plan),
                        "chance of leaving of those who took it up times " + Campaign.AFTER_CHECK,
                        "the programme's audience beside those whom the lot kept out",
                        "10",
                        true),
                new Paper(
                        "idle-programme",
                        "Points for every bill keep nobody. Who collects them stays, because who has the phone flat collects them.",
                        Campaign.POINTS.label(),
                        Campaign.from(plan) + " to " + Campaign.last(plan),
                        "none",
                        "the programme's audience beside those whom the lot kept out; then those who took it up beside those who did not",
                        "10",
                        true),
                new Paper(
                        "harmful-rules",
                        "Three rules drive customers away; a fourth only annoys.",
                        "Fee for moving the line; Signed letter for new bank details; Form before every repair. Photo"
                                + " id asked in the shop is the harmless one",
                        "always",
                        "a quarter of those who meet one give notice at once",
                        "among households, notice within ninety days of the complaint, against complaints about no"
                                + " rule; the reasons for leaving name them",
                        "26",
                        true),
                new Paper(
                        "convergence",
                        "Routers restart by themselves: tickets grow, the survey's answers about it are bad, and"
                                + " repairs come too late.",
                        Plan.CONVERGING_SITE.label(),
                        plan.month(plan.growthMonth()) + "; repairs since " + plan.lateRepairsFrom(),
                        "tickets four times those of other sites per customer",
                        "the issue's tickets by month and site, feedback with its theme, the contact Fault repair",
                        "14",
                        true),
                new Paper(
                        "conflicting-goals",
                        "Calls are to be over in five minutes. They are, and too few are solved.",
                        "Hotline, " + Plan.PILOT_SITE.label(),
                        plan.pilotFrom() + " until now",
                        "three minutes shorter, a fifth fewer solved",
                        "both measures of the hotline at the site, side by side",
                        "22",
                        true),
                new Paper(
                        "running-breach",
                        "Callers wait too long, and still do.",
                        "Hotline, " + Plan.RUNNING_SITE.label(),
                        plan.runningFrom() + " until now",
                        "nine minutes, six are allowed",
                        "priority contacts of the last month",
                        "19",
                        true),
                new Paper(
                        "moved-promise",
                        "Repairs at Millbrook were promised for a date that moved three times.",
                        "the room's meetings",
                        "the last three months",
                        "four dates",
                        "the promise's page",
                        "24",
                        true),
                new Paper(
                        "longer-notice",
                        "By new terms notice is three months, to the day; before it was one, to the end of a month.",
                        "everywhere",
                        plan.longerNotice() + " until now",
                        "none",
                        "last days on the rescue list",
                        "4",
                        false),
                new Paper(
                        "contract-events",
                        "Money is paid back, coupons and discounts run, contracts rest, bills are not paid, and none of it makes anybody leave.",
                        "everywhere",
                        "always",
                        "some four in a hundred contracts a month; six in ten yearly plans that are given up are partly paid back",
                        "the metric contract-events; recurring value with each switch of the definition of contracts turned",
                        "2",
                        true),
                new Paper(
                        "customer-equity-fall",
                        "The card's bonus for households ends, and customer equity falls more than in any other month"
                                + " of the year.",
                        Plan.BONUS_SEGMENT.label(),
                        plan.bonusEnds() + ", one month; some stay away for good",
                        "85 % of the households with a card stay out of the shops in that month, 40 % of these for"
                                + " good",
                        "the change of customer equity of that month, by segment; the remark beside it; the reason"
                                + " card bonus ended",
                        "4",
                        true),
                new Paper(
                        "another-new",
                        "Sales counts every contract begun and every first purchase as a new customer; the ledger"
                                + " counts customers.",
                        "everywhere",
                        "always",
                        "as counted per month",
                        "the metric new-as-sales-counts beside customer math",
                        "3",
                        true));
    }
}
