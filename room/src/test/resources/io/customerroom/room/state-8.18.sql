-- The state of a room as version 8.18 of the tables left it: dumped as text, receipts and builds taken out, a meeting with a promise put in.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO schema_history VALUES(1,'1.1','trail','SQL','V1_1__trail.sql',2061492683,'','2026-11-22 13:41:59.054',2,1);
INSERT INTO schema_history VALUES(2,'2.1','receipts','SQL','V2_1__receipts.sql',2037412400,'','2026-11-22 13:41:59.064',1,1);
INSERT INTO schema_history VALUES(3,'3.1','build','SQL','V3_1__build.sql',-952193196,'','2026-11-22 13:41:59.069',0,1);
INSERT INTO schema_history VALUES(4,'4.1','people','SQL','V4_1__people.sql',-719718616,'','2026-11-22 13:41:59.075',0,1);
INSERT INTO schema_history VALUES(5,'4.2','meetings','SQL','V4_2__meetings.sql',-1075036512,'','2026-11-22 13:41:59.082',1,1);
INSERT INTO schema_history VALUES(6,'4.3','promises','SQL','V4_3__promises.sql',1244923009,'','2026-11-22 13:41:59.088',0,1);
INSERT INTO schema_history VALUES(7,'5.1','facts files','SQL','V5_1__facts_files.sql',-81482794,'','2026-11-22 13:41:59.092',0,1);
INSERT INTO schema_history VALUES(8,'6.1','issues','SQL','V6_1__issues.sql',-375200803,'','2026-11-22 13:41:59.097',1,1);
INSERT INTO schema_history VALUES(9,'6.2','issue plans','SQL','V6_2__issue_plans.sql',664742701,'','2026-11-22 13:41:59.102',1,1);
INSERT INTO schema_history VALUES(10,'7.1','goals','SQL','V7_1__goals.sql',1568180152,'','2026-11-22 13:41:59.106',0,1);
INSERT INTO schema_history VALUES(11,'7.2','other counts','SQL','V7_2__other_counts.sql',-1930940643,'','2026-11-22 13:41:59.110',0,1);
INSERT INTO schema_history VALUES(12,'7.3','contacts','SQL','V7_3__contacts.sql',-763652318,'','2026-11-22 13:41:59.114',0,1);
INSERT INTO schema_history VALUES(13,'7.4','standards','SQL','V7_4__standards.sql',-290912278,'','2026-11-22 13:41:59.118',0,1);
INSERT INTO schema_history VALUES(14,'7.5','remarks','SQL','V7_5__remarks.sql',-1959312601,'','2026-11-22 13:41:59.121',0,1);
INSERT INTO schema_history VALUES(15,'7.6','artefacts','SQL','V7_6__artefacts.sql',1075471661,'','2026-11-22 13:41:59.127',1,1);
INSERT INTO schema_history VALUES(16,'8.1','agenda','SQL','V8_1__agenda.sql',-1595481995,'','2026-11-22 13:41:59.134',1,1);
INSERT INTO schema_history VALUES(17,'8.2','decisions','SQL','V8_2__decisions.sql',122486035,'','2026-11-22 13:41:59.139',1,1);
INSERT INTO schema_history VALUES(18,'8.3','forum details','SQL','V8_3__forum_details.sql',1823325776,'','2026-11-22 13:41:59.144',1,1);
INSERT INTO schema_history VALUES(19,'8.4','reminders','SQL','V8_4__reminders.sql',1868764368,'','2026-11-22 13:41:59.148',0,1);
INSERT INTO schema_history VALUES(20,'8.5','displays','SQL','V8_5__displays.sql',1549412567,'','2026-11-22 13:41:59.151',0,1);
INSERT INTO schema_history VALUES(21,'8.6','definitions','SQL','V8_6__definitions.sql',-520330731,'','2026-11-22 13:41:59.155',0,1);
INSERT INTO schema_history VALUES(22,'8.7','remark versions','SQL','V8_7__remark_versions.sql',-881592997,'','2026-11-22 13:41:59.162',4,1);
INSERT INTO schema_history VALUES(23,'8.8','schedules','SQL','V8_8__schedules.sql',-1510425694,'','2026-11-22 13:41:59.166',0,1);
INSERT INTO schema_history VALUES(24,'8.9','unprofitable customers','SQL','V8_9__unprofitable_customers.sql',2110059778,'','2026-11-22 13:41:59.172',1,1);
INSERT INTO schema_history VALUES(25,'8.11','loss review','SQL','V8_11__loss_review.sql',-688046892,'','2026-11-22 13:41:59.176',0,1);
INSERT INTO schema_history VALUES(26,'8.12','loss calls','SQL','V8_12__loss_calls.sql',90317864,'','2026-11-22 13:41:59.179',0,1);
INSERT INTO schema_history VALUES(27,'8.14','goals for the gained','SQL','V8_14__goals_for_the_gained.sql',1399997163,'','2026-11-22 13:41:59.190',7,1);
INSERT INTO schema_history VALUES(28,'8.15','alarm decisions','SQL','V8_15__alarm_decisions.sql',-2030971430,'','2026-11-22 13:41:59.194',0,1);
INSERT INTO schema_history VALUES(29,'8.17','vips','SQL','V8_17__vips.sql',644950242,'','2026-11-22 13:41:59.198',0,1);
INSERT INTO schema_history VALUES(30,'8.18','programmes','SQL','V8_18__programmes.sql',-1875161748,'','2026-11-22 13:41:59.202',0,1);
CREATE TABLE trail (
    number  INTEGER PRIMARY KEY,
    moment  TEXT NOT NULL,
    actor   TEXT NOT NULL,
    via     TEXT NOT NULL,
    reason  TEXT NOT NULL,
    request TEXT NOT NULL,
    event   TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    hash    TEXT NOT NULL
) STRICT;
INSERT INTO trail VALUES(1,'2026-11-22T13:42:00.053557Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0001-customer','{"content":"d0db115b3603e63a0cd739759ea118c969854c972a55d939ad192f5aec7815b6","kept":5816,"kind":"customer","read":5816,"source":"main"}','6c6660f8ca949ec7f99b7bdc5a2bafed1723b9fcbe11af9277ea0395c0c61872');
INSERT INTO trail VALUES(2,'2026-11-22T13:42:00.139260Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0002-crosswalk','{"content":"cd1d38b9a86bdf4fbff9f500e8c34a74fd80111f5aa6d7fe7db1498bfabdbd24","kept":570,"kind":"crosswalk","read":570,"source":"main"}','969ecf4d562003a0d523be4080bf2ae72d97b0419e4111fa59f4a25ad9373c42');
INSERT INTO trail VALUES(3,'2026-11-22T13:42:00.326392Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0003-contract-contract-system','{"content":"2225c0563f0e8b551a485d6fe9b92823655c2ac385a00235d5d5d254146c87b1","kept":5909,"kind":"contract","read":5909,"source":"contract-system"}','f2d43e110ec9c5133781894a53549a68f88269f15d7b4de851a887a461e42045');
INSERT INTO trail VALUES(4,'2026-11-22T13:42:00.681707Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0004-purchase-tills','{"content":"aabb8fb305653d3f948473729faf5f536d005837ec9d94fb02097bd768deb768","kept":59265,"kind":"purchase","read":59265,"source":"tills"}','5eeef4047783b01c6917e0f0742fa568c7f78179873cafac121aa5b000ac008e');
INSERT INTO trail VALUES(5,'2026-11-22T13:42:00.930639Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0005-ticket-desk','{"content":"d07bb2a9551b5cde2fa3edc51db0a3cbd474a5579993290f640d95471823db37","kept":23031,"kind":"ticket","read":23033,"source":"desk"}','8920a2baeadf5fca16112363dab66d3e83a32cfa3998f9272c645314d4202ebd');
INSERT INTO trail VALUES(6,'2026-11-22T13:42:01.547894Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0006-operation','{"content":"cd9196558807eed7ef031d4547e34d388f0bd68e7d3f165b0626143f3f2060d9","kept":8680,"kind":"operation","read":8680,"source":"main"}','1a702d6f370920f3cf9daab9860a869f2c1faf30339eff2b00f51b61454ec59d');
INSERT INTO trail VALUES(7,'2026-11-22T13:42:01.704045Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0007-feedback-surveys','{"content":"197a4de7cc5a7890fba748036507566403929f1e564c2bcac8de752138d88681","kept":9611,"kind":"feedback","read":9611,"source":"surveys"}','9686b76b6a5f68c45f4ff51754ca5df7d95e715d2a036218fbde04fd695d2b28');
INSERT INTO trail VALUES(8,'2026-11-22T13:42:01.751154Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0008-departure','{"content":"633f3de55b96ecf0acb3290b2b96ac74f728aed6748f21d47054dee82629de2a","kept":1554,"kind":"departure","read":1554,"source":"main"}','df1776648edd02cc37e468cafd0fb1fa2f31fbe0cbd832f82d6a0b62616186a3');
INSERT INTO trail VALUES(9,'2026-11-22T13:42:01.797251Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0009-referral','{"content":"4e36949fd84d23fbd53eb7ed7e96041ab407e75702bc8c7e75f5f5a74959ab3a","kept":480,"kind":"referral","read":480,"source":"main"}','db428ebd65c7041af08e4c737bd0dd21b7a5031e5e727f4f7fd7b776f421d1c7');
INSERT INTO trail VALUES(10,'2026-11-22T13:42:02.195179Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0010-cost-ledger-accounts','{"content":"7f675fbf9890eb8662fb4291d3f9f17bcee5606eda38b59d685037e886fb9acb","kept":126357,"kind":"cost","read":126357,"source":"ledger-accounts"}','7fc1ed5e7d6f4a5bcd69f25f697db5a58c93a1600226beb242844751650bce22');
INSERT INTO trail VALUES(11,'2026-11-22T13:42:02.219175Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0011-investment-ledger-accounts','{"content":"b738a49df16b5eed5d8470c420591b8a369a7693932637e407af763c2bd4f6cd","kept":432,"kind":"investment","read":432,"source":"ledger-accounts"}','accc0a28f6cbebf498f8de6300f7e47389b5429ff27ebae8aadf9b87588965f3');
INSERT INTO trail VALUES(12,'2026-11-22T13:42:02.345886Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','batch-imported','b0012-touch-account-managers','{"content":"bd364e5bd03ea7ff2a189eebab4d1669e50ec7c32a863df6927cdc2b4bf10a3e","kept":22276,"kind":"touch","read":22276,"source":"account-managers"}','f091b3dba5fc05707be62d868f7775a7e8d14166c9e3f4cc7c16de6235522914');
INSERT INTO trail VALUES(13,'2026-11-22T13:42:05.026037Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','build-made','d8516672d30d','{"definitions":"activity@1,value@1,cost-rules@1","known":"2026-11-22T13:42:02.240084Z","through":"2026-10-31"}','ebfb1013cd9bf00e175b2bd35b33d558c88960802d6cf0d9917a6d6182ad162a');
INSERT INTO trail VALUES(14,'2026-11-22T13:42:05.026037Z','command line','cli','demo','39cf928e-3539-4817-978b-0b6ed1ecc6d1','build-chosen','d8516672d30d','{"definitions":"activity@1,value@1,cost-rules@1","known":"2026-11-22T13:42:02.240084Z","through":"2026-10-31"}','b0cffc8dd1b4ba556e95bb97c6aedc73c1edc2009ee06f3a333a773d9b08e54e');
CREATE TABLE schema_fingerprint (
    location    TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL
) STRICT;
INSERT INTO schema_fingerprint VALUES('db/migration/state','10051598ad025c814e7b676725543518d0b740143a53c5953b5ea9a39bcc80ed');
INSERT INTO schema_fingerprint VALUES('db/migration/ledger','6716ffabaa8971a573468691f1878df97b8678968f5118b283fc677bc4cb2021');
INSERT INTO schema_fingerprint VALUES('db/migration/room','fe17068580c670eaf3130938f071955c3559c19323806036072aa30963bcc9ce');
CREATE TABLE receipt (
    number INTEGER PRIMARY KEY,
    batch TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    ids TEXT NOT NULL,
    feed TEXT NOT NULL CHECK (feed IN ('delta', 'cumulative', 'snapshot')),
    file_name TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    mapping TEXT NOT NULL,
    mapping_hash TEXT NOT NULL,
    notes TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    rows_kept INTEGER NOT NULL,
    set_aside TEXT NOT NULL,
    first_on TEXT,
    last_on TEXT,
    first_recorded_at TEXT,
    last_recorded_at TEXT,
    keys_unique INTEGER NOT NULL CHECK (keys_unique IN (0, 1)),
    imported_at TEXT NOT NULL,
    author TEXT NOT NULL
) STRICT;
CREATE TABLE receipt_withdrawal (
    batch TEXT PRIMARY KEY REFERENCES receipt (batch),
    withdrawn_at TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE erased_customer (
    customer INTEGER PRIMARY KEY,
    erased_at TEXT NOT NULL
) STRICT;
CREATE TABLE build (
    id          TEXT PRIMARY KEY,
    through     TEXT NOT NULL,
    known       TEXT NOT NULL,
    definitions TEXT NOT NULL,
    receipts    TEXT NOT NULL,
    identities  TEXT NOT NULL,
    millis      TEXT NOT NULL,
    made_at     TEXT NOT NULL
) STRICT;
CREATE TABLE current_build (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    id   TEXT NOT NULL REFERENCES build (id)
) STRICT;
CREATE TABLE account (
    name         TEXT PRIMARY KEY,
    display_name TEXT NOT NULL,
    role         TEXT NOT NULL CHECK (role IN ('administrator', 'facilitator', 'leader', 'viewer', 'data-admin')),
    opened_at    TEXT NOT NULL,
    epoch        INTEGER NOT NULL,
    failures     INTEGER NOT NULL,
    locked_until TEXT
) STRICT;
CREATE TABLE account_password (
    account TEXT PRIMARY KEY REFERENCES account (name),
    hash    TEXT NOT NULL,
    set_at  TEXT NOT NULL
) STRICT;
CREATE TABLE account_closure (
    account   TEXT PRIMARY KEY REFERENCES account (name),
    closed_at TEXT NOT NULL,
    closed_by TEXT NOT NULL,
    reason    TEXT NOT NULL
) STRICT;
CREATE TABLE one_time_link (
    token_hash TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL CHECK (purpose IN ('administrator', 'invitation', 'reset')),
    account    TEXT REFERENCES account (name),
    issued_at  TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at   TEXT
) STRICT;
CREATE TABLE meeting (
    number     INTEGER PRIMARY KEY,
    title      TEXT NOT NULL,
    day        TEXT NOT NULL,
    cadence    TEXT NOT NULL CHECK (cadence IN ('monthly', 'quarterly', 'yearly', 'once')),
    planned_at TEXT NOT NULL,
    UNIQUE (title, day)
) STRICT;
CREATE TABLE attendance (
    meeting    INTEGER NOT NULL REFERENCES meeting (number),
    account    TEXT NOT NULL REFERENCES account (name),
    present    INTEGER NOT NULL CHECK (present IN (0, 1)),
    substitute TEXT NOT NULL,
    PRIMARY KEY (meeting, account)
) STRICT;
CREATE TABLE freeze (
    meeting       INTEGER PRIMARY KEY REFERENCES meeting (number),
    frozen_at     TEXT NOT NULL,
    frozen_by     TEXT NOT NULL,
    evidence_hash TEXT NOT NULL,
    trail_head    TEXT NOT NULL
) STRICT;
CREATE TABLE frozen_reading (
    meeting     INTEGER NOT NULL REFERENCES freeze (meeting),
    ordinal     INTEGER NOT NULL,
    exhibit     TEXT NOT NULL,
    title       TEXT NOT NULL,
    wall        INTEGER NOT NULL,
    metric      TEXT NOT NULL,
    period      TEXT NOT NULL,
    view        TEXT NOT NULL,
    uncertainty TEXT,
    through     TEXT NOT NULL,
    known       TEXT NOT NULL,
    definitions TEXT NOT NULL,
    receipts    TEXT NOT NULL,
    question    TEXT NOT NULL,
    values_hash TEXT NOT NULL,
    rows_hash   TEXT NOT NULL,
    PRIMARY KEY (meeting, ordinal),
    UNIQUE (meeting, exhibit)
) STRICT;
CREATE TABLE answer (
    number      INTEGER PRIMARY KEY,
    meeting     INTEGER NOT NULL,
    exhibit     TEXT NOT NULL,
    leader      TEXT NOT NULL REFERENCES account (name),
    why         TEXT NOT NULL,
    better_when TEXT NOT NULL,
    how         TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    FOREIGN KEY (meeting, exhibit) REFERENCES frozen_reading (meeting, exhibit)
) STRICT;
CREATE TABLE promise (
    number        INTEGER PRIMARY KEY,
    meeting       INTEGER NOT NULL,
    exhibit       TEXT NOT NULL,
    level         TEXT NOT NULL,
    unit          TEXT NOT NULL,
    direction     TEXT NOT NULL CHECK (direction IN ('at-least', 'at-most')),
    owner         TEXT NOT NULL REFERENCES account (name),
    words         TEXT NOT NULL,
    FOREIGN KEY (meeting, exhibit) REFERENCES frozen_reading (meeting, exhibit)
) STRICT;
CREATE TABLE promise_event (
    number   INTEGER PRIMARY KEY,
    promise  INTEGER NOT NULL REFERENCES promise (number),
    kind     TEXT NOT NULL CHECK (kind IN ('made', 'moved', 'kept', 'broken', 'withdrawn')),
    at       TEXT NOT NULL,
    by       TEXT NOT NULL,
    from_day TEXT,
    to_day   TEXT,
    words    TEXT NOT NULL
) STRICT;
CREATE TABLE facts_file (
    batch TEXT PRIMARY KEY REFERENCES receipt (batch),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    content_hash TEXT NOT NULL
) STRICT;
CREATE TABLE issue_target (
    number INTEGER PRIMARY KEY,
    issue  TEXT NOT NULL,
    most   INTEGER CHECK (most >= 0),
    calm   INTEGER NOT NULL CHECK (calm BETWEEN 1 AND 12),
    reason TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;
CREATE TABLE issue_owner (
    number INTEGER PRIMARY KEY,
    issue  TEXT NOT NULL,
    owner  TEXT NOT NULL,
    team   TEXT NOT NULL,
    reason TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;
CREATE TABLE issue_plan_line (
    number INTEGER PRIMARY KEY,
    issue  TEXT NOT NULL,
    words  TEXT NOT NULL,
    doer   TEXT NOT NULL,
    since  TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;
CREATE TABLE issue_plan_state (
    number INTEGER PRIMARY KEY,
    line   INTEGER NOT NULL REFERENCES issue_plan_line (number),
    state  TEXT NOT NULL CHECK (state IN ('planned', 'at-work', 'done', 'dropped')),
    words  TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;
CREATE TABLE contact_added (
    contact TEXT PRIMARY KEY,
    stage   TEXT NOT NULL,
    words   TEXT NOT NULL,
    at      TEXT NOT NULL,
    by      TEXT NOT NULL
) STRICT;
CREATE TABLE contact_vote (
    number  INTEGER PRIMARY KEY,
    contact TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (name),
    given   INTEGER NOT NULL CHECK (given IN (0, 1)),
    at      TEXT NOT NULL
) STRICT;
CREATE TABLE contact_choice (
    number  INTEGER PRIMARY KEY,
    contact TEXT NOT NULL,
    kind    TEXT CHECK (kind IN ('rescue', 'revenue-building', 'responding', 'relationship')),
    stage   TEXT NOT NULL,
    owner   TEXT NOT NULL,
    reason  TEXT NOT NULL,
    at      TEXT NOT NULL,
    by      TEXT NOT NULL
) STRICT;
CREATE TABLE contact_standard (
    number       INTEGER PRIMARY KEY,
    contact      TEXT NOT NULL,
    measure      TEXT NOT NULL,
    direction    TEXT NOT NULL CHECK (direction IN ('at-least', 'at-most')),
    standard     TEXT NOT NULL,
    strict       INTEGER NOT NULL CHECK (strict IN (0, 1)),
    min_n        INTEGER NOT NULL CHECK (min_n >= 0),
    run_length   INTEGER NOT NULL CHECK (run_length >= 1),
    working_days INTEGER NOT NULL CHECK (working_days IN (0, 1)),
    valid_from   TEXT NOT NULL,
    reason       TEXT NOT NULL,
    at           TEXT NOT NULL,
    by           TEXT NOT NULL
) STRICT;
CREATE TABLE remark (
    number INTEGER PRIMARY KEY,
    series TEXT NOT NULL,
    day    TEXT NOT NULL,
    words  TEXT NOT NULL,
    fresh  INTEGER NOT NULL CHECK (fresh IN (0, 1)),
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
, first INTEGER NOT NULL DEFAULT 0, taken_back INTEGER NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1)), link TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE artefact (
    number      INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    about       TEXT NOT NULL CHECK (about IN ('issue', 'contact', 'stage', 'exhibit')),
    name        TEXT NOT NULL,
    customer    INTEGER,
    fingerprint TEXT NOT NULL,
    file_type   TEXT,
    file        TEXT,
    small       TEXT,
    bytes       INTEGER,
    at          TEXT NOT NULL,
    by          TEXT NOT NULL,
    CHECK ((file IS NULL) = (file_type IS NULL))
) STRICT;
CREATE TABLE artefact_words (
    artefact INTEGER PRIMARY KEY REFERENCES artefact (number),
    title    TEXT NOT NULL,
    words    TEXT NOT NULL,
    source   TEXT NOT NULL,
    day      TEXT,
    salt     TEXT NOT NULL
) STRICT;
CREATE TABLE artefact_consent (
    number   INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact (number),
    reach    TEXT NOT NULL CHECK (reach IN ('free', 'asked', 'room', 'print', 'withdrawn')),
    giver    TEXT NOT NULL,
    day      TEXT,
    at       TEXT NOT NULL,
    by       TEXT NOT NULL
) STRICT;
CREATE TABLE artefact_erasure (
    artefact INTEGER PRIMARY KEY REFERENCES artefact (number),
    at       TEXT NOT NULL,
    by       TEXT NOT NULL
) STRICT;
CREATE TABLE frozen_artefact (
    meeting     INTEGER NOT NULL REFERENCES freeze (meeting),
    ordinal     INTEGER NOT NULL,
    artefact    INTEGER NOT NULL REFERENCES artefact (number),
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (meeting, ordinal),
    UNIQUE (meeting, artefact)
) STRICT;
CREATE TABLE agenda_item (
    number     INTEGER PRIMARY KEY,
    meeting    INTEGER NOT NULL REFERENCES meeting (number),
    position   INTEGER NOT NULL,
    wall       INTEGER NOT NULL CHECK (wall BETWEEN 0 AND 3),
    stage      TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('exhibit', 'breach', 'stage', 'restatement', 'promise', 'decision', 'own')),
    exhibit    TEXT NOT NULL,
    subject    TEXT NOT NULL,
    title      TEXT NOT NULL,
    minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 240),
    removed_at TEXT
) STRICT;
CREATE TABLE meeting_closure (
    meeting      INTEGER PRIMARY KEY REFERENCES freeze (meeting),
    closed_at    TEXT NOT NULL,
    closed_by    TEXT NOT NULL,
    minutes_hash TEXT NOT NULL
) STRICT;
CREATE TABLE note (
    item     INTEGER PRIMARY KEY REFERENCES agenda_item (number),
    words    TEXT NOT NULL,
    revision INTEGER NOT NULL,
    noted_at TEXT NOT NULL,
    noted_by TEXT NOT NULL
) STRICT;
CREATE TABLE addendum (
    number   INTEGER PRIMARY KEY,
    item     INTEGER NOT NULL REFERENCES agenda_item (number),
    words    TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL
) STRICT;
CREATE TABLE decision (
    number     INTEGER PRIMARY KEY,
    meeting    INTEGER NOT NULL REFERENCES meeting (number),
    item       INTEGER REFERENCES agenda_item (number),
    words      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    owner      TEXT NOT NULL REFERENCES account (name),
    review_on  TEXT NOT NULL,
    taken_at   TEXT NOT NULL,
    taken_by   TEXT NOT NULL
) STRICT;
CREATE TABLE decision_review (
    number      INTEGER PRIMARY KEY,
    decision    INTEGER NOT NULL REFERENCES decision (number),
    outcome     TEXT NOT NULL CHECK (outcome IN ('stands', 'ended')),
    words       TEXT NOT NULL,
    review_on   TEXT,
    reviewed_at TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    CHECK ((outcome = 'stands') = (review_on IS NOT NULL))
) STRICT;
CREATE TABLE meeting_time (
    meeting  INTEGER PRIMARY KEY REFERENCES meeting (number),
    starts   TEXT NOT NULL,
    minutes  INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 720),
    place    TEXT NOT NULL,
    sequence INTEGER NOT NULL
) STRICT;
CREATE TABLE promise_figure (
    promise INTEGER PRIMARY KEY REFERENCES promise (number),
    figure  TEXT NOT NULL,
    title   TEXT NOT NULL
) STRICT;
CREATE TABLE promise_evidence (
    event   INTEGER PRIMARY KEY REFERENCES promise_event (number),
    meeting INTEGER NOT NULL,
    exhibit TEXT NOT NULL,
    figure  TEXT NOT NULL,
    value   TEXT NOT NULL,
    FOREIGN KEY (meeting, exhibit) REFERENCES frozen_reading (meeting, exhibit)
) STRICT;
CREATE TABLE frozen_build (
    meeting INTEGER PRIMARY KEY REFERENCES freeze (meeting),
    build   TEXT NOT NULL
) STRICT;
CREATE TABLE account_mail (
    account TEXT PRIMARY KEY REFERENCES account (name),
    address TEXT NOT NULL
) STRICT;
CREATE TABLE letter (
    number     INTEGER PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES account (name),
    state      TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'failed')),
    attempts   INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    problem    TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
