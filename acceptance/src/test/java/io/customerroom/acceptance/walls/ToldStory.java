package io.customerroom.acceptance.walls;

import io.customerroom.acceptance.browser.Requests;
import io.customerroom.acceptance.browser.Served;
import io.customerroom.room.people.Role;
import io.customerroom.room.people.internal.Totp;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day on which every form of the room is sent once: who | route | path | fields | event | was | is | why. */
final class ToldStory {

    /** Addresses whose change, if there is one, is told elsewhere, and which test reads it in the trail. */
    static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("/account/sessions/{handle}/end", "a session lives in the memory of the server: SessionsTest"),
            Map.entry("/account/sessions/others", "the same: SessionsTest"),
            Map.entry("/data/databases/{name}/dry-run", "a reading that keeps nothing: DatabaseWalk"),
            Map.entry("/data/databases/{name}/import", "needs a server: DatabaseWalk reads what the trail tells"),
            Map.entry("/data/databases/{name}/look", "likewise"),
            Map.entry("/data/databases/{name}/read", "likewise"),
            Map.entry("/data/databases/{name}/try", "likewise"),
            Map.entry("/data/jobs/{id}/stop", "an import that has not ended counts for nothing: StoppedImportTest"),
            Map.entry("/data/upload", "a file in staging, which is nothing until it is imported"),
            Map.entry("/data/uploads/{id}/dry-run", "a reading of that file"),
            Map.entry("/data/uploads/{id}/mapping", "how that file is read, until it is imported"),
            Map.entry(
                    "/sign-in/provider/back-channel",
                    "signed-out-at-provider: BackChannelTest.theSessionThatEndedThereEndsHereAndNoOther"),
            Map.entry(
                    "/sign-out",
                    "ends a session in the memory of the server: SecurityRulesTest.signingOutEndsTheSession"),
            Map.entry("/theme", "a cookie of the browser"));

    private static final String PASSWORD = "a lantern over the pier";
    private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("<code>([a-z0-9-]{29})</code>");

    private final Served served;
    private final ToldChanges told;
    private final Requests ada;
    private final Path workspace;

    ToldStory(Served served, Requests ada, Requests leo, Path workspace) {
        this.served = served;
        this.workspace = workspace;
        this.ada = ada;
        this.told = new ToldChanges(ada).who("ada", ada).who("leo", leo);
    }

    /** @param customer somebody of the ledger */
    ToldChanges tell(String customer) {
        told.let("customer", customer);
        try (Requests lea = someone("lea", Role.LEADER);
                Requests mia = someone("mia", Role.LEADER);
                Requests yan = new Requests(served.address())) {
            told.who("lea", lea).who("mia", mia).who("yan", yan);
            people(yan);
            ways(mia);
            proofs(mia);
            meetings();
            walls();
            customers();
            definitions();
            new ToldFiles(told, served, ada, workspace).tell();
            data();
        }
        return told;
    }

    private Requests someone(String name, Role role) {
        Requests visitor = new Requests(served.address());
        visitor.redeem(served.invite(name, role), name, PASSWORD);
        visitor.signIn(name, PASSWORD);
        told.pass();
        return visitor;
    }

    private void people(Requests yan) {
        told.let("welcome", served.invite("yan", Role.VIEWER));
        told.pass();
        told.happens("""
                ada | /people | | name=zoe;displayName=Zoe;role=viewer | account-opened | nothing | viewer |
                yan | /welcome/{token} | ${welcome} | password=%1$s;again=%1$s | password-set | no password | a password |
                ada | /people/{name}/role | /people/zoe/role | role=leader | role-given | viewer | leader |
                ada | /people/{name}/scope | /people/zoe/scope | site=north | scope-given | everything | site north |
                ada | /people/{name}/address | /people/yan/address | address=yan@example.org | mail-address-set | no address | an address |
                """.formatted(PASSWORD));
        for (int i = 0; i < 5; i++) {
            yan.postFrom("/sign-in", "/sign-in", Map.of("name", "yan", "password", "not this one"));
        }
        told.pass();
        told.happens("""
                ada | /people/{name}/unlocking | /people/yan/unlocking | | account-unlocked | locked | open |
                ada | /people/{name}/link | /people/yan/link | | password-withdrawn | a password | no password |
                ada | /people/{name}/sessions | /people/yan/sessions | | sessions-ended | sessions of before | none of them |
                ada | /people/{name}/closure | /people/yan/closure | reason=left us | account-closed | open | closed | left us
                ada | /people/{name}/reopening | /people/yan/reopening | reason=came back | account-reopened | closed | open | came back
                ada | /people/second-factors | | role=auditor | second-factor-required | not required | required |
                ada | /people/second-factors | | role= | second-factor-released | required | not required |
                ada | /people/displays | =display | name=Lobby | display-issued | nothing | let in |
                ada | /people/displays/{id}/revocation | /people/displays/${display}/revocation | | display-revoked | let in | ended |
                """);
    }

    /** How somebody proves who they are. */
    private void proofs(Requests mia) {
        told.happens("mia | /account/second-factor | | | second-factor-begun | off | begun |");
        told.let("code", Totp.codeAt(secret(mia), GoldenRoom.JULY.instant()));
        told.happens("mia | /account/second-factor/confirmation | | code=${code} | second-factor-set | begun | on |");
        // the codes went away with the answer: an administrator resets, and the second time this reads the answer
        // itself
        told.happens(
                "ada | /people/{name}/second-factor | /people/mia/second-factor | | second-factor-removed | on | off |");
        mia.signIn("mia", PASSWORD);
        mia.postFrom("/account", "/account/second-factor", Map.of());
        String codes = mia.postFrom(
                        "/account",
                        "/account/second-factor/confirmation",
                        Map.of("code", Totp.codeAt(secret(mia), GoldenRoom.JULY.instant())))
                .body();
        Matcher recovery = CODE.matcher(codes);
        recovery.find();
        mia.postFrom("/sign-in", "/sign-in", Map.of("name", "mia", "password", PASSWORD, "code", recovery.group(1)));
        told.pass();
        told.happens("""
                mia | /account/second-factor/recovery-codes | | | recovery-codes-renewed | unused codes: 9 | unused codes: 10 |
                mia | /account/second-factor/removal | | | second-factor-removed | on | off |
                """);
        mia.signIn("mia", PASSWORD);
        told.pass();
        told.happens("""
                mia | /account/password | | former=%s;password=another lantern there;again=another lantern there | password-set | a password | another password |
                ada | /account/tokens | | name=Nightly;reach=walls;days=3 | api-token-made | nothing | a token for walls |
                ada | /account/tokens/{id}/revocation | /account/tokens/${token}/revocation | | api-token-revoked | in use | revoked |
                """.formatted(PASSWORD));
        mia.signIn("mia", "another lantern there");
        told.pass();
    }

    /** Ways in through a provider end, and whoever proves again who they are is told of. */
    private void ways(Requests mia) {
        served.link("mia");
        told.pass();
        told.happens(
                "ada | /people/{name}/unlinking | /people/mia/unlinking | | identity-unlinked | linked | not linked |");
        served.link("mia");
        mia.signIn("mia", PASSWORD);
        told.pass();
        told.happens("mia | /account/provider/unlinking | | | identity-unlinked | linked | not linked |");
        mia.signIn("mia", PASSWORD);
        told.pass();
        told.happens("""
                mia | /account/confirmation | | password=%1$s | identity-confirmed | | |
                mia | /sign-in | | name=mia;password=%1$s | signed-in | | |
                """.formatted(PASSWORD));
    }

    /** The secret that the account's page shows after it was begun. */
    private static String secret(Requests person) {
        Matcher secret = SECRET.matcher(person.get("/account").body());
        if (!secret.find()) {
            throw new AssertionError("no secret is shown");
        }
        return secret.group(1).replace(" ", "");
    }

    private void meetings() {
        told.happens("""
                ada | /meetings | =m | title=Told;day=2025-07-02;cadence=monthly | meeting-planned | nothing | planned for 2025-07-02 |
                ada | /meetings/{id}/schedule | /meetings/${m}/schedule | day=2025-07-03;starts=09:00;minutes=60;place=Room | meeting-scheduled | 2025-07-02 | 2025-07-03 09:00 |
                ada | /meetings/{id}/attendance | /meetings/${m}/attendance | account=leo;present=true | attendance-noted | nothing | present |
                ada | /meetings/{id}/agenda | /meetings/${m}/agenda =a | title=Coffee;minutes=5 | agenda-item-added | nothing | on the agenda |
                ada | /meetings/{id}/agenda | /meetings/${m}/agenda =b | title=Weather;minutes=5 | agenda-item-added | nothing | on the agenda |
                ada | /meetings/{id}/agenda/proposal | /meetings/${m}/agenda/proposal | | agenda-proposed | points: 2 | points: 8 |
                ada | /meetings/{id}/agenda/{item}/move | /meetings/${m}/agenda/${b}/move | up=true | agenda-item-moved | place 2 | place 1 |
                ada | /meetings/{id}/agenda/{item}/time | /meetings/${m}/agenda/${a}/time | minutes=10 | agenda-item-timed | 5 minutes | 10 minutes |
                ada | /meetings/{id}/agenda/{item}/minutes | /meetings/${m}/agenda/${a}/minutes | words=It was good.;over=0 | minutes-written | revision 0 | revision 1 |
                ada | /meetings/{id}/agenda/{item}/removal | /meetings/${m}/agenda/${b}/removal | | agenda-item-taken-off | on the agenda | taken off the agenda |
                ada | /meetings/{id}/agenda/decisions | /meetings/${m}/agenda/decisions =d | item=${a};decision=Tea;reason=taste;owner=leo;review=2025-08-01 | decision-taken | nothing | stands, review 2025-08-01 |
                ada | /decisions/{id}/confirm | /decisions/${d}/confirm | found=fine;next=2025-09-01 | decision-confirmed | stands, review 2025-08-01 | stands, review 2025-09-01 |
                ada | /decisions/{id}/end | /decisions/${d}/end | found=too dear | decision-ended | stands | ended |
                """);
        told.pass();
        ada.freeze("/meetings/" + told.word("m"));
        told.happened("/meetings/{id}/freeze", "walls-frozen", "not frozen", "frozen, evidence ");
        told.happens("""
                ada | /meetings/{id}/attendance | /meetings/${m}/attendance | account=leo;present=false;substitute=lea | attendance-noted | present | absent, with a substitute |
                ada | /meetings/{id}/answers | /meetings/${m}/answers | exhibit=flow;leader=leo;why=w;when=x;how=h | questions-answered | not answered | answered by leo |
                ada | /meetings/{id}/promises | /meetings/${m}/promises =p | exhibit=flow;value=5;unit=customers;direction=at-most;due=2025-08-01;owner=leo;words=fewer | promise-made | nothing | open, due 2025-08-01 |
                ada | /promises/{id}/move | /promises/${p}/move | due=2025-09-01;reason=later | promise-moved | due 2025-08-01 | due 2025-09-01 | later
                ada | /promises/{id}/keep | /promises/${p}/keep | evidence=seen | promise-kept | open, due 2025-09-01 | kept |
                ada | /meetings/{id}/promises | /meetings/${m}/promises =p | exhibit=flow;value=6;unit=customers;direction=at-most;due=2025-08-01;owner=leo;words=fewer | promise-made | nothing | open, due 2025-08-01 |
                ada | /promises/{id}/break | /promises/${p}/break | evidence=seen | promise-broken | open, due 2025-08-01 | broken |
                ada | /meetings/{id}/promises | /meetings/${m}/promises =p | exhibit=flow;value=7;unit=customers;direction=at-most;due=2025-08-01;owner=leo;words=fewer | promise-made | nothing | open, due 2025-08-01 |
                ada | /promises/{id}/withdraw | /promises/${p}/withdraw | reason=wrong | promise-withdrawn | open, due 2025-08-01 | withdrawn | wrong
                ada | /meetings/{id}/close | /meetings/${m}/close | | meeting-closed | open | closed, minutes *|
                ada | /meetings/{id}/agenda/{item}/addenda | /meetings/${m}/agenda/${a}/addenda | words=Two came. | addendum-written | addenda: 0 | addenda: 1 |
                """);
    }

    private void walls() {
        told.happens("""
                ada | /goals | | figure=in;period=2025-07;level=5;reason=agreed | goal-stated | nothing | 5 | agreed
                ada | /goals | | figure=in;period=2025-07;level=6;reason=more | goal-stated | 5 | 6 | more
                ada | /goals/plan | | reason=the plan;file=figure,period,segment,level\\nin,2025-08,,7\\n | goal-stated | nothing | 7 | the plan
                ada | /goals/counts | | system=CRM;figure=out;period=2025-06;count=3;owner=Berta;reason=they count so | count-entered | nothing | 3 | they count so
                ada | /goals/alarm | | period=2025-06;kind=taken-up;reason=we look | alarm-taken-up | nothing | taken-up | we look
                leo | /issues/target | | issue=slow;most=5;calm=2;reason=agreed | issue-target-set | nothing | at most 5, calm months: 2 | agreed
                leo | /issues/lift | | issue=slow;reason=over | issue-target-lifted | at most 5, calm months: 2 | no target | over
                leo | /issues/owner | | issue=slow;owner=lea;team=desk;reason=hers | issue-entrusted | nothing | lea | hers
                leo | /issues/plan | | issue=slow;words=Hire;doer=lea;since=2025-06-01;state=planned | issue-plan-written | nothing | planned |
                leo | /issues/plan/state | | issue=slow;line=${line};state=done;reason=hired | issue-plan-moved | planned | done | hired
                leo | /contacts/add | | contact=door;stage=Use;words=why not | contact-added | nothing | proposed |
                leo | /contacts/vote | | contact=door;given=true | contact-voted | no vote | a vote |
                ada | /contacts/choose | | contact=door;kind=rescue;stage=Use;owner=leo;reason=voted | contact-chosen | nothing | rescue, owner: leo | voted
                ada | /contacts/standards | | contact=door;measure=open;standard=99;direction=at-least;minN=10;runLength=2;validFrom=2025-06-01;reason=agreed | standard-set | nothing | at least 99 | agreed
                leo | /contacts/remarks | | contact=door;series=door · open;day=2025-06-02;words=new shifts | remark-written | nothing | version 1 |
                ada | /contacts/retire | | contact=door;reason=closed | contact-retired | priority contact | retired | closed
                leo | /remarks | | wall=1;exhibit=flow;period=2025-06;day=2025-06-10;words=a fair | remark-written | nothing | version 1 |
                """);
        told.let(
                "remark",
                leoPage("/remarks?wall=1&exhibit=flow&period=2025-06")
                        .replaceAll("(?s).*action=\"/remarks/(\\d+)\".*", "$1"));
        told.happens("""
                leo | /remarks/{number} | /remarks/${remark} | wall=1;exhibit=flow;period=2025-06;day=2025-06-11;words=no fair | remark-edited | version 1 of 2025-06-10 | version 2 of 2025-06-11 |
                leo | /remarks/{number}/back | /remarks/${remark}/back | wall=1;exhibit=flow;period=2025-06;reason=wrong | remark-taken-back | version 2 | taken back | wrong
                leo | /artefacts | =f | kind=quote;about=issue;name=slow;title=A letter;words=It is slow.;source=letter;day=2025-06-01;reach=room;giver=the writer;given=2025-06-02;cleaned=on | artefact-hung | nothing | hangs, consent: inside the room only |
                leo | /artefacts/{id}/consent | /artefacts/${f}/consent | reach=print;giver=the writer;given=2025-06-03 | artefact-consent-noted | inside the room only | may be printed |
                leo | /artefacts/{id}/withdraw | /artefacts/${f}/withdraw | reason=asked for | artefact-consent-withdrawn | may be printed | withdrawn | asked for
                ada | /artefacts/{id}/erase | /artefacts/${f}/erase | reason=asked for | artefact-erased | there | erased | asked for
                """);
    }

    private String leoPage(String path) {
        return ada.get(path).body();
    }

    private void customers() {
        told.happens("""
                leo | /unprofitable | =u | customer=${customer};reason=dear | customer-case-opened | nothing | open | dear
                leo | /unprofitable/{id}/choose | /unprofitable/${u}/choose | treatment=exit;look=2025-09-01;reason=no other way | customer-case-chosen | *
                lea | /unprofitable/{id}/approve | /unprofitable/${u}/approve | reason=agreed | customer-case-approved | *
                mia | /unprofitable/{id}/approve | /unprofitable/${u}/approve | reason=agreed | customer-case-approved | *
                leo | /unprofitable/{id}/done | /unprofitable/${u}/done | reason=told them | customer-case-done | *
                leo | /unprofitable/{id}/undo | /unprofitable/${u}/undo | reason=by mistake | customer-case-undone | *
                leo | /unprofitable/{id}/close | /unprofitable/${u}/close | reason=over | customer-case-closed | *
                ada | /vips | =v | customer=${customer};reason=dear to us | vip-chosen | nothing | chosen |
                leo | /vips/{id}/plan | /vips/${v}/plan | keeps=service;owner=leo;step=call;due=2025-08-01;expected=100 | vip-planned | nothing | leo, due 2025-08-01 |
                leo | /vips/{id}/contacts | /vips/${v}/contacts =h | kind=visit;host=leo;planned=2025-07-01;purpose=thanks | host-contact-planned | nothing | open, 2025-07-01 |
                leo | /vips/contacts/{contact}/{outcome} | /vips/contacts/${h}/held | on=2025-07-01;words=glad | host-contact-held | open | held |
                ada | /vips/{id}/release | /vips/${v}/release | reason=moved | vip-released | chosen | released |
                ada | /programmes | =g | name=Post;kind=retention;owner=leo;customers=anna\\nbruno;starts=2025-06-01;ends=2025-08-01;cost=10;heldOut=0;seed=1 | programme-planned | nothing | planned |
                ada | /programmes/{id}/taken-up | /programmes/${g}/taken-up | customers=anna | programme-taken-up | taken up: 0 | taken up: 1 |
                ada | /programmes/{id}/withdraw | /programmes/${g}/withdraw | reason=twice | programme-withdrawn | planned | withdrawn |
                ada | /losses/draw | =l | month=2025-06;executive=leo | leavers-drawn | nothing | drawn: 2 |
                """);
        String sheet = served.address() == null
                ? ""
                : ada.get("/losses/" + told.word("l") + "/leo").body();
        told.let("leaver", sheet.replaceAll("(?s).*name=\"customer\"[^>]*value=\"([^\"]+)\".*", "$1"));
        told.happens("""
                leo | /losses/call | | drawing=${l};executive=leo;customer=${leaver};outcome=reached;notes=They moved.;reason=moved;issue=;saved=no | leaver-called | nothing | reached |
                """);
    }

    private void definitions() {
        told.happens("""
                lea | /definitions/proposals | =w | name=activity;counts=sale;lapse-days=60;segments=;owner=Lea;reason=they take longer;valid-from=2025-01-01;booking=after-lapse;contracts-count=true | definition-proposed | nothing | open, signatures: 0 |
                leo | /definitions/proposals/{id}/sign | /definitions/proposals/${w}/sign | | definition-signed | open, signatures: 0 | open, signatures: 1 |
                lea | /definitions/proposals/{id}/withdraw | /definitions/proposals/${w}/withdraw | reason=not yet | definition-withdrawn | open, signatures: 1 | withdrawn, signatures: 1 | not yet
                """);
    }

    private void data() {
        told.happens(
                """
                ada | /data/schedules | | kind=purchase;source=main;every=month;dueDay=3;hour=9;grace=12;owner=shop | schedule-stated | nothing | every month, by 09:00 on day 3 after its end, 12 hours of grace |
                ada | /data/schedules | | kind=purchase;source=main;every=never | schedule-ended | every month, by 09:00 on day 3 after its end, 12 hours of grace | nothing |
                ada | /data/retention | | kept=words;days=100;owner=ada;reason=the law | retention-stated | nothing | 100 days | the law
                ada | /data/retention | | kept=words;days=90;owner=ada;reason=shorter | retention-stated | 100 days | 90 days | shorter
                ada | /data/retention/holds | =hold | customer=anna;ids=;reason=a case | hold-begun | not held | held | a case
                ada | /data/retention/holds/{id}/release | /data/retention/holds/${hold}/release | reason=it is over | hold-ended | held | not held | it is over
                ada | /data/rates | =batch | currency=USD;day=2025-01-01;rate=0.9;reason=the bank | batch-imported | nothing | rows in force: 1 | the bank
                ada | /data/batches/{batch}/undo | /data/batches/${batch}/undo | reason=wrong | batch-undone | rows in force: 1 | undone | wrong
                ada | /data/databases | | name=till;address=jdbc:postgresql://127.0.0.1:9/till;user=room;environment=CUSTOMER_ROOM_DB_PASSWORD;table=orders;kind=purchase | database-source-added | nothing | %1$s; only when somebody asks, all rows each time |
                ada | /data/databases/{name} | /data/databases/till | address=jdbc:postgresql://127.0.0.1:9/till;user=till;environment=CUSTOMER_ROOM_DB_PASSWORD;table=orders;kind=purchase | database-source-changed | %1$s; only when somebody asks, all rows each time | %2$s; only when somebody asks, all rows each time |
                ada | /data/databases/{name}/plan | /data/databases/till/plan | rhythm=day;hour=4 | database-source-changed | %2$s; only when somebody asks, all rows each time | %2$s; every day at 04:00, all rows each time |
                ada | /data/databases/{name}/pause | /data/databases/till/pause | | database-source-changed | %2$s; every day at 04:00, all rows each time | %2$s; every day at 04:00, all rows each time; paused |
                ada | /data/databases/{name}/resume | /data/databases/till/resume | | database-source-changed | %2$s; every day at 04:00, all rows each time; paused | %2$s; every day at 04:00, all rows each time |
                ada | /data/databases/{name}/remove | /data/databases/till/remove | reason=it moved | database-source-removed | %2$s; every day at 04:00, all rows each time | nothing | it moved
                leo | /touches | =batch | customer=anna;kind=call;day=2025-06-01 | batch-imported | nothing | rows in force: 1 |
                leo | /touches/undo | | batch=${batch};reason=wrong | batch-undone | rows in force: 1 | undone | wrong
                leo | /contacts/typed | =batch | contact=delivery;measure=typed by hand;day=2025-06-29;value=95;n=40;unit=%%;note= | batch-imported | nothing | rows in force: 1 |
                leo | /contacts/typed/undo | | contact=delivery;batch=${batch};reason=misread | batch-undone | rows in force: 1 | undone | misread
                ada | /data/identities/link | =batch | oneId=anna;otherId=bruno;decision=one | batch-imported | nothing | rows in force: 1 |
                ada | /data/identities/undo | | batch=${batch};reason=wrong | batch-undone | rows in force: 1 | undone | wrong
                """.formatted(
                                "orders of till at 127.0.0.1:9 as purchase by the user room with the password of CUSTOMER_ROOM_DB_PASSWORD",
                                "orders of till at 127.0.0.1:9 as purchase by the user till with the password of CUSTOMER_ROOM_DB_PASSWORD"));
    }
}
