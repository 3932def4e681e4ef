package io.customerroom.walls.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.customerroom.kernel.CompanyCalendar;
import io.customerroom.kernel.Period;
import io.customerroom.ledger.goals.AlarmDecision;
import io.customerroom.walls.asset.AlarmItem.Judged;
import io.customerroom.walls.asset.VolumeAndValue.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VolumeAndValueTest {

    private static final CompanyCalendar CALENDAR = CompanyCalendar.utc();

    /** Half of the customers bring {@code low}, half of them {@code high}. */
    private static VolumeAndValue gained(long customers, double low, double high, int planned, double plannedValue) {
        double half = customers / 2.0;
        return new VolumeAndValue(
                customers,
                BigDecimal.valueOf(half * (low + high)),
                half * (low * low + high * high),
                BigDecimal.valueOf(planned),
                BigDecimal.valueOf(plannedValue));
    }

    @Test
    void moreCustomersOfSurelyLowerValueRaiseTheAlarm() {
        // 120 instead of 100, at 20 to 40 instead of 40 each: 30 ± 1.8
        assertThat(gained(120, 20, 40, 100, 4_000).verdict()).isEqualTo(Verdict.ALARM);
    }

    @Test
    void theSameShortfallOfFewCustomersMayBeChance() {
        assertThat(gained(48, 20, 40, 40, 1_600).verdict()).isEqualTo(Verdict.TOO_FEW);
        // 102 instead of 100, at 0 to 76 instead of 40 each: 38 ± 7.4 holds the plan
        assertThat(gained(102, 0, 76, 100, 4_000).verdict()).isEqualTo(Verdict.NOT_SURE);
    }

    @Test
    void moreCustomersWhoBringWhatWasPlannedOrFewerWhoBringLessAreNoAlarm() {
        assertThat(gained(120, 30, 40, 100, 4_000).verdict()).isEqualTo(Verdict.MORE_AND_WORTH);
        assertThat(gained(100, 20, 40, 100, 4_000).verdict()).isEqualTo(Verdict.FEWER);
    }

    @Test
    void anAlarmThatIsRaisedAgainWhileOpenStaysOneItem() {
        List<AlarmItem> items = items("..AAA.A..", List.of());
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().since().name()).isEqualTo("2026-03");
        assertThat(items.getFirst().latest().name()).isEqualTo("2026-07");
        assertThat(items.getFirst().open()).isFalse();
        assertThat(items("..AAA.A.", List.of())).singleElement().matches(AlarmItem::open);
    }

    @Test
    void afterTwoQuietPeriodsAnotherAlarmIsAnotherItem() {
        assertThat(items("A..A", List.of()))
                .extracting(item -> item.since().name())
                .containsExactly("2026-01", "2026-04");
    }

    @Test
    void whatALeaderClosedIsOpenedAgainOnlyByALaterPeriod() {
        AlarmDecision closed = decision("2026-02", AlarmDecision.Kind.CLOSED, Optional.empty());
        assertThat(items("AA", List.of(closed))).singleElement().matches(item -> !item.open());
        assertThat(items("AAA", List.of(closed)))
                .extracting(item -> item.since().name() + " " + item.open())
                .containsExactly("2026-01 false", "2026-03 true");
    }

    @Test
    void aSnoozedAlarmIsSilentUntilItsDayAndOpenAllTheWhile() {
        LocalDate until = LocalDate.parse("2026-04-01");
        AlarmItem item = items("AAA", List.of(decision("2026-02", AlarmDecision.Kind.SNOOZED, Optional.of(until))))
                .getFirst();
        assertThat(item.open()).isTrue();
        assertThat(item.loud(until.minusDays(1))).isFalse();
        assertThat(item.state(until.minusDays(1))).isEqualTo("snoozed until 1 April 2026");
        assertThat(item.loud(until)).isTrue();
    }

    private static AlarmDecision decision(String period, AlarmDecision.Kind kind, Optional<LocalDate> until) {
        return new AlarmDecision(Optional.empty(), period, kind, until, "why", "ada", Instant.EPOCH);
    }

    /** From January 2026 on; {@code A} raises the alarm. */
    private static List<AlarmItem> items(String raised, List<AlarmDecision> decisions) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < raised.length(); i++) {
            Period month = CALENDAR.parse("2026-%02d".formatted(i + 1));
            judged.add(new Judged(month, raised.charAt(i) == 'A' ? Verdict.ALARM : Verdict.MORE_AND_WORTH));
        }
        List<String> names = judged.stream().map(it -> it.period().name()).toList();
        return AlarmItem.of(judged, decisions, names::indexOf);
    }
}