CREATE TABLE reminder (
    account TEXT NOT NULL REFERENCES account (name),
    kind    TEXT NOT NULL CHECK (kind IN ('due-soon', 'due-today', 'overdue', 'escalation')),
    promise INTEGER NOT NULL REFERENCES promise (number),
    due     TEXT NOT NULL,
    letter  INTEGER NOT NULL REFERENCES letter (number),
    PRIMARY KEY (account, kind, promise, due)
) STRICT;
CREATE TABLE display (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    issued_at  TEXT NOT NULL,
    issued_by  TEXT NOT NULL
) STRICT;
CREATE TABLE display_revocation (
    display    INTEGER PRIMARY KEY REFERENCES display (number),
    revoked_at TEXT NOT NULL,
    revoked_by TEXT NOT NULL
) STRICT;
CREATE TABLE definition_proposal (
    number  INTEGER PRIMARY KEY,
    text    TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;
CREATE TABLE definition_event (
    number   INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES definition_proposal (number),
    kind     TEXT NOT NULL CHECK (kind IN ('signed', 'adopted', 'withdrawn')),
    by       TEXT NOT NULL,
    at       TEXT NOT NULL,
    words    TEXT NOT NULL
) STRICT;
CREATE TABLE source_schedule (
    number      INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    source      TEXT NOT NULL,
    every       TEXT NOT NULL CHECK (every IN ('day', 'week', 'month', 'never')),
    due_day     INTEGER NOT NULL CHECK (due_day BETWEEN 1 AND 28),
    hour        INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    grace_hours INTEGER NOT NULL CHECK (grace_hours BETWEEN 0 AND 999),
    owner       TEXT NOT NULL,
    at          TEXT NOT NULL,
    by          TEXT NOT NULL
) STRICT;
CREATE TABLE customer_case (
    number       INTEGER PRIMARY KEY,
    customer     INTEGER NOT NULL,
    contribution TEXT NOT NULL,
    months       INTEGER NOT NULL CHECK (months > 0),
    through      TEXT NOT NULL,
    reason       TEXT NOT NULL,
    opened_at    TEXT NOT NULL,
    opened_by    TEXT NOT NULL REFERENCES account (name)
) STRICT;
CREATE TABLE customer_case_step (
    number INTEGER PRIMARY KEY,
    number_of_case INTEGER NOT NULL REFERENCES customer_case (number),
    kind   TEXT NOT NULL CHECK (kind IN ('fix-price', 'fix-cost', 'discipline', 'exit', 'approved', 'done', 'closed', 'undone')),
    about  INTEGER REFERENCES customer_case_step (number),
    look_on TEXT,
    words  TEXT NOT NULL CHECK (words <> ''),
    at     TEXT NOT NULL,
    by     TEXT NOT NULL REFERENCES account (name),
    CHECK ((kind IN ('fix-price', 'fix-cost', 'discipline', 'exit')) = (look_on IS NOT NULL)),
    CHECK (kind NOT IN ('approved', 'done', 'undone') OR about IS NOT NULL)
) STRICT;
CREATE TABLE loss_drawing (
    number      INTEGER PRIMARY KEY,
    month       TEXT NOT NULL,
    since       TEXT NOT NULL,
    seed        TEXT NOT NULL,
    build       TEXT NOT NULL,
    through     TEXT NOT NULL,
    known       TEXT NOT NULL,
    definitions TEXT NOT NULL,
    population  TEXT NOT NULL,
    leavers     INTEGER NOT NULL,
    barred      INTEGER NOT NULL,
    before      INTEGER NOT NULL,
    executives  TEXT NOT NULL,
    each        INTEGER NOT NULL,
    at          TEXT NOT NULL,
    by          TEXT NOT NULL
) STRICT;
CREATE TABLE loss_drawn (
    customer  INTEGER PRIMARY KEY,
    drawing   INTEGER NOT NULL REFERENCES loss_drawing (number),
    place     INTEGER NOT NULL,
    executive TEXT NOT NULL,
    value     TEXT NOT NULL,
    lost_on   TEXT NOT NULL,
    inclusion REAL NOT NULL,
    UNIQUE (drawing, place)
) STRICT;
CREATE TABLE loss_call (
    number   INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES loss_drawn (customer),
    outcome  TEXT NOT NULL CHECK (outcome IN ('reached', 'not-reached', 'declined')),
    notes    TEXT NOT NULL,
    reason   TEXT NOT NULL,
    issue    TEXT NOT NULL,
    saved    INTEGER CHECK (saved IN (0, 1)),
    batch    TEXT NOT NULL,
    at       TEXT NOT NULL,
    by       TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS "goal" (
    number  INTEGER PRIMARY KEY,
    figure  TEXT NOT NULL,
    period  TEXT NOT NULL,
    segment TEXT NOT NULL,
    level   TEXT,
    reason  TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS "other_count" (
    number INTEGER PRIMARY KEY,
    system TEXT NOT NULL,
    figure TEXT NOT NULL,
    period TEXT NOT NULL,
    count  TEXT NOT NULL,
    reason TEXT NOT NULL,
    owner  TEXT NOT NULL,
    by     TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;
CREATE TABLE alarm_decision (
    number  INTEGER PRIMARY KEY,
    segment TEXT NOT NULL,
    period  TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('taken-up', 'snoozed', 'closed')),
    until   TEXT,
    reason  TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL,
    CHECK ((kind = 'snoozed') = (until IS NOT NULL))
) STRICT;
CREATE TABLE vip (
    number    INTEGER PRIMARY KEY,
    customer  INTEGER NOT NULL,
    way       TEXT NOT NULL CHECK (way IN ('top', 'hand')),
    reason    TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by TEXT NOT NULL
) STRICT;
CREATE TABLE vip_release (
    vip         INTEGER PRIMARY KEY REFERENCES vip (number),
    reason      TEXT NOT NULL,
    released_at TEXT NOT NULL,
    released_by TEXT NOT NULL
) STRICT;
CREATE TABLE vip_plan (
    number     INTEGER PRIMARY KEY,
    vip        INTEGER NOT NULL REFERENCES vip (number),
    keeps      TEXT NOT NULL,
    owner      TEXT NOT NULL REFERENCES account (name),
    step       TEXT NOT NULL,
    due_on     TEXT NOT NULL,
    expected   TEXT NOT NULL,
    written_at TEXT NOT NULL,
    written_by TEXT NOT NULL
) STRICT;
CREATE TABLE host_contact (
    number     INTEGER PRIMARY KEY,
    vip        INTEGER NOT NULL REFERENCES vip (number),
    kind       TEXT NOT NULL CHECK (kind IN ('visit', 'event')),
    host       TEXT NOT NULL REFERENCES account (name),
    planned_on TEXT NOT NULL,
    purpose    TEXT NOT NULL,
    planned_at TEXT NOT NULL,
    planned_by TEXT NOT NULL
) STRICT;
CREATE TABLE host_contact_outcome (
    number   INTEGER PRIMARY KEY,
    contact  INTEGER NOT NULL REFERENCES host_contact (number),
    outcome  TEXT NOT NULL CHECK (outcome IN ('held', 'not-held', 'open')),
    held_on  TEXT,
    words    TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    noted_by TEXT NOT NULL,
    CHECK ((outcome = 'held') = (held_on IS NOT NULL))
) STRICT;
CREATE TABLE programme (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('retention', 'loyalty', 'cross-sale', 'up-sale')),
    audience   TEXT NOT NULL,
    owner      TEXT NOT NULL REFERENCES account (name),
    starts_on  TEXT NOT NULL,
    ends_on    TEXT NOT NULL,
    cost       TEXT NOT NULL,
    held_out   INTEGER NOT NULL CHECK (held_out BETWEEN 0 AND 50),
    seed       INTEGER NOT NULL,
    planned_at TEXT NOT NULL,
    planned_by TEXT NOT NULL
) STRICT;
CREATE TABLE programme_member (
    programme INTEGER NOT NULL REFERENCES programme (number),
    customer  INTEGER NOT NULL,
    held_out  INTEGER NOT NULL CHECK (held_out IN (0, 1)),
    PRIMARY KEY (programme, customer)
) STRICT, WITHOUT ROWID;
CREATE TABLE programme_take_up (
    programme INTEGER NOT NULL REFERENCES programme (number),
    customer  INTEGER NOT NULL,
    noted_at  TEXT NOT NULL,
    noted_by  TEXT NOT NULL,
    PRIMARY KEY (programme, customer)
) STRICT, WITHOUT ROWID;
CREATE TABLE programme_withdrawal (
    programme    INTEGER PRIMARY KEY REFERENCES programme (number),
    reason       TEXT NOT NULL,
    withdrawn_at TEXT NOT NULL,
    withdrawn_by TEXT NOT NULL
) STRICT;
CREATE INDEX "schema_history_s_idx" ON "schema_history" ("success");
CREATE INDEX trail_by_subject ON trail (subject, number);
CREATE TRIGGER trail_is_not_changed BEFORE UPDATE ON trail
BEGIN
    SELECT RAISE(ABORT, 'the trail is only added to');
END;
CREATE TRIGGER trail_is_not_shortened BEFORE DELETE ON trail
BEGIN
    SELECT RAISE(ABORT, 'the trail is only added to');
END;
CREATE INDEX receipt_content ON receipt (content_hash, mapping_hash, kind);
CREATE TRIGGER freeze_is_not_changed BEFORE UPDATE ON freeze
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;
CREATE TRIGGER freeze_is_not_removed BEFORE DELETE ON freeze
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;
CREATE TRIGGER frozen_reading_is_not_changed BEFORE UPDATE ON frozen_reading
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;
CREATE TRIGGER frozen_reading_is_not_removed BEFORE DELETE ON frozen_reading
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;
CREATE TRIGGER frozen_meeting_keeps_its_name BEFORE UPDATE ON meeting
WHEN EXISTS (SELECT 1 FROM freeze WHERE freeze.meeting = old.number)
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;
CREATE TRIGGER answer_is_not_changed BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'answers are only added'); END;
CREATE TRIGGER answer_is_not_removed BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'answers are only added'); END;
CREATE INDEX promise_event_by_promise ON promise_event (promise, number);
CREATE TRIGGER promise_is_not_changed BEFORE UPDATE ON promise
BEGIN SELECT RAISE(ABORT, 'a promise is not changed, things happen to it'); END;
CREATE TRIGGER promise_is_not_removed BEFORE DELETE ON promise
BEGIN SELECT RAISE(ABORT, 'a promise is not changed, things happen to it'); END;
CREATE TRIGGER promise_event_is_not_changed BEFORE UPDATE ON promise_event
BEGIN SELECT RAISE(ABORT, 'what happened to a promise is only added to'); END;
CREATE TRIGGER promise_event_is_not_removed BEFORE DELETE ON promise_event
BEGIN SELECT RAISE(ABORT, 'what happened to a promise is only added to'); END;
CREATE INDEX issue_target_by_issue ON issue_target (issue, number);
CREATE INDEX issue_owner_by_issue ON issue_owner (issue, number);
CREATE TRIGGER issue_target_is_not_changed BEFORE UPDATE ON issue_target
BEGIN SELECT RAISE(ABORT, 'a target is not changed, another version is set'); END;
CREATE TRIGGER issue_target_is_not_removed BEFORE DELETE ON issue_target
BEGIN SELECT RAISE(ABORT, 'a target is not changed, another version is set'); END;
CREATE TRIGGER issue_owner_is_not_changed BEFORE UPDATE ON issue_owner
BEGIN SELECT RAISE(ABORT, 'owners are only added'); END;
CREATE TRIGGER issue_owner_is_not_removed BEFORE DELETE ON issue_owner
BEGIN SELECT RAISE(ABORT, 'owners are only added'); END;
CREATE INDEX issue_plan_line_by_issue ON issue_plan_line (issue, number);
CREATE INDEX issue_plan_state_by_line ON issue_plan_state (line, number);
CREATE TRIGGER issue_plan_line_is_not_changed BEFORE UPDATE ON issue_plan_line
BEGIN SELECT RAISE(ABORT, 'plan lines are only added'); END;
CREATE TRIGGER issue_plan_line_is_not_removed BEFORE DELETE ON issue_plan_line
BEGIN SELECT RAISE(ABORT, 'plan lines are only added'); END;
CREATE TRIGGER issue_plan_state_is_not_changed BEFORE UPDATE ON issue_plan_state
BEGIN SELECT RAISE(ABORT, 'states are only added'); END;
CREATE TRIGGER issue_plan_state_is_not_removed BEFORE DELETE ON issue_plan_state
BEGIN SELECT RAISE(ABORT, 'states are only added'); END;
CREATE TRIGGER contact_vote_is_not_changed BEFORE UPDATE ON contact_vote
BEGIN SELECT RAISE(ABORT, 'votes are only added'); END;
CREATE TRIGGER contact_vote_is_not_removed BEFORE DELETE ON contact_vote
BEGIN SELECT RAISE(ABORT, 'votes are only added'); END;
CREATE TRIGGER contact_choice_is_not_changed BEFORE UPDATE ON contact_choice
BEGIN SELECT RAISE(ABORT, 'choices are only added'); END;
CREATE TRIGGER contact_choice_is_not_removed BEFORE DELETE ON contact_choice
BEGIN SELECT RAISE(ABORT, 'choices are only added'); END;
CREATE TRIGGER contact_standard_is_not_changed BEFORE UPDATE ON contact_standard
BEGIN SELECT RAISE(ABORT, 'a standard is not changed, another version is set'); END;
CREATE TRIGGER contact_standard_is_not_removed BEFORE DELETE ON contact_standard
BEGIN SELECT RAISE(ABORT, 'a standard is not changed, another version is set'); END;
CREATE INDEX remark_by_series ON remark (series, day);
CREATE TRIGGER remark_is_not_changed BEFORE UPDATE ON remark
BEGIN SELECT RAISE(ABORT, 'remarks are only added'); END;
CREATE TRIGGER remark_is_not_removed BEFORE DELETE ON remark
BEGIN SELECT RAISE(ABORT, 'remarks are only added'); END;
CREATE INDEX artefact_by_subject ON artefact (about, name);
CREATE INDEX artefact_by_customer ON artefact (customer) WHERE customer IS NOT NULL;
CREATE INDEX artefact_consent_of ON artefact_consent (artefact, number);
CREATE TRIGGER artefact_is_not_changed BEFORE UPDATE ON artefact
BEGIN SELECT RAISE(ABORT, 'artefacts are only added'); END;
CREATE TRIGGER artefact_is_not_removed BEFORE DELETE ON artefact
BEGIN SELECT RAISE(ABORT, 'artefacts are only added'); END;
CREATE TRIGGER artefact_words_are_not_changed BEFORE UPDATE ON artefact_words
BEGIN SELECT RAISE(ABORT, 'what an artefact says is not changed'); END;
CREATE TRIGGER artefact_consent_is_not_changed BEFORE UPDATE ON artefact_consent
WHEN NEW.giver <> '' OR NEW.artefact <> OLD.artefact OR NEW.reach <> OLD.reach OR NEW.at <> OLD.at OR NEW.by <> OLD.by
BEGIN SELECT RAISE(ABORT, 'consents are only added'); END;
CREATE TRIGGER artefact_consent_is_not_removed BEFORE DELETE ON artefact_consent
BEGIN SELECT RAISE(ABORT, 'consents are only added'); END;
CREATE TRIGGER artefact_erasure_is_not_removed BEFORE DELETE ON artefact_erasure
BEGIN SELECT RAISE(ABORT, 'what is erased stays so'); END;
CREATE TRIGGER frozen_artefact_is_not_changed BEFORE UPDATE ON frozen_artefact
BEGIN SELECT RAISE(ABORT, 'a frozen wall is not changed'); END;
CREATE TRIGGER frozen_artefact_is_not_removed BEFORE DELETE ON frozen_artefact
BEGIN SELECT RAISE(ABORT, 'a frozen wall is not changed'); END;
CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting, position);
CREATE UNIQUE INDEX agenda_item_once ON agenda_item (meeting, kind, exhibit, subject) WHERE kind <> 'own';
CREATE TRIGGER closed_agenda_is_not_added_to BEFORE INSERT ON agenda_item
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = new.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
CREATE TRIGGER closed_agenda_is_not_changed BEFORE UPDATE ON agenda_item
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = old.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
CREATE TRIGGER agenda_item_is_not_removed BEFORE DELETE ON agenda_item
BEGIN SELECT RAISE(ABORT, 'a point is taken off, never deleted'); END;
CREATE TRIGGER closed_minutes_are_not_begun BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM meeting_closure c JOIN agenda_item i ON i.meeting = c.meeting WHERE i.number = new.item)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
CREATE TRIGGER closed_minutes_are_not_changed BEFORE UPDATE ON note
WHEN EXISTS (SELECT 1 FROM meeting_closure c JOIN agenda_item i ON i.meeting = c.meeting WHERE i.number = old.item)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
CREATE TRIGGER minutes_are_not_removed BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'minutes are not removed'); END;
CREATE TRIGGER closure_is_not_changed BEFORE UPDATE ON meeting_closure
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
CREATE TRIGGER closure_is_not_removed BEFORE DELETE ON meeting_closure
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
CREATE TRIGGER addendum_is_not_changed BEFORE UPDATE ON addendum
BEGIN SELECT RAISE(ABORT, 'addenda are only added'); END;
CREATE TRIGGER addendum_is_not_removed BEFORE DELETE ON addendum
BEGIN SELECT RAISE(ABORT, 'addenda are only added'); END;
CREATE INDEX decision_review_by_decision ON decision_review (decision, number);
CREATE TRIGGER decision_is_not_taken_after_the_close BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = new.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is not changed, it is reviewed'); END;
CREATE TRIGGER decision_is_not_removed BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is not changed, it is reviewed'); END;
CREATE TRIGGER decision_review_is_not_changed BEFORE UPDATE ON decision_review
BEGIN SELECT RAISE(ABORT, 'reviews are only added'); END;
CREATE TRIGGER decision_review_is_not_removed BEFORE DELETE ON decision_review
BEGIN SELECT RAISE(ABORT, 'reviews are only added'); END;
CREATE TRIGGER promise_figure_is_not_changed BEFORE UPDATE ON promise_figure
BEGIN SELECT RAISE(ABORT, 'a promise is not changed, things happen to it'); END;
CREATE TRIGGER promise_figure_is_not_removed BEFORE DELETE ON promise_figure
BEGIN SELECT RAISE(ABORT, 'a promise is not changed, things happen to it'); END;
CREATE TRIGGER promise_evidence_is_not_changed BEFORE UPDATE ON promise_evidence
BEGIN SELECT RAISE(ABORT, 'what happened to a promise is only added to'); END;
CREATE TRIGGER promise_evidence_is_not_removed BEFORE DELETE ON promise_evidence
BEGIN SELECT RAISE(ABORT, 'what happened to a promise is only added to'); END;
CREATE TRIGGER frozen_build_is_not_changed BEFORE UPDATE ON frozen_build
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;
CREATE TRIGGER frozen_build_is_not_removed BEFORE DELETE ON frozen_build
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;
CREATE INDEX reminder_by_letter ON reminder (letter);
CREATE TRIGGER attendance_is_not_added_after_the_close BEFORE INSERT ON attendance
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = new.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
CREATE TRIGGER attendance_is_not_changed_after_the_close BEFORE UPDATE ON attendance
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = old.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
CREATE TRIGGER display_revocation_is_not_taken_back BEFORE DELETE ON display_revocation
BEGIN SELECT RAISE(ABORT, 'a revoked display stays revoked'); END;
CREATE UNIQUE INDEX definition_is_signed_once ON definition_event (proposal, by) WHERE kind = 'signed';
CREATE UNIQUE INDEX definition_ends_once ON definition_event (proposal) WHERE kind IN ('adopted', 'withdrawn');
CREATE TRIGGER definition_proposal_is_not_changed BEFORE UPDATE ON definition_proposal
BEGIN SELECT RAISE(ABORT, 'a proposal is not changed, another is made'); END;
CREATE TRIGGER definition_proposal_is_not_removed BEFORE DELETE ON definition_proposal
BEGIN SELECT RAISE(ABORT, 'a proposal is not changed, another is made'); END;
CREATE TRIGGER definition_event_is_not_changed BEFORE UPDATE ON definition_event
BEGIN SELECT RAISE(ABORT, 'what happened to a proposal is only added to'); END;
CREATE TRIGGER definition_event_is_not_removed BEFORE DELETE ON definition_event
BEGIN SELECT RAISE(ABORT, 'what happened to a proposal is only added to'); END;
CREATE TRIGGER source_schedule_is_not_changed BEFORE UPDATE ON source_schedule
BEGIN SELECT RAISE(ABORT, 'a schedule is not changed, another one is stated'); END;
CREATE TRIGGER source_schedule_is_not_removed BEFORE DELETE ON source_schedule
BEGIN SELECT RAISE(ABORT, 'a schedule is not changed, another one is stated'); END;
CREATE INDEX customer_case_step_by_case ON customer_case_step (number_of_case, number);
CREATE TRIGGER customer_case_is_not_changed BEFORE UPDATE ON customer_case
BEGIN SELECT RAISE(ABORT, 'a case is not changed, steps are added'); END;
CREATE TRIGGER customer_case_is_not_removed BEFORE DELETE ON customer_case
BEGIN SELECT RAISE(ABORT, 'a case is not changed, steps are added'); END;
CREATE TRIGGER customer_case_step_is_not_changed BEFORE UPDATE ON customer_case_step
BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
CREATE TRIGGER customer_case_step_is_not_removed BEFORE DELETE ON customer_case_step
BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
CREATE TRIGGER exit_is_not_approved_by_its_proposer BEFORE INSERT ON customer_case_step
WHEN new.kind = 'approved' AND EXISTS (SELECT 1 FROM customer_case_step s WHERE s.number = new.about AND s.by = new.by)
BEGIN SELECT RAISE(ABORT, 'who proposes an exit does not approve it'); END;
CREATE TRIGGER exit_needs_two_approvers BEFORE INSERT ON customer_case_step
WHEN new.kind = 'done'
    AND EXISTS (SELECT 1 FROM customer_case_step s WHERE s.number = new.about AND s.kind = 'exit')
    AND (SELECT COUNT(DISTINCT a.by) FROM customer_case_step a
         WHERE a.kind = 'approved' AND a.about = new.about
             AND NOT EXISTS (SELECT 1 FROM customer_case_step u WHERE u.kind = 'undone' AND u.about = a.number)) < 2
