#include "record/history_index.hpp"

#include <map>
#include <system_error>

#include "model/names.hpp"
#include "record/database.hpp"
#include "record/record_index.hpp"
#include "record/run_detail.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr int present_layout = 1;

constexpr const char* make_tables =
    "DROP TABLE IF EXISTS results;"
    "DROP TABLE IF EXISTS records;"
    "CREATE TABLE records(id INTEGER PRIMARY KEY, name TEXT UNIQUE, size INTEGER, started TEXT, suite TEXT);"
    "CREATE TABLE results(record INTEGER REFERENCES records(id), scenario TEXT, implementation TEXT,"
    "  version TEXT, start_method TEXT, stdio TEXT, verdict TEXT, wall_ms REAL, reason TEXT);"
    "CREATE INDEX results_by_scenario ON results(scenario);"
    "CREATE INDEX results_by_record ON results(record);"
    "PRAGMA user_version = 1;";

// All that is done until commit() is kept, or nothing.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }
  ~Transaction() {
    if (done_) return;
    try {
      database_.execute("ROLLBACK");
    } catch (const CannotJudge&) {  // what led here is told already
    }
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    database_.execute("COMMIT");
    done_ = true;
  }

 private:
  Database& database_;
  bool done_ = false;
};

using Known = std::map<std::string, std::int64_t>;  // name → size

Known known_records(Database& database) {
  Known known;
  Database::Query query(database, "SELECT name, size FROM records");
  while (query.next())
    known[query.text(0)] = query.number(1);
  return known;
}

void forget(Database& database, const std::string& name) {
  Database::Query(database, "DELETE FROM results WHERE record IN (SELECT id FROM records WHERE name = ?)")
      .bind(1, name)
      .run();
  Database::Query(database, "DELETE FROM records WHERE name = ?").bind(1, name).run();
}

std::int64_t size_of(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return error ? -1 : static_cast<std::int64_t>(size);
}

fs::path in_folder_that_exists(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  return path;
}

bool needs_reason(Verdict verdict) {
  return verdict != Verdict::pass;
}

RunKey key_of(const Database::Query& row, const std::string& scenario) {
  RunKey key{scenario, row.text(0), "", parse<StartMethod>(row.text(1)), StdioMode::pipe};
  key.stdio = parse<StdioMode>(row.text(2)).value_or(StdioMode::pipe);
  return key;
}

}  // namespace

HistoryIndex::HistoryIndex(const RecordStore& store)
    : database_(std::make_unique<Database>(in_folder_that_exists(store.index()))) {
  Transaction transaction(*database_);
  if (database_->layout() != present_layout) database_->execute(make_tables);
  update(store);
  transaction.commit();
}

HistoryIndex::~HistoryIndex() = default;

void HistoryIndex::update(const RecordStore& store) {
  Known known = known_records(*database_);
  for (const fs::path& record : store.records()) {
    const std::string name = record.filename().string();
    const auto indexed = known.find(name);
    const bool same = indexed != known.end() && indexed->second == size_of(record);
    if (indexed != known.end() && !same) forget(*database_, name);
    if (!same) add(record);
    if (indexed != known.end()) known.erase(indexed);
  }
  for (const auto& [name, size] : known)
    forget(*database_, name);
}

void HistoryIndex::add(const fs::path& record) {
  const std::int64_t size = size_of(record);  // before it is read: a run may still be adding to it
  Words words;
  RecordIndex index;
  try {
    index = index_record(record, words);
  } catch (const CannotJudge& error) {
    unreadable_.emplace_back(error.what());
    return;
  }
  Database::Query(*database_, "INSERT INTO records(name, size, started, suite) VALUES(?, ?, ?, ?)")
      .bind(1, record.filename().string())
      .bind(2, size)
      .bind(3, index.started)
      .bind(4, index.properties["suite"])
      .run();
  Database::Query insert(*database_,
                         "INSERT INTO results VALUES((SELECT max(id) FROM records), ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const RecordEntry& entry : index.entries) {
    const std::string reason = needs_reason(entry.verdict) ? detail_of(record, entry).reason : "";
    insert.bind(1, words.text_of(entry.scenario))
        .bind(2, words.text_of(entry.implementation))
        .bind(3, words.text_of(entry.version))
        .bind(4, entry.start_method ? to_string(*entry.start_method) : "")
        .bind(5, to_string(entry.stdio))
        .bind(6, to_string(entry.verdict))
        .bind(7, static_cast<double>(entry.wall_ms))
        .bind(8, reason)
        .run();
  }
}

std::vector<std::string> HistoryIndex::scenarios() const {
  std::vector<std::string> names;
  Database::Query query(*database_, "SELECT DISTINCT scenario FROM results ORDER BY scenario");
  while (query.next())
    names.push_back(query.text(0));
  return names;
}

std::vector<std::pair<RunKey, std::vector<PastRun>>> HistoryIndex::runs_of(
    const std::string& scenario) const {
  std::map<RunKey, std::vector<PastRun>> runs;
  Database::Query query(
      *database_,
      "SELECT implementation, start_method, stdio, name, started, suite, version, verdict, wall_ms,"
      " reason FROM results JOIN records ON records.id = results.record WHERE scenario = ?"
      " ORDER BY name, results.rowid");
  query.bind(1, scenario);
  while (query.next()) {
    PastRun run{query.text(3),   query.text(4), query.text(5), query.text(6),
                Verdict::broken, query.real(8), query.text(9)};
    run.verdict = parse<Verdict>(query.text(7)).value_or(Verdict::broken);
    runs[key_of(query, scenario)].push_back(std::move(run));
  }
  return {runs.begin(), runs.end()};
}

}  // namespace harness
