package io.customerroom.web.security;

/**
 * Every address and who may ask it: verb, path, and the rights of which one is needed. {@code SIGNED-IN}: everybody who signed in; {@code ANYBODY}: strangers
 * as well. The security rules, the navigation and the guide read this table; an address without a line is refused, and the suite says so.
 */
final class RouteTable {

    static final String LINES = """
            GET  /                                                   READ_WALLS
            GET  /account                                            SIGNED-IN
            GET  /account/confirmation                               SIGNED-IN
            POST /account/confirmation                               SIGNED-IN
            GET  /account/confirmation/provider                      SIGNED-IN
            POST /account/password                                   SIGNED-IN
            GET  /account/provider                                   SIGNED-IN
            POST /account/provider/unlinking                         SIGNED-IN
            POST /account/second-factor                              SIGNED-IN
            POST /account/second-factor/confirmation                 SIGNED-IN
            POST /account/second-factor/removal                      SIGNED-IN
            POST /account/sessions/others                            SIGNED-IN
            POST /account/sessions/{handle}/end                      SIGNED-IN
            POST /account/tokens                                     SIGNED-IN
            POST /account/tokens/{id}/revocation                     SIGNED-IN
            GET  /api/v1/batches                                     READ_RECEIPTS
            GET  /api/v1/batches/{id}                                READ_RECEIPTS
            POST /api/v1/events/batch                                IMPORT
            GET  /api/v1/me                                          SIGNED-IN
            GET  /api/v1/meetings                                    READ_WALLS
            GET  /api/v1/meetings/{id}                               READ_WALLS
            GET  /api/v1/meetings/{id}/readings                      READ_WALLS
            GET  /api/v1/metrics                                     READ_WALLS
            GET  /api/v1/metrics/{name}                              READ_WALLS
            GET  /api/v1/metrics/{name}/answer                       READ_WALLS
            GET  /api/v1/metrics/{name}/rows                         READ_ROWS
            GET  /api/v1/openapi.json                                ANYBODY
            GET  /api/v1/promises                                    READ_WALLS
            GET  /api/v1/promises/{id}                               READ_WALLS
            GET  /api/v1/walls/{number}                              READ_WALLS
            GET  /api/v1/walls/{number}/chapters/{chapter}           READ_WALLS
            GET  /artefacts                                          READ_WALLS
            POST /artefacts                                          IMPORT ANSWER
            GET  /artefacts/new                                      IMPORT ANSWER
            GET  /artefacts/{id}                                     READ_WALLS
            POST /artefacts/{id}/consent                             IMPORT ANSWER
            POST /artefacts/{id}/erase                               HOLD_MEETINGS
            GET  /artefacts/{id}/file                                READ_WALLS
            GET  /artefacts/{id}/small                               READ_WALLS
            POST /artefacts/{id}/withdraw                            IMPORT ANSWER
            ANY  /assets/**                                          ANYBODY
            GET  /contacts                                           READ_WALLS
            POST /contacts/add                                       ANSWER
            POST /contacts/choose                                    HOLD_MEETINGS
            POST /contacts/remarks                                   ANSWER
            POST /contacts/retire                                    HOLD_MEETINGS
            POST /contacts/standards                                 HOLD_MEETINGS
            POST /contacts/typed                                     CARE IMPORT
            POST /contacts/typed/undo                                CARE IMPORT
            GET  /contacts/view                                      READ_WALLS
            GET  /contacts/view.{ending}                             READ_WALLS
            POST /contacts/vote                                      ANSWER
            GET  /customers                                          READ_ROWS
            GET  /customers.{ending}                                 READ_ROWS
            GET  /customers/{id}                                     READ_ROWS
            GET  /customers/{id}.{ending}                            READ_ROWS
            GET  /data                                               READ_RECEIPTS
            GET  /data/batches/{batch}/quarantine                    IMPORT
            POST /data/batches/{batch}/quarantine                    IMPORT
            GET  /data/batches/{batch}/quarantine.csv                IMPORT
            POST /data/batches/{batch}/undo                          IMPORT
            POST /data/build                                         IMPORT
            GET  /data/identities                                    IMPORT
            POST /data/identities/certain                            IMPORT
            POST /data/identities/decide                             IMPORT
            POST /data/identities/link                               IMPORT
            POST /data/identities/undo                               IMPORT
            GET  /data/jobs/{id}                                     IMPORT
            POST /data/jobs/{id}/stop                                IMPORT
            GET  /data/rates                                         READ_RECEIPTS
            POST /data/rates                                         IMPORT
            GET  /data/retention                                     READ_RECEIPTS
            POST /data/retention                                     IMPORT
            POST /data/schedules                                     IMPORT
            GET  /data/upload                                        IMPORT
            POST /data/upload                                        IMPORT
            GET  /data/uploads/{id}                                  IMPORT
            POST /data/uploads/{id}/dry-run                          IMPORT
            POST /data/uploads/{id}/import                           IMPORT
            POST /data/uploads/{id}/keep                             IMPORT
            POST /data/uploads/{id}/mapping                          IMPORT
            GET  /decisions                                          READ_WALLS
            POST /decisions/{id}/confirm                             HOLD_MEETINGS
            POST /decisions/{id}/end                                 HOLD_MEETINGS
            GET  /definitions                                        READ_WALLS
            GET  /definitions/compare                                READ_WALLS
            GET  /definitions/compare.csv                            READ_WALLS
            GET  /definitions/compare/contracts                      READ_WALLS
            GET  /definitions/compare/contracts/customers            READ_ROWS
            GET  /definitions/compare/contracts/customers.csv        READ_ROWS
            GET  /definitions/compare/customers                      READ_ROWS
            GET  /definitions/compare/customers.csv                  READ_ROWS
            POST /definitions/compute                                IMPORT ANSWER
            GET  /definitions/departments                            READ_WALLS
            GET  /definitions/jobs/{id}                              READ_WALLS
            GET  /definitions/new                                    READ_WALLS
            POST /definitions/proposals                              IMPORT ANSWER
            GET  /definitions/proposals/{id}                         READ_WALLS
            POST /definitions/proposals/{id}/adopt                   HOLD_MEETINGS
            POST /definitions/proposals/{id}/sign                    SIGN
            POST /definitions/proposals/{id}/withdraw                IMPORT ANSWER
            GET  /display/{token}                                    ANYBODY
            GET  /display/{token}/artefacts/{id}                     ANYBODY
            ANY  /error                                              ANYBODY
            GET  /goals                                              READ_WALLS
            POST /goals                                              HOLD_MEETINGS
            POST /goals/alarm                                        HOLD_MEETINGS
            POST /goals/counts                                       HOLD_MEETINGS
            POST /goals/plan                                         HOLD_MEETINGS
            GET  /help/control-charts                                READ_WALLS
            POST /issues/lift                                        ANSWER
            POST /issues/owner                                       ANSWER
            POST /issues/plan                                        ANSWER
            POST /issues/plan/state                                  ANSWER
            POST /issues/target                                      ANSWER
            GET  /issues/view                                        READ_WALLS
            GET  /issues/view.{ending}                               READ_WALLS
            GET  /losses                                             READ_ROWS
            POST /losses/call                                        SIGN
            POST /losses/draw                                        HOLD_MEETINGS
            GET  /losses/of/{batch}                                  READ_ROWS
            GET  /losses/{id}/{executive}                            READ_ROWS
            GET  /losses/{id}/{executive}/paper                      READ_ROWS
            GET  /meetings                                           READ_WALLS
            POST /meetings                                           HOLD_MEETINGS
            GET  /meetings/{id}                                      READ_WALLS
            GET  /meetings/{id}/agenda                               READ_WALLS
            POST /meetings/{id}/agenda                               HOLD_MEETINGS
            POST /meetings/{id}/agenda/decisions                     HOLD_MEETINGS
            POST /meetings/{id}/agenda/proposal                      HOLD_MEETINGS
            POST /meetings/{id}/agenda/{item}/addenda                HOLD_MEETINGS
            POST /meetings/{id}/agenda/{item}/minutes                HOLD_MEETINGS
            POST /meetings/{id}/agenda/{item}/move                   HOLD_MEETINGS
            POST /meetings/{id}/agenda/{item}/removal                HOLD_MEETINGS
            POST /meetings/{id}/agenda/{item}/time                   HOLD_MEETINGS
            POST /meetings/{id}/answers                              ANSWER
            POST /meetings/{id}/attendance                           HOLD_MEETINGS
            GET  /meetings/{id}/board-pack.pdf                       READ_WALLS
            POST /meetings/{id}/close                                HOLD_MEETINGS
            GET  /meetings/{id}/differences                          READ_WALLS
            GET  /meetings/{id}/exhibits/{exhibit}                   READ_WALLS
            POST /meetings/{id}/freeze                               HOLD_MEETINGS
            GET  /meetings/{id}/meeting.ics                          READ_WALLS
            POST /meetings/{id}/promises                             ANSWER
            GET  /meetings/{id}/replay                               READ_WALLS
            POST /meetings/{id}/schedule                             HOLD_MEETINGS
            GET  /meetings/{id}/wall-{number}.pdf                    READ_WALLS
            GET  /meetings/{id}/walls/{wall}/{chapter}               READ_WALLS
            GET  /meetings/{id}/{exhibit}.{ending}                   READ_WALLS
            GET  /meetings/{id}/{exhibit}/rows                       READ_ROWS
            GET  /metrics                                            READ_WALLS
            GET  /metrics/{name}                                     READ_WALLS
            GET  /metrics/{name}.{ending}                            READ_WALLS
            GET  /people                                             MANAGE_PEOPLE
            POST /people                                             MANAGE_PEOPLE
            POST /people/displays                                    MANAGE_PEOPLE
            POST /people/displays/{id}/revocation                    MANAGE_PEOPLE
            POST /people/second-factors                              MANAGE_PEOPLE
            POST /people/{name}/address                              MANAGE_PEOPLE
            POST /people/{name}/closure                              MANAGE_PEOPLE
            POST /people/{name}/link                                 MANAGE_PEOPLE
            POST /people/{name}/reopening                            MANAGE_PEOPLE
            POST /people/{name}/role                                 MANAGE_PEOPLE
            POST /people/{name}/scope                                MANAGE_PEOPLE
            POST /people/{name}/second-factor                        MANAGE_PEOPLE
            POST /people/{name}/sessions                             MANAGE_PEOPLE
            POST /people/{name}/unlinking                            MANAGE_PEOPLE
            POST /people/{name}/unlocking                            MANAGE_PEOPLE
            GET  /programmes                                         READ_WALLS
            POST /programmes                                         HOLD_MEETINGS
            POST /programmes/{id}/taken-up                           HOLD_MEETINGS
            POST /programmes/{id}/withdraw                           HOLD_MEETINGS
            GET  /promises                                           READ_WALLS
            GET  /promises/mine                                      READ_WALLS
            GET  /promises/mine/promises.ics                         READ_WALLS
            GET  /promises/{id}                                      READ_WALLS
            POST /promises/{id}/break                                ANSWER
            POST /promises/{id}/keep                                 ANSWER
            POST /promises/{id}/move                                 ANSWER
            GET  /promises/{id}/promise.ics                          READ_WALLS
            POST /promises/{id}/withdraw                             ANSWER
            GET  /remarks                                            READ_WALLS
            POST /remarks                                            ANSWER
            POST /remarks/{number}                                   ANSWER
            POST /remarks/{number}/back                              ANSWER
            GET  /room                                               READ_WALLS
            GET  /sign-in                                            ANYBODY
            POST /sign-in                                            ANYBODY
            GET  /sign-in/provider                                   ANYBODY
            GET  /sign-in/provider/answer                            ANYBODY
            GET  /sign-in/provider/goodbye                           ANYBODY
            POST /sign-out                                           ANYBODY
            POST /theme                                              ANYBODY
            GET  /touches                                            READ_WALLS
            POST /touches                                            CARE IMPORT
            POST /touches/undo                                       CARE IMPORT
            GET  /tour                                               READ_WALLS
            GET  /trail                                              READ_TRAIL
            GET  /trail/file                                         READ_TRAIL
            GET  /trail/verification                                 READ_TRAIL
            GET  /unprofitable                                       READ_ROWS
            POST /unprofitable                                       ANSWER
            GET  /unprofitable/new                                   READ_ROWS
            GET  /unprofitable/{id}                                  READ_ROWS
            POST /unprofitable/{id}/approve                          SIGN
            POST /unprofitable/{id}/choose                           ANSWER
            POST /unprofitable/{id}/close                            ANSWER
            POST /unprofitable/{id}/done                             ANSWER
            POST /unprofitable/{id}/undo                             ANSWER
            GET  /vips                                               READ_ROWS
            POST /vips                                               HOLD_MEETINGS
            POST /vips/contacts/{contact}/{outcome}                  CARE
            POST /vips/{id}/contacts                                 ANSWER
            POST /vips/{id}/plan                                     ANSWER
            POST /vips/{id}/release                                  HOLD_MEETINGS
            GET  /walls/{number}                                     READ_WALLS
            GET  /walls/{number}.pdf                                 READ_WALLS
            GET  /walls/{number}/{chapter}                           READ_WALLS
            GET  /walls/{number}/{exhibit}.{ending}                  READ_WALLS
            GET  /welcome/{token}                                    ANYBODY
            POST /welcome/{token}                                    ANYBODY
            GET  /welcome/{token}/provider                           ANYBODY
            GET  /worth                                              READ_ROWS
            GET  /worth.{ending}                                     READ_ROWS
            """;

    private RouteTable() {}
}
