// SPDX-License-Identifier: MIT
#include "fixture.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "../rules/test_data.hpp"
#include "tracker/base/error.hpp"
#include "tracker/facts/delivery.hpp"

namespace tracker::test {
namespace fs = std::filesystem;

Folder::Folder() {
    // In memory where the system has such a folder: each commit waits for the disk, and a property makes
    // thousands.
    const bool memory = ::access("/dev/shm", W_OK) == 0;
    std::string name = (memory ? fs::path("/dev/shm") : fs::temp_directory_path()) / "tracker-store-XXXXXX";
    if (!::mkdtemp(name.data())) throw std::runtime_error("can't make " + name);
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

ChangeNumber Practice::write(const std::function<void(Store&)>& work) {
    Store store(path, Store::Access::write);
    store.begin("maria", "test", time += 3600);
    const ChangeNumber number = store.change();
    work(store);
    store.commit();
    return number;
}

namespace {

void agree(Store& store, Numbers& numbers) {
    Client client;
    client.code = "neulovimy";
    client.name = "ООО «Неуловимый»";
    client.tax_id = "7707083893";
    numbers.client = store.new_client();
    store.add(numbers.client, client);
    Contract contract;
    contract.number = "12/26";
    contract.signed_on = on("2026-08-25");
    contract.starts = on("2026-09-01");
    contract.ends = on("2027-12-31");
    contract.fee = Money{600'050};
    numbers.contract = store.new_contract(numbers.client);
    store.add(numbers.contract, contract);
    Amendment amendment{{}, in("2026-12"), Money{750'000}, std::nullopt, 2};
    store.add(numbers.contract, amendment);
    ScheduleLine line{{},
                      Kind{"vat-return"},
                      in("2026-10"),
                      Line{OwedBy::us, 1, 25, Convention::following, every::quarter, InPause::owed,
                           Inputs({kinds::documents}), 5}};
    store.add(numbers.contract, line);
    ScheduleLine drop{{}, kinds::advance, in("2027-01"), std::nullopt};
    store.add(numbers.contract, drop);
}

void happen(Store& store, ContractId contract) {
    Fulfilment fulfilment{{}, kinds::salary, in("2026-10"), on("2026-11-05"), "by mail"};
    store.add(contract, fulfilment);
    Extension extension{{}, kinds::documents, in("2026-10"), on("2026-11-04"), on("2026-11-12"), "moved"};
    store.add(contract, extension);
    Waiver waiver{{}, kinds::statement, in("2026-10"), on("2026-11-02"), "no movements"};
    store.add(contract, waiver);
    Charge charge{{}, on("2026-10-14"), on("2026-10-28"), Money{250'000}, "archive"};
    store.add(contract, charge);
    Payment payment{{}, on("2026-10-09"), Money{600'050}, "no. 14", "bank", 0};
    store.add(contract, payment);
    Payment refund{{}, on("2026-10-10"), Money{-5}, "", "", 0};
    store.add(contract, refund);
    Credit credit{{}, on("2026-11-01"), Money{50'000}, "our mistake", ""};
    store.add(contract, credit);
    ManualSuspension suspension{{}, on("2026-11-20"), on("2026-12-28"), on("2027-01-11"), "asked"};
    store.add(contract, suspension);
    Letter letter;
    letter.date = on("2026-11-16");
    letter.about = "suspension 2026-11-16";
    letter.recipient = "buh@example.org";
    letter.subject = "Обслуживание приостановлено";
    letter.text = "Здравствуйте!\n";
    store.add(contract, letter);
    Delivery sent;
    sent.letter = letter.recorded.entry;
    sent.step = Delivery::Step::arrived;  // what the mail command took couldn't be undone
    store.add(contract, sent);
}

void keep_books(Store& store, ClientId client) {
    Holiday holiday{{}, on("2026-11-04"), HolidayKind::holiday, "Unity Day"};
    store.add(0, holiday);
    Setting setting{{}, "reminder-day", "5"};
    store.add(0, setting);
    BankFile file{{}, "november.txt", "1c"};
    store.add(0, file);
    Statement statement;
    statement.file = file.recorded.entry;
    statement.account = "40802810900000000777";
    statement.from = on("2026-11-01");
    statement.until = on("2026-11-30");
    store.add(0, statement);
    BankRecord record;
    record.file = file.recorded.entry;
    record.line.account = statement.account;
    record.line.date = on("2026-11-09");
    record.line.number = "77";
    record.line.amount = Money{10'000};
    record.line.direction = Direction::incoming;
    store.add(0, record);
    Payer payer{{}, "40702810000000009999", "500100732259"};
    store.add(client, payer);
    Dismissal dismissal{{}, record.recorded.entry, "not ours"};
    store.add(0, dismissal);
    Sighting sighting{{}, file.recorded.entry, 12, record.recorded.entry, ""};
    store.add(0, sighting);
    OwnAccount account;
    account.account = statement.account;
    account.standing = OwnAccount::Standing::closed;
    account.date = statement.until;
    store.add(0, account);
}

void describe_duties(Store& store) {
    DutyKind kind;
    kind.kind = Kind{"register"};
    kind.title_ru = "Реестр выплат";
    kind.line = Line{OwedBy::us, 1, 3, Convention::none, every::quarter};
    store.add(0, kind);
    DutySet set;
    set.name = "own";
    set.kinds = Inputs({kind.kind});
    store.add(0, set);
}

}  // namespace

Numbers one_of_each(Practice& practice) {
    Numbers numbers;
    numbers.change = practice.write([&](Store& store) {
        agree(store, numbers);
        happen(store, numbers.contract);
        keep_books(store, numbers.client);
        Duty duty{{},         Kind{"demand"},      in("2026-11"),    on("2026-11-12"), on("2026-11-26"),
                  OwedBy::us, "of the tax office", InPause::withheld};
        store.add(numbers.contract, duty);
        describe_duties(store);
    });
    return numbers;
}

std::string sql(const std::string& path, const std::string& statements) {
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    database.exec("PRAGMA foreign_keys = ON");
    try {
        database.exec(statements);
    } catch (const SQLite::Exception& error) {
        return error.what();
    }
    return "";
}

void three_changes(Practice& practice) {
    one_of_each(practice);
    const ChangeNumber second = practice.write([](Store& store) {
        const Setting held = store.all<Setting>().front();
        store.retract(0, held);
        Setting setting{{}, held.name, "6"};
        store.add(0, setting);
    });
    practice.write([&](Store& store) { store.undo(second); });
}

void edit_past_guards(const std::string& path, const std::string& statements) {
    const auto triggers = rows(path, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid");
    const auto names = rows(path, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    SQLite::Database database(path, SQLite::OPEN_READWRITE);
    for (const std::string& name : names) database.exec("DROP TRIGGER " + name);
    database.exec("PRAGMA ignore_check_constraints = ON; " + statements);
    for (const std::string& trigger : triggers) database.exec(trigger);
}

std::vector<BankRecord> unplaced(const Store& store) {
    std::vector<BankRecord> lines;
    store.each_unplaced([&](BankRecord&& record) { lines.push_back(std::move(record)); });
    return lines;
}

std::vector<std::string> rows(const std::string& path, const std::string& query) {
    SQLite::Database database(path, SQLite::OPEN_READONLY);
    SQLite::Statement statement(database, query);
    std::vector<std::string> found;
    while (statement.executeStep()) {
        std::string& row = found.emplace_back();
        for (int i = 0; i < statement.getColumnCount(); ++i) {
            if (i > 0) row += '|';
            row += statement.getColumn(i).isNull() ? "-" : statement.getColumn(i).getString();
        }
    }
    return found;
}

unsigned mode(const std::string& path) {
    struct stat about {};
    return ::stat(path.c_str(), &about) == 0 ? about.st_mode & 07777 : 0;
}

std::string refusal(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace tracker::test
