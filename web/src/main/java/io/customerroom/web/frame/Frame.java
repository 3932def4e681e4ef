package io.customerroom.web.frame;

import java.util.List;

/**
 * What the layout prints around a page's own content.
 *
 * @param company in the header; those who have not signed in read the product's name instead
 * @param clocks one line on both clocks and the freshness of the ledger; empty for those who have not signed in
 * @param user the signed-in account's name, empty when nobody is signed in
 * @param here path and query of the page shown, so that a switch can come back to it
 */
public record Frame(String company, List<Link> navigation, String clocks, Theme theme, String user, String here) {

    static final String LOOKING_BACK = "Looking back: ";

    /** Whether the page shows another ledger than the current one. */
    public boolean past() {
        return clocks.startsWith(LOOKING_BACK);
    }

    /** A place in the navigation; {@code current} when the page shown lies under it. */
    public record Link(String label, String path, boolean current) {}
}
