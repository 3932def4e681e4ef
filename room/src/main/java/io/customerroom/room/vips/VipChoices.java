package io.customerroom.room.vips;

import io.customerroom.walls.asset.VipBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * The room's VIPs as a wall asks for them.
 *
 * @param vips looked up for each question
 * @param zone whose days choices are of
 */
public record VipChoices(Supplier<Vips> vips, ZoneId zone) implements VipBook {

    @Override
    public List<Choice> choices(Instant known) {
        return vips.get().all().stream()
                .filter(vip -> !vip.chosenAt().isAfter(known))
                .map(vip -> new Choice(
                        vip.customer(),
                        LocalDate.ofInstant(vip.chosenAt(), zone),
                        vip.release()
                                .filter(release -> !release.at().isAfter(known))
                                .map(release -> LocalDate.ofInstant(release.at(), zone))))
                .toList();
    }
}
