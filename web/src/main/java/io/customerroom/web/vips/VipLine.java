package io.customerroom.web.vips;

import io.customerroom.room.vips.HostContact;
import io.customerroom.room.vips.Vip;
import java.util.List;

/**
 * A VIP as the page shows them.
 *
 * @param called name for those who may read it, else the opaque key
 * @param value at the end of the last month, with the currency
 * @param growth since the month of the choice, signed
 * @param standing customer, or left
 * @param met host contacts with what became of them
 */
public record VipLine(
        Vip vip, String called, String value, String growth, String standing, boolean overdue, List<Met> met) {

    /** @param result planned, held and a success or not, or not held */
    public record Met(HostContact contact, String result) {}
}
