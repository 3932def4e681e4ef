package io.customerroom.testkit.oracle;

/** Figures of the golden company that were worked out with pencil and paper; lapse 90 days, through 2025-06-30. */
public final class WorkedByHand {

    /** Opening + gained + regained - lost = closing; whoever moved stands behind it, lost ones with a minus. */
    public static final String MONTHS = figures("""
            2024-01 0+6+0-0=6      anna bruno emil georg ivo otto
            2024-02 6+5+0-0=11     dora jana karl paula yvonne
            2024-03 11+2+0-0=13    frieda lena
            2024-04 13+1+0-2=12    xaver, -otto (5 Jan + 91 = 5 Apr) -bruno (15 Jan + 91 = 15 Apr)
            2024-05 12+1+1-3=11    hanna, -dora (6 May) -karl and karl again (2 May) -paula (30 May)
            2024-06 11+2+1-1=13    rosa zeno, -lena (4 Jun) and lena again (20 Jun)
            2024-07 13+1+0-1=13    max, -jana (1 May + 91 = 31 Jul)
            2024-08 13+1+0-2=12    stefan, -karl (1 Aug) -yvonne (20 May + 91 = 19 Aug; her contract ended on 1 Jun)
            2024-09 12+2+1-4=11    tilda elsa, bruno again, -ivo (19) -lena (19) -max (10) -rosa (30)
            2024-10 11+2+0-0=13    quirin viktor; emil ends one of two contracts and stays
            2024-11 13+1+0-1=13    uma (in Kathmandu it is December), -stefan (7)
            2024-12 13+2+0-1=14    wanda alma, -bruno (2)
            2025-01 14+1+0-3=12    cilli, -frieda (1) -viktor (9) -quirin (26)
            2025-02 12+0+2-2=12    -elsa and elsa again (1), paula again (28), -tilda (19)
            2025-03 12+0+0-3=9     -uma (1) -wanda (25) -alma (31)
            2025-04 9+0+0-1=8      -xaver (1)
            2025-05 8+0+0-2=6      -elsa (3) -paula (30)
            2025-06 6+1+0-2=5      boris, -georg (15) -cilli (19); anna emil hanna zeno boris remain
            """);

    public static final String COARSER = figures("""
            2024-Q1 0+13+0-0=13
            2024-Q2 13+4+0-4=13    karl and lena left and came back inside
            2024-Q3 13+3+1-6=11    max came and left inside
            2024-Q4 11+5+0-2=14
            2025-Q1 14+1+1-7=9     elsa left and came back on one day
            2025-Q2 9+1+0-5=5
            2024 0+14+0-0=14
            2025 14+1+0-10=5
            FY2024 0+13+0-0=13
            FY2025 13+1+0-9=5
            """);

    /** Gained, regained and lost inside each quarter: months = quarter + inside. */
    public static final String INSIDE_QUARTERS = """
            2024-Q1 0 0 0
            2024-Q2 0 2 2
            2024-Q3 1 0 1
            2024-Q4 0 0 0
            2025-Q1 0 1 1
            2025-Q2 0 0 0
            """;

    /** Contract value per month of the contracts in force at each month's end. */
    public static final String RECURRING = figures("""
            2024-01 75.0000000000      emil 50, georg 25
            2024-02 140.0000000000     emil's second 30, yvonne 35
            2024-03 180.0000000000     frieda 40
            2024-04 200.0000000000     xaver 20
            2024-05 366.6666666667     hanna 2000 a year
            2024-06 364.6666666667     yvonne ended, zeno 33 as corrected
            2024-07 389.6666666667     max 25; xaver renewed
            2024-08 389.6666666667
            2024-09 379.6666666667     max ended, elsa 15
            2024-10 349.6666666667     emil's second ended
            2024-11 409.6666666667     hanna 60 more
            2024-12 409.6666666667
            2025-01 369.6666666667     frieda ended
            2025-02 354.6666666667     elsa ended
            2025-03 354.6666666667
            2025-04 334.6666666667     xaver ended
            2025-05 334.6666666667
            2025-06 309.6666666667     georg ended; emil 50, hanna 226.67, zeno 33
            """);

