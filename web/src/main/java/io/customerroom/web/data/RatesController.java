package io.customerroom.web.data;

import io.customerroom.kernel.Failure;
import io.customerroom.ledger.facts.Receipt;
import io.customerroom.ledger.rates.RatesInUse;
import io.customerroom.ledger.typed.TypedRates;
import io.customerroom.walls.exhibit.Numbers;
import io.customerroom.walls.reading.PeriodWords;
import io.customerroom.web.CompanyFace;
import io.customerroom.web.security.Authors;
import io.customerroom.web.security.Problem;
import io.customerroom.web.security.SignedIn;
import io.customerroom.web.work.QueryDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rates of exchange: which are known, which the ledger used, what waits for one, what their change moved, and a form for one more. */
@Controller
final class RatesController {

    private static final int MOST_LINES = 60;

    private final ObjectProvider<RatesInUse> rates;
    private final ObjectProvider<TypedRates> typed;
    private final QueryDesk desk;
    private final CompanyFace company;

    RatesController(
            ObjectProvider<RatesInUse> rates, ObjectProvider<TypedRates> typed, QueryDesk desk, CompanyFace company) {
        this.rates = rates;
        this.typed = typed;
        this.desk = desk;
        this.company = company;
    }

    /** A currency whose rates are known, as the page prints it. */
    public record KnownLine(String currency, String rate, String lastOn, String span, String from) {}

    /** Facts of a month and a currency, as the page prints them. */
    public record UsedLine(String month, String currency, String facts, String original, String rates, String amount) {}

    /** Facts without a rate. */
    public record WaitingLine(String currency, String day, String kind, String facts, String original) {}

    /** What a change of rates made of the same facts. */
    public record MovedLine(
            String currency, String span, String facts, String before, String after, String difference) {}

    @GetMapping("/data/rates")
    String page(Model model) {
        RatesInUse.Account account = desk.ask(() -> rates.getObject().account());
        model.addAttribute("reporting", company.currency().getCurrencyCode());
        model.addAttribute(
                "mayImport",
                SignedIn.now().filter(who -> who.mayAsk("POST", "/data/rates")).isPresent());
        model.addAttribute(
                "known",
                desk.ask(() -> rates.getObject().known()).stream()
                        .map(this::line)
                        .toList());
        model.addAttribute(
                "used",
                account.used().stream().limit(MOST_LINES).map(this::line).toList());
        model.addAttribute("usedTotal", account.used().size());
        model.addAttribute(
                "waiting",
                account.waiting().stream()
                        .limit(MOST_LINES)
                        .map(RatesController::line)
                        .toList());
        model.addAttribute("waitingTotal", account.waiting().size());
        model.addAttribute("waits", account.waits());
        model.addAttribute("moved", account.moved().stream().map(this::line).toList());
        model.addAttribute("former", account.former().orElse(""));
        return "data/rates";
    }

    @PostMapping("/data/rates")
    String type(
            @RequestParam String currency,
            @RequestParam String day,
            @RequestParam String rate,
            @RequestParam String reason,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            Receipt receipt = typed.getObject().enter(Authors.of(request, reason), currency, day(day), number(rate));
            flash.addFlashAttribute(
                    "done", "Kept as batch %s. The next ledger converts by it.".formatted(receipt.batch()));
        } catch (Failure failure) {
            flash.addFlashAttribute("problem", Problem.of(failure));
        }
        return "redirect:/data/rates";
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw Failure.yours("DAY_UNREADABLE", "This is no day.", "Type the day as 2026-02-14.");
        }
    }

    private static BigDecimal number(String typed) {
        try {
            BigDecimal number = new BigDecimal(typed.strip().replace(',', '.'));
            return number.setScale(Math.min(12, Math.max(0, number.scale())), RoundingMode.HALF_UP);
        } catch (NumberFormatException e) {
            throw Failure.yours("RATE_UNREADABLE", "This is no rate.", "Type a number such as 0.9561.");
        }
    }

    private KnownLine line(RatesInUse.Known known) {
        return new KnownLine(
                known.currency(),
                factor(known.rate()),
                PeriodWords.day(known.lastOn()),
                "%s %s since %s"
                        .formatted(
                                Numbers.whole(known.days()),
                                known.days() == 1 ? "day" : "days",
                                PeriodWords.day(known.firstOn())),
                known.receipt()
                        .map(it ->
                                "%s, %s, by %s".formatted(it.batch(), it.file().name(), it.author()))
                        .orElse(""));
    }

    private UsedLine line(RatesInUse.Used used) {
        String lowest = factor(used.lowest());
        String highest = factor(used.highest());
        return new UsedLine(
                month(used.month()),
                used.currency(),
                Numbers.whole(used.facts()),
                money(used.original(), used.currency()),
                lowest.equals(highest) ? lowest : lowest + " to " + highest,
                money(used.amount(), company.currency().getCurrencyCode()));
    }

    private static WaitingLine line(RatesInUse.Waiting waiting) {
        return new WaitingLine(
                waiting.currency(),
                PeriodWords.day(waiting.day()),
                waiting.kind().replace('_', ' '),
                Numbers.whole(waiting.facts()),
                money(waiting.original(), waiting.currency()));
    }

    private MovedLine line(RatesInUse.Moved moved) {
        String reporting = company.currency().getCurrencyCode();
        return new MovedLine(
                moved.currency(),
                moved.firstOn().equals(moved.lastOn())
                        ? PeriodWords.day(moved.firstOn())
                        : PeriodWords.day(moved.firstOn()) + " to " + PeriodWords.day(moved.lastOn()),
                Numbers.whole(moved.facts()),
                money(moved.before(), reporting),
                money(moved.after(), reporting),
                (moved.difference().signum() > 0 ? "+" : "") + money(moved.difference(), reporting));
    }

    private static String month(YearMonth month) {
        return PeriodWords.day(month.atDay(1)).replaceFirst("^1 ", "");
    }

    private static String factor(BigDecimal rate) {
        BigDecimal bare = rate.stripTrailingZeros();
        return bare.setScale(Math.max(4, bare.scale())).toPlainString();
    }

    private static String money(BigDecimal amount, String currency) {
        int digits = Optional.of(Currency.getInstance(currency).getDefaultFractionDigits())
                .filter(it -> it >= 0)
                .orElse(2);
        return Numbers.fixed(amount.setScale(digits, RoundingMode.HALF_UP), digits);
    }
}
