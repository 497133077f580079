-- SPDX-License-Identifier: MIT
-- The whole schema of a tracker database, version 4. It is embedded into the program and run by `tracker init`.
--
-- Facts are stored, decisions are derived: nothing here says what is due, late or paused.
-- Every fact row has
--   entry      its place in the order in which facts were entered; a fact that an undo brings back keeps it;
--   added      the change that recorded it;
--   retracted  the later change that took it back, or NULL.
-- Rows are never deleted, and nothing in them but `retracted` is ever set, once. "As known by change N" is therefore
--   added <= N AND (retracted IS NULL OR retracted > N).
-- Triggers refuse what a slip in the sqlite3 shell would alter or delete; what gets past them, REPLACE for one, is
-- found by the digests of changes. More triggers would cost each start of the program.
--
-- Days are days since 1970-01-01, months are year * 12 + month - 1, money is in minor units (kopecks): half the size
-- and the time of text. The views at the end show every fact in plain dates and amounts to people.
-- Facts about a contract are clustered by contract: a report over all contracts is one ordered pass over each table.

PRAGMA application_id = 1953653618; -- "trkr"

-- One command that wrote. `entries` is the last entry number in use when it ended; it is set once, as the change is
-- sealed. `digest` is SHA-256 over the digest before it, this row and all that the change did: see src/store/chain.hpp.
CREATE TABLE change (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    time INTEGER NOT NULL,                    -- UTC, seconds since 1970-01-01
    user TEXT NOT NULL,
    command TEXT NOT NULL,
    undoes INTEGER REFERENCES change CHECK (undoes < number),
    entries INTEGER,
    digest BLOB CHECK (length(digest) = 32)
) STRICT;
CREATE TRIGGER change_kept BEFORE UPDATE OF number, time, user, command ON change
    BEGIN SELECT RAISE(ABORT, 'changes are never altered'); END;
CREATE TRIGGER change_sealed BEFORE UPDATE OF undoes, entries, digest ON change WHEN old.digest IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a change is sealed once'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
    BEGIN SELECT RAISE(ABORT, 'changes are never deleted'); END;

-- The kinds of obligations by number: a dictionary, so that a fact holds one byte for its kind.
CREATE TABLE kind (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 23 AND name NOT GLOB '*[^a-z0-9-]*')
) STRICT;
CREATE TRIGGER kind_kept BEFORE UPDATE ON kind BEGIN SELECT RAISE(ABORT, 'kinds are never altered'); END;
CREATE TRIGGER kind_stays BEFORE DELETE ON kind BEGIN SELECT RAISE(ABORT, 'kinds are never deleted'); END;

-- What stays the same while the records about it are edited: facts refer to these numbers.
CREATE TABLE client (id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE contract (id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES client) STRICT;
CREATE INDEX contract_by_client ON contract (client);
CREATE TRIGGER client_stays BEFORE DELETE ON client BEGIN SELECT RAISE(ABORT, 'clients are never deleted'); END;
CREATE TRIGGER contract_kept BEFORE UPDATE ON contract BEGIN SELECT RAISE(ABORT, 'contracts are never altered'); END;
CREATE TRIGGER contract_stays BEFORE DELETE ON contract BEGIN SELECT RAISE(ABORT, 'contracts are never deleted'); END;

-- Who a client is. The code is how people and scripts name it; no two clients have one at the same time.
CREATE TABLE client_record (
    client INTEGER NOT NULL REFERENCES client,
    entry INTEGER NOT NULL CHECK (entry > 0),
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40 AND code NOT GLOB '*[^a-z0-9-]*'),
    name TEXT NOT NULL CHECK (name <> ''),
    tax_id TEXT NOT NULL CHECK (tax_id NOT GLOB '*[^0-9]*' AND length(tax_id) IN (0, 10, 12)),
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('ru', 'en')),
    note TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (client, entry, added)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX client_code ON client_record (code) WHERE retracted IS NULL;