    /** Tickets opened, closed and open at the month's end, where there are any. */
    public static final String TICKETS = figures("""
            2024-02 repair 1 1 0      T01 came and went
            2024-03 buy 1 1 0         T04 closed on its day
            2024-03 repair 1 0 1      T02
            2024-04 repair 0 0 1
            2024-05 repair 0 1 0      T02 closed
            2024-06 buy 1 0 1         T03, which nobody ever closes
            2024-07 buy 0 0 1
            2024-07 ride 1 0 1        T07 opened on the last day of July
            2024-08 buy 0 0 1
            2024-08 ride 0 1 0        and closed on the first of August
            2024-09 buy 0 0 1
            2024-09 repair 1 1 0      T11
            2024-10 buy 0 0 1
            2024-11 buy 0 0 1
            2024-11 choose 1 1 0      T08, nobody's
            2024-11 repair 1 0 1      T09
            2024-12 buy 0 0 1
            2024-12 renew 1 0 1       T05
            2024-12 repair 0 1 0      T09 closed
            2025-01 buy 0 0 1
            2025-01 renew 0 1 0       T05 closed
            2025-02 buy 0 0 1
            2025-03 buy 0 0 1
            2025-03 renew 1 1 0       T10
            2025-04 buy 0 0 1
            2025-05 buy 0 0 1
            2025-05 repair 1 0 1      T06
            2025-06 buy 0 0 1
            2025-06 repair 1 0 2      T12 on the last day
            """);

    /** The priority contacts at the end of June 2025: latest reading and what it says. */
    public static final String CONTACTS = figures("""
            checkout 18760 holds      exactly the standard, which is no breach
            delivery 3 breach         exactly the standard, which a strict rule does not accept
            helpline 55 too-few       four calls where ten are asked for
            renewal letter 2.25 holds  two misses where three in a row are asked for
            repair desk 85 breach     the second miss in a row
            """);

    /** Money of purchases whose customer is not known, by month and site. */
    public static final String UNKNOWN = figures("""
            2024-05 Graz 1 7.5
            2024-05 Wien 1 12.5
            2025-02 - 1 20
            """);

    private WorkedByHand() {}

    /** Cuts the remarks off. */
    private static String figures(String table) {
        return table.replaceAll(" {2,}.*", "");
    }

    /**
     * Place and cumulative contribution of 2024. Anna earns 5 × 40 + 50 − 2.50 (birthday card) = 247.50; then Ivo, under three ids, 20 + 25 + 50;
     * Uma 90; Bruno 50 + 40 − 9 (parcel); five customers 40 each (Jana, Karl, Lena, Quirin, Tilda); Paula and Alma 30; Stefan 25; Viktor 20;
     * Rosa 6 + 12. Wanda and Otto brought everything back: 0. Nora cancelled: −10. Clara only complained: −20. Dora 80 − 120 − 15 = −55.
     * Whoever has a contract is not in the row, because nobody knows what serving it cost.
     */
    public static final String WHALE_OF_2024 = """
            1 247.5 step
            2 342.5 step
            3 432.5 step
            4 513.5 step
            5 553.5 step
            6 593.5 step
            7 633.5 step
            8 673.5 step
            9 713.5 step
            10 743.5 step
            11 773.5 step
            12 798.5 step
            13 818.5 step
            14 836.5 peak
            15 836.5 step
            16 836.5 step
            17 826.5 step
            18 806.5 step
            19 751.5 end
            """;

    /**
     * Cohort, age, customers, active, share, complete. Four were first gained from July to September 2024: Max by a contract that ended on 10 September, Elsa
     * by one from 1 September (a purchase then carries her to 2 May 2025), Stefan (lost on 7 November), Tilda (lost on 19 February 2025).
     */
    public static final String COHORT_OF_2024_Q3 = """
            2024-Q3 0 4 3 75.00 true
            2024-Q3 1 4 2 50.00 true
            2024-Q3 2 4 1 25.00 true
            2024-Q3 3 4 0 0.00 true
            """;
}
