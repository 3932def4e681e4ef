package io.customerroom.ledger.definitions;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a vendor's system counts the movements of contracts, as far as its published pages tell; docs/guide/contracts.md names them. What they do not tell
 * stays as the company has it, so that a bridge shows the vendor's decisions and nothing else. Vendors change their rules.
 */
public enum ContractPreset {
    PROFITWELL(
            "ProfitWell",
            Map.of(
                    ContractSwitch.BOOKED, "end",
                    ContractSwitch.SAME_PERIOD, "ignored",
                    ContractSwitch.REACTIVATION_DAYS, "any",
                    ContractSwitch.REFUNDS, "yearly-end",
                    ContractSwitch.DISCOUNTS, "always",
                    ContractSwitch.PAUSES, "zero",
                    ContractSwitch.DUNNING_DAYS, "15",
                    ContractSwitch.RECOVERED, "reactivation")),
    CHARTMOGUL("ChartMogul", Map.of(ContractSwitch.REACTIVATION_DAYS, "any")),
    MAXIO(
            "Maxio",
            Map.of(
                    ContractSwitch.BOOKED, "notice",
                    ContractSwitch.SAME_PERIOD, "counted",
                    ContractSwitch.REACTIVATION_DAYS, "90",
                    ContractSwitch.REFUNDS, "beside",
                    ContractSwitch.PAUSES, "unchanged")),
    CHARGEBEE(
            "Chargebee",
            Map.of(
                    ContractSwitch.SAME_PERIOD, "counted",
                    ContractSwitch.REACTIVATION_DAYS, "any",
                    ContractSwitch.REFUNDS, "beside",
                    ContractSwitch.DISCOUNTS, "repeated")),
    RECHARGE(
            "ReCharge",
            Map.of(
                    ContractSwitch.BOOKED, "notice",
                    ContractSwitch.SAME_PERIOD, "counted",
                    ContractSwitch.REFUNDS, "beside",
                    ContractSwitch.PAUSES, "zero")),
    RECURLY("Recurly", Map.of(ContractSwitch.REFUNDS, "span", ContractSwitch.DISCOUNTS, "always")),
    STRIPE(
            "Stripe",
            Map.of(
                    ContractSwitch.BOOKED, "notice",
                    ContractSwitch.SAME_PERIOD, "counted",
                    ContractSwitch.DISCOUNTS, "lasting"));

    private static final String PREFIX = "as-";

    private final String vendor;
    private final Map<ContractSwitch, String> told;

    ContractPreset(String vendor, Map<ContractSwitch, String> told) {
        this.vendor = vendor;
        this.told = new EnumMap<>(told);
    }

    /** What the vendor is called. */
    public String vendor() {
        return vendor;
    }

    /** The switches that the vendor's pages tell of. */
    public Map<ContractSwitch, String> told() {
        return Map.copyOf(told);
    }

    /** Under which it stands beside the versions of a company: {@code contracts/as-maxio@1}. */
    public String id() {
        return "contracts/" + department() + "@1";
    }

    /** As a definition beside this one. */
    public ContractsDefinition beside(ContractsDefinition ours) {
        return new ContractsDefinition(
                new DefinitionCard(
                        ours.card().name(),
                        department(),
                        1,
                        vendor,
                        "How %s counts as far as its published pages tell; else as %s."
                                .formatted(vendor, ours.card().id()),
                        LocalDate.of(1900, 1, 1),
                        List.of()),
                ours.switches().withAll(told));
    }

    static Optional<ContractPreset> named(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }

    private String department() {
        return PREFIX + vendor.toLowerCase(Locale.ROOT);
    }
}
