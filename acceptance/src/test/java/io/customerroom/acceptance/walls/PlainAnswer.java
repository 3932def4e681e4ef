package io.customerroom.acceptance.walls;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What every answer has to be, whatever was asked: no fault of ours, no insides, no hostile words as they came, each header, and where it refuses a sentence. */
final class PlainAnswer {

    private static final String SCRIPT = "<script>alert(1)</script>";

    /** What a template would work out, if it took words for its own; the answer stands on no page by chance. */
    static final String HOSTILE = SCRIPT + "__${31337*31337}__";

    private static final String WORKED_OUT = "982007569";

    private static final Pattern CODE = Pattern.compile("[A-Z]+_[A-Z_]+");

    private PlainAnswer() {}

    /** What is wrong with an answer, in one line; empty if nothing is. */
    static Optional<String> faults(Address address, String asked, HttpResponse<String> answer) {
        String body = answer.body();
        boolean ours = answer.statusCode() >= 500;
        boolean hostile = (body.contains(SCRIPT) || body.contains(WORKED_OUT))
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        boolean bare = bare(answer);
        boolean insides = body.contains("Exception") || body.contains("org.springframework");
        // the invitation shows its form again, with a sentence and without a code
        boolean mute = !address.shape().equals("/welcome/{token}")
                && answer.statusCode() == 400
                && !body.contains("role=\"alert\"")
                && !CODE.matcher(body).find();
        if (!ours && !hostile && !insides && !mute && !bare) {
            return Optional.empty();
        }
        return Optional.of("%s %s %s: %d%s%s%s%s"
                .formatted(
                        address.method(),
                        address.path(),
                        asked.length() > 60 ? asked.substring(0, 60) : asked,
                        answer.statusCode(),
                        hostile ? " hostile words as they are" : "",
                        insides ? " shows insides" : "",
                        mute ? " does not say what to do" : "",
                        bare ? " lacks a header " + answer.headers().map() : ""));
    }

    /** Whether an answer misses a header that every answer has, or has one that none has. */
    private static boolean bare(HttpResponse<String> answer) {
        HttpHeaders headers = answer.headers();
        boolean typed =
                answer.body().isEmpty() || headers.firstValue("Content-Type").isPresent();
        boolean page = headers.firstValue("Content-Type").orElse("").startsWith("text/html");
        return !headers.firstValue("Content-Security-Policy").orElse("").contains("frame-ancestors 'none'")
                || !headers.firstValue("X-Content-Type-Options").orElse("").equals("nosniff")
                || headers.firstValue("Access-Control-Allow-Origin").isPresent()
                || headers.firstValue("Server").isPresent()
                || !typed
                || page
                        && !headers.firstValue("Content-Type")
                                .orElse("")
                                .toLowerCase(Locale.ROOT)
                                .contains("charset=utf-8");
    }
}