BEGIN SELECT RAISE(ABORT, 'an exit needs two approvers'); END;
CREATE TRIGGER loss_drawing_is_not_changed BEFORE UPDATE ON loss_drawing
BEGIN SELECT RAISE(ABORT, 'a draw is not changed'); END;
CREATE TRIGGER loss_drawing_is_not_removed BEFORE DELETE ON loss_drawing
BEGIN SELECT RAISE(ABORT, 'a draw is not changed'); END;
CREATE TRIGGER loss_drawn_is_not_changed BEFORE UPDATE ON loss_drawn
BEGIN SELECT RAISE(ABORT, 'a draw is not changed'); END;
CREATE TRIGGER loss_drawn_is_not_removed BEFORE DELETE ON loss_drawn
BEGIN SELECT RAISE(ABORT, 'a draw is not changed'); END;
CREATE INDEX loss_call_by_customer ON loss_call (customer, number);
CREATE TRIGGER loss_call_is_not_changed BEFORE UPDATE ON loss_call
BEGIN SELECT RAISE(ABORT, 'notes of calls are only added'); END;
CREATE TRIGGER loss_call_is_not_removed BEFORE DELETE ON loss_call
BEGIN SELECT RAISE(ABORT, 'notes of calls are only added'); END;
CREATE TRIGGER goal_is_not_changed BEFORE UPDATE ON goal
BEGIN SELECT RAISE(ABORT, 'a goal is not changed, another one is stated'); END;
CREATE TRIGGER goal_is_not_removed BEFORE DELETE ON goal
BEGIN SELECT RAISE(ABORT, 'a goal is not changed, another one is stated'); END;
CREATE TRIGGER other_count_is_not_changed BEFORE UPDATE ON other_count
BEGIN SELECT RAISE(ABORT, 'a count is not changed, another one is entered'); END;
CREATE TRIGGER other_count_is_not_removed BEFORE DELETE ON other_count
BEGIN SELECT RAISE(ABORT, 'a count is not changed, another one is entered'); END;
CREATE TRIGGER alarm_decision_is_not_changed BEFORE UPDATE ON alarm_decision
BEGIN SELECT RAISE(ABORT, 'a decision is not changed, another one is made'); END;
CREATE TRIGGER alarm_decision_is_not_removed BEFORE DELETE ON alarm_decision
BEGIN SELECT RAISE(ABORT, 'a decision is not changed, another one is made'); END;
CREATE INDEX vip_plan_by_vip ON vip_plan (vip, number);
CREATE TRIGGER vip_is_not_changed BEFORE UPDATE ON vip BEGIN SELECT RAISE(ABORT, 'choices are only added and released'); END;
CREATE TRIGGER vip_is_not_removed BEFORE DELETE ON vip BEGIN SELECT RAISE(ABORT, 'choices are only added and released'); END;
CREATE TRIGGER vip_plan_is_not_changed BEFORE UPDATE ON vip_plan BEGIN SELECT RAISE(ABORT, 'plans are only added'); END;
CREATE TRIGGER vip_plan_is_not_removed BEFORE DELETE ON vip_plan BEGIN SELECT RAISE(ABORT, 'plans are only added'); END;
CREATE TRIGGER programme_is_not_changed BEFORE UPDATE ON programme BEGIN SELECT RAISE(ABORT, 'programmes are only added and withdrawn'); END;
CREATE TRIGGER programme_is_not_removed BEFORE DELETE ON programme BEGIN SELECT RAISE(ABORT, 'programmes are only added and withdrawn'); END;
CREATE TRIGGER programme_member_is_not_changed BEFORE UPDATE ON programme_member BEGIN SELECT RAISE(ABORT, 'an audience is drawn once'); END;
INSERT INTO account VALUES('ada','Ada Admin','administrator','2026-06-01T08:00:00.000000Z',1,0,NULL);
INSERT INTO account VALUES('leo','Leo Leader','leader','2026-06-01T08:00:00.000000Z',1,0,NULL);
INSERT INTO meeting VALUES(1,'Customer room','2026-06-04','monthly','2026-06-01T08:00:00.000000Z');
INSERT INTO attendance VALUES(1,'leo',1,'');
INSERT INTO freeze VALUES(1,'2026-06-04T08:00:00.000000Z','ada','e','0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO frozen_reading VALUES(1,1,'flow','Customer flow',1,'customer-math','2026-05','{}',NULL,'2026-05-31','2026-06-03T00:00:00.000000Z','d','r','q','v','h');
INSERT INTO promise VALUES(1,1,'flow','35','customers','at-most','leo','call every leaver within a week');
INSERT INTO promise_event VALUES(1,1,'made','2026-06-04T09:00:00.000000Z','ada',NULL,'2026-07-31','');
INSERT INTO goal VALUES(1,'out','2026-07','','41','budget','leo','2026-06-04T09:00:00.000000Z');
COMMIT;
