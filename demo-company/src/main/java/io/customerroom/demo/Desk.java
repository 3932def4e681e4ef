package io.customerroom.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Tickets: everyday questions, installations, the price letter, the growing issue; and the answers to surveys about them. */
final class Desk {

    private static final double SHOPPER_TICKETS = 0.02;
    private static final double PRICE_LETTER_TICKETS = 0.35;
    private static final double GROWN_TICKETS = 0.03;
    private static final double GROWN_TICKETS_WHERE_SOURCES_CONVERGE = 0.12;
    private static final double SET_UP_HELP = 0.8;
    private static final double PILOT_CALLED_AGAIN = 0.04;
    private static final double LATE_IN_BREACH_COMPLAINS = 0.45;

    private final Plan plan;

    Desk(Plan plan) {
        this.plan = plan;
    }

    void tell(Life life, Consumer<Entry> to) {
        new Visit(life, to).tell();
    }

    /** One person's dealings with the desk. */
    private final class Visit {

        private final Life life;
        private final Person person;
        private final Consumer<Entry> to;
        private final Draws draws;
        private int tickets;
        private int answers;

        Visit(Life life, Consumer<Entry> to) {
            this.life = life;
            this.person = life.person();
            this.to = to;
            this.draws = Draws.of(plan.settings().seed(), "desk", person.number());
        }

        void tell() {
            LocalDate since = person.contractSince().or(person::cardSince).orElseThrow();
            LocalDate first = since.isBefore(plan.firstDay()) ? plan.firstDay() : since;
            for (LocalDate day : life.installations()) {
                installation(day);
            }
            for (LocalDate month = first; !month.isAfter(plan.lastDay()); month = month.plusMonths(1)) {
                month(month);
            }
            for (Life.Snag snag : life.snags()) {
                ask(snag.rule().issue(), snag.day());
            }
            for (Life.Leaving leaving : life.leavings()) {
                ask(Issue.CANCEL, leaving.noticedOn());
            }
        }

        private void installation(LocalDate day) {
            ask(Issue.INSTALLATION, day);
            boolean late = plan.costly(person.site(), day);
            if (late && draws.chance(LATE_IN_BREACH_COMPLAINS)) {
                ask(Issue.INSTALLATION_LATE, day.plusDays(1));
            }
            answer(Issue.INSTALLATION, Survey.NPS, day.plusDays(3), late ? 4.5 : 8.2, 0.35);
            boolean newcomer = person.contractSince().filter(day::equals).isPresent();
            if (newcomer && draws.chance(SET_UP_HELP)) {
                ask(Issue.FIRST_SETUP, day);
            }
        }

        private void month(LocalDate month) {
            LocalDate day = draws.day(month, month.plusMonths(1).minusDays(1));
            if (day.isAfter(plan.lastDay())) {
                return;
            }
            boolean contract = life.underContract(day);
            boolean household = person.segment() == Segment.HOUSEHOLD;
            int everyday = draws.poisson(contract ? person.segment().ticketsPerMonth() : SHOPPER_TICKETS);
            for (int i = 0; i < everyday; i++) {
                Issue issue = contract ? Issue.values()[draws.weighted(Issue.WEIGHTS)] : Issue.ORDER_STUCK;
                ask(issue, day.plusDays(i));
            }
            if (contract && household && plan.priceLetter(day) && draws.chance(PRICE_LETTER_TICKETS)) {
                ask(Issue.BILL_UNCLEAR, day);
            }
            boolean converging = person.site() == Plan.CONVERGING_SITE;
            double grown = converging ? GROWN_TICKETS_WHERE_SOURCES_CONVERGE : GROWN_TICKETS;
            if (contract && draws.chance(grown * plan.growth(day))) {
                ask(Issue.ROUTER_RESTARTS, day);
                answer(Issue.ROUTER_RESTARTS, Survey.NPS, day.plusDays(4), converging ? 3.5 : 6, 0.25);
            }
            if (contract && plan.pilot(person.site(), day) && draws.chance(PILOT_CALLED_AGAIN)) {
                ask(Issue.CALLED_AGAIN, day);
            }
            answer(Issue.SLOW_LINE, Survey.NPS, day, person.promoted() ? 6 : 7.6, 0.03);
        }

        private void ask(Issue issue, LocalDate day) {
            if (!plan.inside(day)) {
                return;
            }
            LocalDateTime opened = day.atTime(LocalTime.of(9, 0)).plusMinutes(draws.below(480));
            double hours = 3 + draws.exponential(issue.complaint() ? 60 : 24);
            LocalDateTime closed = opened.plusMinutes((long) (hours * 60)).truncatedTo(ChronoUnit.MINUTES);
            boolean done = closed.isBefore(plan.lastDay().plusDays(1).atStartOfDay());
            String id = Ids.of("Q", person.number(), 6, "-", ++tickets, 2);
            String owner = Names.STAFF.get(issue.ordinal() % Names.STAFF.size());
            to.accept(new Entry.Asked(
                    id, person, person.mainId(), issue, opened, done ? Optional.of(closed) : Optional.empty(), owner));
            int cost = (int) Math.round(issue.costCents() * (0.7 + 0.6 * draws.uniform()));
            to.accept(new Entry.Spent("L" + id, person, person.mainId(), day, "serve", "ticket", cost));
            if (done) {
                answer(issue, Survey.CSAT, closed.toLocalDate(), issue.complaint() ? 3.4 : 4.2, 0.2);
            }
        }

        private void answer(Issue about, Survey survey, LocalDate day, double mean, double share) {
            if (!draws.chance(share) || day.isAfter(plan.lastDay())) {
                return;
            }
            long drawn = Math.round(draws.normal(mean, survey == Survey.NPS ? 1.8 : 0.8));
            int score = (int) Math.max(survey.min(), Math.min(survey.max(), drawn));
            boolean liked = score - survey.min() > (survey.max() - survey.min()) * 0.65;
            String id = Ids.of("F", person.number(), 6, "-", ++answers, 2);
            String theme = draws.chance(0.1) ? "" : Words.theme(about, liked);
            String text = draws.chance(0.4) ? Words.text(about, liked, draws) : "";
            to.accept(new Entry.Answered(id, person, person.mainId(), day, about, survey, score, theme, text));
        }
    }
}