CREATE TRIGGER client_record_kept BEFORE UPDATE OF client, entry, code, name, tax_id, email, phone, language, note,
        added ON client_record
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER client_record_stays BEFORE DELETE ON client_record
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- The engagement, with the terms that hold at its start (R1, R3).
CREATE TABLE contract_record (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    number TEXT NOT NULL CHECK (number <> ''),
    signed INTEGER CHECK (signed BETWEEN -25567 AND 84005),
    starts INTEGER NOT NULL CHECK (starts BETWEEN -25567 AND 84005),
    ends INTEGER CHECK (ends BETWEEN -25567 AND 84005 AND ends >= starts),
    currency TEXT NOT NULL CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
    fee INTEGER NOT NULL CHECK (fee BETWEEN 0 AND 1000000000000000),
    pay_day INTEGER NOT NULL CHECK (pay_day BETWEEN 1 AND 31),
    grace INTEGER NOT NULL CHECK (grace BETWEEN 0 AND 366),
    resume INTEGER NOT NULL CHECK (resume BETWEEN 0 AND 60),
    clause TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER contract_record_kept BEFORE UPDATE OF contract, entry, number, signed, starts, ends, currency, fee,
        pay_day, grace, resume, clause, added ON contract_record
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER contract_record_stays BEFORE DELETE ON contract_record
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- Terms that hold from a period on; a NULL leaves that term as it was.
CREATE TABLE amendment (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    "from" INTEGER NOT NULL CHECK ("from" BETWEEN 22800 AND 26399),
    fee INTEGER CHECK (fee BETWEEN 0 AND 1000000000000000),
    grace INTEGER CHECK (grace BETWEEN 0 AND 366),
    resume INTEGER CHECK (resume BETWEEN 0 AND 60),
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    CHECK (fee IS NOT NULL OR grace IS NOT NULL OR resume IS NOT NULL),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER amendment_kept BEFORE UPDATE OF contract, entry, "from", fee, grace, resume, added ON amendment
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER amendment_stays BEFORE DELETE ON amendment
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A one-off duty (R1b): an obligation recorded by itself, there from its date on.
CREATE TABLE duty (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    kind INTEGER NOT NULL REFERENCES kind,
    period INTEGER NOT NULL CHECK (period BETWEEN 22800 AND 26399),
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    due INTEGER NOT NULL CHECK (due BETWEEN -25567 AND 84005),
    owed_by TEXT NOT NULL CHECK (owed_by IN ('client', 'us')),
    text TEXT NOT NULL,
    pause TEXT NOT NULL CHECK (pause IN ('withheld', 'owed')),
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER duty_kept BEFORE UPDATE OF contract, entry, kind, period, date, due, owed_by, text, pause, added
        ON duty
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER duty_stays BEFORE DELETE ON duty
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- The line of a kind from a period on (R2, R3); without owed_by to convention, it drops the kind. Months (R1a),
-- pause (R7), inputs and lead (R7a) are NULL where nothing was said of them: all months, withheld, none, 0.
CREATE TABLE schedule_line (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    kind INTEGER NOT NULL REFERENCES kind,
    "from" INTEGER NOT NULL CHECK ("from" BETWEEN 22800 AND 26399),
    owed_by TEXT CHECK (owed_by IN ('client', 'us')),
    "offset" INTEGER CHECK ("offset" BETWEEN -12 AND 24),
    day INTEGER CHECK (day BETWEEN 1 AND 31),
    convention TEXT CHECK (convention IN ('none', 'following', 'preceding')),
    months TEXT,
    pause TEXT CHECK (pause IN ('withheld', 'owed')),
    inputs TEXT,
    lead INTEGER CHECK (lead BETWEEN 0 AND 60),
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    CHECK ((owed_by IS NULL) = ("offset" IS NULL) AND (owed_by IS NULL) = (day IS NULL)
           AND (owed_by IS NULL) = (convention IS NULL)),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER schedule_line_kept BEFORE UPDATE OF contract, entry, kind, "from", owed_by, "offset", day,
        convention, months, pause, inputs, lead, added ON schedule_line
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER schedule_line_stays BEFORE DELETE ON schedule_line
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- An obligation was met on a date. Clustered by period too: an obligation is met once.
CREATE TABLE fulfilment (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    period INTEGER NOT NULL CHECK (period BETWEEN 22800 AND 26399),
    kind INTEGER NOT NULL REFERENCES kind,
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    note TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, period, kind, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER fulfilment_once BEFORE INSERT ON fulfilment
    WHEN EXISTS (SELECT 1 FROM fulfilment AS held WHERE held.contract = new.contract AND held.period = new.period
                 AND held.kind = new.kind AND held.retracted IS NULL)
    BEGIN SELECT RAISE(ABORT, 'an obligation is fulfilled once'); END;
CREATE TRIGGER fulfilment_kept BEFORE UPDATE OF contract, entry, period, kind, date, note, added ON fulfilment
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER fulfilment_stays BEFORE DELETE ON fulfilment
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A later due date for one obligation, granted on a date (R2).
CREATE TABLE extension (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    kind INTEGER NOT NULL REFERENCES kind,
    period INTEGER NOT NULL CHECK (period BETWEEN 22800 AND 26399),
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    until INTEGER NOT NULL CHECK (until BETWEEN -25567 AND 84005),
    reason TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER extension_kept BEFORE UPDATE OF contract, entry, kind, period, date, until, reason, added
        ON extension
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER extension_stays BEFORE DELETE ON extension
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- An obligation forgiven on a date.
CREATE TABLE waiver (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    kind INTEGER NOT NULL REFERENCES kind,
    period INTEGER NOT NULL CHECK (period BETWEEN 22800 AND 26399),
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    reason TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER waiver_kept BEFORE UPDATE OF contract, entry, kind, period, date, reason, added ON waiver
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER waiver_stays BEFORE DELETE ON waiver
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A one-off charge: work out of scope (R4).
CREATE TABLE charge (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    due INTEGER NOT NULL CHECK (due BETWEEN -25567 AND 84005 AND due >= date),
    amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000000 AND 1000000000000000 AND amount > 0),
    text TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER charge_kept BEFORE UPDATE OF contract, entry, date, due, amount, text, added ON charge
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER charge_stays BEFORE DELETE ON charge
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- Money received; negative is a refund. `line` is the entry of the bank line that it came from.
CREATE TABLE payment (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000000 AND 1000000000000000 AND amount <> 0),
    reference TEXT NOT NULL,
    source TEXT NOT NULL,
    line INTEGER,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER payment_kept BEFORE UPDATE OF contract, entry, date, amount, reference, source, line, added
        ON payment
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER payment_stays BEFORE DELETE ON payment
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- Forgiven money; counts like a payment.
CREATE TABLE credit (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000000 AND 1000000000000000 AND amount > 0),
    reference TEXT NOT NULL,
    source TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER credit_kept BEFORE UPDATE OF contract, entry, date, amount, reference, source, added ON credit
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER credit_stays BEFORE DELETE ON credit
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A manual suspension ["from", until), counted from `date` on; a later record of the same "from" replaces it (R6).
CREATE TABLE suspension (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    "from" INTEGER NOT NULL CHECK ("from" BETWEEN -25567 AND 84005),
    until INTEGER CHECK (until BETWEEN -25567 AND 84005 AND until > "from"),
    reason TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER suspension_kept BEFORE UPDATE OF contract, entry, date, "from", until, reason, added ON suspension
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER suspension_stays BEFORE DELETE ON suspension
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- The production calendar: days off, working Saturdays and Sundays, shortened days.
CREATE TABLE holiday (
    entry INTEGER NOT NULL CHECK (entry > 0),
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday', 'short')),
    name TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER holiday_kept BEFORE UPDATE OF entry, date, kind, name, added ON holiday
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER holiday_stays BEFORE DELETE ON holiday
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A kind of duty that the firm has described itself; with owed_by to convention, the line that contracts get of it.
CREATE TABLE duty_kind (
    entry INTEGER NOT NULL CHECK (entry > 0),
    kind INTEGER NOT NULL REFERENCES kind,
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    owed_by TEXT CHECK (owed_by IN ('client', 'us')),
    "offset" INTEGER CHECK ("offset" BETWEEN -12 AND 24),
    day INTEGER CHECK (day BETWEEN 1 AND 31),
    convention TEXT CHECK (convention IN ('none', 'following', 'preceding')),
    months TEXT,
    pause TEXT CHECK (pause IN ('withheld', 'owed')),
    inputs TEXT,
    lead INTEGER CHECK (lead BETWEEN 0 AND 60),
    source TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('verified', 'partly')),
    note TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    CHECK ((owed_by IS NULL) = ("offset" IS NULL) AND (owed_by IS NULL) = (day IS NULL)
           AND (owed_by IS NULL) = (convention IS NULL)),
    PRIMARY KEY (entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER duty_kind_kept BEFORE UPDATE OF entry, kind, title_ru, title_en, owed_by, "offset", day,
        convention, months, pause, inputs, lead, source, status, note, added ON duty_kind
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER duty_kind_stays BEFORE DELETE ON duty_kind
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A set of kinds that the firm has put together itself.
CREATE TABLE duty_set (
    entry INTEGER NOT NULL CHECK (entry > 0),
    "set" TEXT NOT NULL CHECK (length("set") BETWEEN 1 AND 40 AND "set" NOT GLOB '*[^a-z0-9-]*'),
    title_ru TEXT NOT NULL,
    title_en TEXT NOT NULL,
    kinds TEXT NOT NULL,
    note TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER duty_set_kept BEFORE UPDATE OF entry, "set", title_ru, title_en, kinds, note, added ON duty_set
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER duty_set_stays BEFORE DELETE ON duty_set
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- What the firm has chosen: its name, time zone, reminder days.
CREATE TABLE setting (
    entry INTEGER NOT NULL CHECK (entry > 0),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER setting_kept BEFORE UPDATE OF entry, name, value, added ON setting
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER setting_stays BEFORE DELETE ON setting
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A bank statement that was imported.
CREATE TABLE bank_file (
    entry INTEGER NOT NULL CHECK (entry > 0),
    name TEXT NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('1c', 'camt053', 'csv')),
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER bank_file_kept BEFORE UPDATE OF entry, name, format, added ON bank_file
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER bank_file_stays BEFORE DELETE ON bank_file
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- The days that a bank file speaks for, one row for each own account.
CREATE TABLE statement (
    entry INTEGER NOT NULL CHECK (entry > 0),
    file INTEGER NOT NULL,
    account TEXT NOT NULL,
    "from" INTEGER CHECK ("from" BETWEEN -25567 AND 84005),
    until INTEGER NOT NULL CHECK (until BETWEEN -25567 AND 84005),
    made_on INTEGER CHECK (made_on BETWEEN -25567 AND 84005),
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER statement_kept BEFORE UPDATE OF entry, file, account, "from", until, made_on, added ON statement
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER statement_stays BEFORE DELETE ON statement
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- Each line of a bank file, whatever became of it. Equal lines of one file differ in `occurrence`.
CREATE TABLE bank_line (
    entry INTEGER NOT NULL CHECK (entry > 0),
    file INTEGER NOT NULL,
    place INTEGER NOT NULL,
    account TEXT NOT NULL,
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    number TEXT NOT NULL,
    reference TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount BETWEEN -1000000000000000 AND 1000000000000000),
    currency TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing', 'own-transfer', 'unknown')),
    payer TEXT NOT NULL,
    payer_account TEXT NOT NULL,
    payer_tax_id TEXT NOT NULL,
    payee TEXT NOT NULL,
    payee_account TEXT NOT NULL,
    payee_tax_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    occurrence INTEGER NOT NULL CHECK (occurrence >= 0),
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    raw TEXT NOT NULL, -- last, since it is the longest and asked for least
    PRIMARY KEY (entry, added)
) STRICT; -- with rowid: rows of a kilobyte would spill a page each without
-- From date and amount on, for lines of other formats that say the same.
CREATE INDEX bank_line_identity ON bank_line (date, amount, account, reference, number, occurrence);
-- All that tells which lines of money that came still wait: each morning asks, and the rows are long.
CREATE INDEX bank_line_came ON bank_line (entry, amount, added, retracted, direction)
    WHERE direction <> 'outgoing';
CREATE TRIGGER bank_line_kept BEFORE UPDATE OF entry, file, place, account, date, number, reference, amount,
        currency, direction, payer, payer_account, payer_tax_id, payee, payee_account, payee_tax_id, purpose,
        occurrence, raw, added ON bank_line
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER bank_line_stays BEFORE DELETE ON bank_line
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A line of another file that says again what is on record; `raw` is empty where it is the record's own.
CREATE TABLE bank_sighting (
    entry INTEGER NOT NULL CHECK (entry > 0),
    file INTEGER NOT NULL,
    place INTEGER NOT NULL,
    line INTEGER NOT NULL,
    raw TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (entry, added)
) STRICT;
CREATE INDEX bank_sighting_line ON bank_sighting (line);
CREATE TRIGGER bank_sighting_kept BEFORE UPDATE OF entry, file, place, line, raw, added ON bank_sighting
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER bank_sighting_stays BEFORE DELETE ON bank_sighting
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- What the user says of an account, over what the statements on record say.
CREATE TABLE own_account (
    entry INTEGER NOT NULL CHECK (entry > 0),
    account TEXT NOT NULL CHECK (account <> ''),
    standing TEXT NOT NULL CHECK (standing IN ('own', 'closed', 'foreign')),
    date INTEGER CHECK (date BETWEEN -25567 AND 84005),
    note TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER own_account_kept BEFORE UPDATE OF entry, account, standing, date, note, added ON own_account
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER own_account_stays BEFORE DELETE ON own_account
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A payer that is remembered for a client: a director who pays from a private card.
CREATE TABLE payer (
    client INTEGER NOT NULL REFERENCES client,
    entry INTEGER NOT NULL CHECK (entry > 0),
    account TEXT NOT NULL,
    tax_id TEXT NOT NULL,
    contract INTEGER REFERENCES contract,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (client, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER payer_kept BEFORE UPDATE OF client, entry, account, tax_id, contract, added ON payer
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER payer_stays BEFORE DELETE ON payer
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A bank line that was put aside.
CREATE TABLE dismissal (
    entry INTEGER NOT NULL CHECK (entry > 0),
    line INTEGER NOT NULL,
    reason TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER dismissal_kept BEFORE UPDATE OF entry, line, reason, added ON dismissal
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER dismissal_stays BEFORE DELETE ON dismissal
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A letter as it was handed over, or a notice that went another way. The long columns stand last: what was said
-- and when is read without them.
CREATE TABLE letter (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    date INTEGER NOT NULL CHECK (date BETWEEN -25567 AND 84005),
    means TEXT NOT NULL CHECK (means IN ('mail', 'phone', 'messenger', 'post', 'person')),
    about TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    text TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (contract, entry, added)
) STRICT; -- with rowid, as bank_line
CREATE TRIGGER letter_kept BEFORE UPDATE OF contract, entry, date, means, about, recipient, subject, text, message,
        added ON letter
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER letter_stays BEFORE DELETE ON letter
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- What became of a letter, step by step; the last step is its state.
CREATE TABLE delivery (
    contract INTEGER NOT NULL REFERENCES contract,
    entry INTEGER NOT NULL CHECK (entry > 0),
    letter INTEGER NOT NULL,
    step TEXT NOT NULL CHECK (step IN ('begun', 'sent', 'retry', 'doubtful', 'failed', 'arrived',
        'unsent')),
    detail TEXT NOT NULL,
    added INTEGER NOT NULL REFERENCES change,
    retracted INTEGER REFERENCES change CHECK (retracted > added),
    PRIMARY KEY (contract, entry, added)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER delivery_kept BEFORE UPDATE OF contract, entry, letter, step, detail, added ON delivery
    BEGIN SELECT RAISE(ABORT, 'facts are never altered'); END;
CREATE TRIGGER delivery_stays BEFORE DELETE ON delivery
    BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

-- A cache, never the truth: without its rows every answer is the same. What decisions about day `since` and later
-- ones need of a contract's facts. `first`, `money` and `over` (days) are what is brought forward; the facts that are
-- left beside it, the items that are open and the suspensions that last stand one a row. `form` tells which version
-- of the program made it, `sum` is of all values; NULL where the facts are to be read. A change that touches the
-- contract makes its rows anew, in its own transaction; one that touches the calendar, all. `tracker check` compares.
CREATE TABLE cache_contract (
    contract INTEGER PRIMARY KEY,
    form INTEGER NOT NULL,
    client INTEGER NOT NULL,
    sum INTEGER,
    since INTEGER NOT NULL,
    first INTEGER NOT NULL,
    money INTEGER NOT NULL,
    over TEXT NOT NULL
) STRICT;
-- `list` is the name of a fact's table, 'open' or 'suspended'. The values are those of the fact's columns by which
-- decisions are taken, in their order, behind its entry where that matters.
CREATE TABLE cache_row (
    list TEXT NOT NULL,
    contract INTEGER NOT NULL,
    position INTEGER NOT NULL,
    v1 ANY, v2 ANY, v3 ANY, v4 ANY, v5 ANY, v6 ANY, v7 ANY, v8 ANY, v9 ANY, v10 ANY, v11 ANY, v12 ANY,
    PRIMARY KEY (list, contract, position)
) STRICT, WITHOUT ROWID;

-- For people: every fact, the retracted ones too, in plain dates and amounts.
CREATE VIEW changes AS
    SELECT number, datetime(time, 'unixepoch') AS time_utc, user, command, undoes, lower(hex(digest)) AS digest
    FROM change;
CREATE VIEW clients AS
    SELECT code, name, tax_id, email, phone, language, note, added, retracted
    FROM client_record ORDER BY code, entry, added;
-- The present name of each contract, or the last it had; the other views say with it whose fact a row is.
CREATE VIEW contract_name AS
    SELECT contract.id AS contract,
           (SELECT code FROM client_record WHERE client_record.client = contract.client
            ORDER BY retracted IS NULL DESC, added DESC LIMIT 1) AS client,
           (SELECT number FROM contract_record WHERE contract_record.contract = contract.id
            ORDER BY retracted IS NULL DESC, added DESC LIMIT 1) AS number
    FROM contract;
CREATE VIEW contracts AS
    SELECT n.client, n.number AS contract, date(signed * 86400, 'unixepoch') AS signed, date(starts *
        86400, 'unixepoch') AS starts, date(ends * 86400, 'unixepoch') AS ends, currency,
        printf('%d.%02d', fee / 100, fee % 100) AS fee, pay_day,
        grace, resume, clause, f.added, f.retracted
    FROM contract_record AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW terms AS
    SELECT n.client, n.number AS contract, printf('%04d-%02d', "from" / 12, "from" % 12 + 1) AS "from",
        printf('%d.%02d', fee / 100, fee % 100) AS fee, grace,
        resume, f.added, f.retracted
    FROM amendment AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW duties AS
    SELECT n.client, n.number AS contract, (SELECT name FROM kind WHERE id = f.kind) AS kind,
        printf('%04d-%02d', period / 12, period % 12 + 1) AS period,
        date(date * 86400, 'unixepoch') AS date, date(due * 86400, 'unixepoch') AS due, owed_by, text, pause,
        f.added, f.retracted
    FROM duty AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW schedule AS
    SELECT n.client, n.number AS contract, (SELECT name FROM kind WHERE id = f.kind) AS kind,
        printf('%04d-%02d', "from" / 12, "from" % 12 + 1) AS "from", owed_by, "offset", day,
        convention, months, pause, inputs, lead, f.added, f.retracted
    FROM schedule_line AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW fulfilments AS
    SELECT n.client, n.number AS contract, (SELECT name FROM kind WHERE id = f.kind) AS kind,
        printf('%04d-%02d', period / 12, period % 12 + 1) AS period, date(date * 86400, 'unixepoch') AS
        date, note, f.added, f.retracted
    FROM fulfilment AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW extensions AS
    SELECT n.client, n.number AS contract, (SELECT name FROM kind WHERE id = f.kind) AS kind,
        printf('%04d-%02d', period / 12, period % 12 + 1) AS period, date(date * 86400, 'unixepoch') AS
        date, date(until * 86400, 'unixepoch') AS until, reason, f.added, f.retracted
    FROM extension AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW waivers AS
    SELECT n.client, n.number AS contract, (SELECT name FROM kind WHERE id = f.kind) AS kind,
        printf('%04d-%02d', period / 12, period % 12 + 1) AS period, date(date * 86400, 'unixepoch') AS
        date, reason, f.added, f.retracted
    FROM waiver AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW charges AS
    SELECT n.client, n.number AS contract, date(date * 86400, 'unixepoch') AS date,
        date(due * 86400, 'unixepoch') AS due, printf('%d.%02d', amount / 100, amount % 100) AS amount,
        text, f.added, f.retracted
    FROM charge AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW payments AS
    SELECT n.client, n.number AS contract, date(date * 86400, 'unixepoch') AS date, printf('%s%d.%02d',
        iif(amount < 0, '-', ''), abs(amount) / 100, abs(amount) % 100) AS amount, reference, source,
        line, f.added, f.retracted
    FROM payment AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW credits AS
    SELECT n.client, n.number AS contract, date(date * 86400, 'unixepoch') AS date,
        printf('%d.%02d', amount / 100, amount % 100) AS amount, reference, source, f.added, f.retracted
    FROM credit AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW suspensions AS
    SELECT n.client, n.number AS contract, date(date * 86400, 'unixepoch') AS date, date("from" * 86400,
        'unixepoch') AS "from", date(until * 86400, 'unixepoch') AS until, reason, f.added, f.retracted
    FROM suspension AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW holidays AS
    SELECT date(date * 86400, 'unixepoch') AS date, kind, name, added, retracted
    FROM holiday;
CREATE VIEW kinds AS
    SELECT (SELECT name FROM kind WHERE id = f.kind) AS kind, title_ru, title_en, owed_by, "offset", day,
        convention, months, pause, inputs, lead, source, status, note, added, retracted
    FROM duty_kind AS f;
CREATE VIEW sets AS
    SELECT "set", title_ru, title_en, kinds, note, added, retracted
    FROM duty_set;
CREATE VIEW settings AS
    SELECT name, value, added, retracted
    FROM setting;
CREATE VIEW statements AS
    SELECT account, date("from" * 86400, 'unixepoch') AS "from", date(until * 86400, 'unixepoch') AS
        until, date(made_on * 86400, 'unixepoch') AS made_on, (SELECT name FROM bank_file WHERE entry =
        file) AS file, added, retracted
    FROM statement;
CREATE VIEW bank_lines AS
    SELECT entry, account, date(date * 86400, 'unixepoch') AS date, number, reference, printf('%s%d.%02d',
        iif(amount < 0, '-', ''), abs(amount) / 100, abs(amount) % 100) AS amount, direction, payer,
        payer_account, payer_tax_id, purpose, occurrence, (SELECT name FROM bank_file WHERE entry =
        file) AS file, place, added, retracted
    FROM bank_line;
CREATE VIEW bank_sightings AS
    SELECT line, (SELECT name FROM bank_file WHERE entry = file) AS file, place, added, retracted
    FROM bank_sighting;
CREATE VIEW own_accounts AS
    SELECT account, standing, date(date * 86400, 'unixepoch') AS date, note, added, retracted
    FROM own_account;
CREATE VIEW letters AS
    SELECT n.client, n.number AS contract, f.entry, date(date * 86400, 'unixepoch') AS date, means, about,
        recipient, subject, text, f.added, f.retracted
    FROM letter AS f JOIN contract_name AS n ON n.contract = f.contract;
CREATE VIEW deliveries AS
    SELECT n.client, letter, step, detail, f.added, f.retracted
    FROM delivery AS f JOIN contract_name AS n ON n.contract = f.contract;

PRAGMA user_version = 5;
