package io.customerroom.statistics.lifetime;

/** 11,104 people who first gave in 1995, and whether they gave in each of the six years since (Fader, Hardie and Shang 2010). */
final class Donations {

    /** To four digits, as its authors' spreadsheet has them; the paper prints three. */
    static final BgBb SPREADSHEET = new BgBb(1.2035, 0.7497, 0.6567, 2.7834);

    private Donations() {}

    static Counts read() {
        CountsBuilder builder = Counts.builder();
        RealData.lines("donations/donations.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> builder.add(
                        Integer.parseInt(cells[0]),
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3])));
        return builder.build();
    }
}
