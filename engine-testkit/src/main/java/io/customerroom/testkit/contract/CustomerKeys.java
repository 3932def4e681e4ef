package io.customerroom.testkit.contract;

import io.customerroom.testkit.company.Company;
import io.customerroom.testkit.company.Fact;
import io.customerroom.testkit.company.Link;
import io.customerroom.testkit.company.Referral;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Numbers a company's ids in alphabetical order, so that the smallest key of a group is its first id. */
final class CustomerKeys {

    private final List<String> ids;

    CustomerKeys(Company company) {
        TreeSet<String> all = new TreeSet<>();
        company.facts().stream().map(Fact::customer).filter(Objects::nonNull).forEach(all::add);
        company.referrals().stream()
                .map(Referral::referred)
                .filter(Objects::nonNull)
                .forEach(all::add);
        company.links().stream().map(Link::other).forEach(all::add);
        this.ids = new ArrayList<>(all);
    }

    @Nullable
    Long of(@Nullable String id) {
        return id == null ? null : known(id);
    }

    long known(String id) {
        return ids.indexOf(id) + 1L;
    }
}
