package io.customerroom.acceptance.walls;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.room.people.Role;
import io.customerroom.web.security.Routes;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;

/**
 * Requests of somebody of a role, dealt like cards: every address with every verb once, in an order of chance, then again. Each is refused where the table of routes says so and
 * answered where it does not, and no answer holds a customer outside.
 */
final class MadeUpRequests {

    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "DELETE");
    private static final List<String> LISTS = List.of("revenue", "customers", "customer-math", "rescue-list", "zz9");

    private final Requests visitor;
    private final Role role;
    private final List<Address> addresses;
    private final List<String> customers;
    private final List<String> hidden;
    private final Random chance;
    private final Deque<Card> deck = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();

    private record Card(String verb, Address address) {}

    /**
     * @param customers of the whole company
     * @param hidden those outside the visitor's rows
     */
    MadeUpRequests(Requests visitor, Role role, List<Address> addresses, List<String> customers, List<String> hidden) {
        this.visitor = visitor;
        this.role = role;
        this.addresses = addresses;
        this.customers = customers;
        this.hidden = hidden;
        this.chance = new Random(role.ordinal());
    }

    /** What was wrong with so many of them; the seed is the role's place. */
    List<String> faults(int count) {
        for (int i = 0; i < count; i++) {
            ask();
        }
        for (String customer : hidden.stream().limit(5).toList()) {
            for (String path : List.of("/customers/%s", "/customers/%s.csv", "/unprofitable/new?customer=%s")) {
                sameAsAbsent(path, customer);
            }
        }
        return List.copyOf(faults);
    }

    private Card drawn() {
        if (deck.isEmpty()) {
            Map<String, Address> shapes = new TreeMap<>();
            addresses.forEach(address -> shapes.put(address.shape(), address));
            List<Card> all = shapes.values().stream()
                    .flatMap(address -> VERBS.stream().map(verb -> new Card(verb, address)))
                    .filter(card -> !Address.NOT_SENT.contains(card.address().shape()))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(all, chance);
            deck.addAll(all);
        }
        return deck.removeFirst();
    }

    private void ask() {
        Card card = drawn();
        Address address = card.address();
        String verb = card.verb();
        String customer = customers.get(chance.nextInt(customers.size()));
        String path = address.shape().startsWith("/customers/{id}")
                ? address.path().replaceFirst("zz9|nobody", customer)
                : address.path();
        String asked = path + "?grain=year&metric=" + LISTS.get(chance.nextInt(LISTS.size()));
        HttpResponse<String> answer =
                switch (verb) {
                    case "GET" -> visitor.get(asked);
                    case "POST" -> visitor.postAgain(path, Map.of("id", "zz9"));
                    default -> visitor.sendAgain(verb, path);
                };
        boolean listed = Routes.open(verb, path, role.rights())
                && (!path.startsWith("/api/") || Address.OPEN.contains(address.shape()));
        boolean unknown = verb.equals("GET")
                && !path.startsWith("/api/")
                && Routes.of(verb, PathContainer.parsePath(path)).isEmpty();
        // reading where only changes are answered is no breach, and 405 says so
        boolean refused =
                Set.of(401, 403).contains(answer.statusCode()) || answer.statusCode() == 405 && !verb.equals("GET");
        if (refused == (listed || unknown)) {
            faults.add("%s %s as %s: %d".formatted(verb, asked, role.id(), answer.statusCode()));
        }
        hidden.stream()
                .filter(id -> !asked.contains(id) && answer.body().contains(id))
                .forEach(id -> faults.add("%s %s as %s shows %s".formatted(verb, asked, role.id(), id)));
    }

    /** A customer outside is answered like one who never was: status and every word but the key that was asked for. */
    private void sameAsAbsent(String path, String customer) {
        String absent = "c1";
        HttpResponse<String> one = visitor.get(path.formatted(customer));
        HttpResponse<String> other = visitor.get(path.formatted(absent));
        if (one.statusCode() != other.statusCode()
                || !plain(one.body(), customer).equals(plain(other.body(), absent))) {
            faults.add("%s: %d and %d for one who never was"
                    .formatted(path.formatted(customer), one.statusCode(), other.statusCode()));
        }
    }

    private static String plain(String body, String customer) {
        return body.replaceAll("name=\"_csrf\"[^>]*>", "").replace(customer, "?");
    }
}
