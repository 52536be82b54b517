#include <sqlite3.h>
#include <unistd.h>

#include <memory>

#include "grade/gradebook.hpp"
#include "model/names.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

constexpr const char* tables = R"(
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE submissions (submission TEXT PRIMARY KEY, score REAL NOT NULL, max_score REAL NOT NULL,
  late_percent REAL NOT NULL, complete INTEGER NOT NULL);
CREATE TABLE items (submission TEXT NOT NULL REFERENCES submissions, item TEXT NOT NULL, points REAL NOT NULL,
  max_points REAL NOT NULL, verdict TEXT NOT NULL, reason_code TEXT, message TEXT NOT NULL,
  PRIMARY KEY (submission, item));
BEGIN;
)";

class Statement;

class Database {
 public:
  explicit Database(const std::string& file) : file_(file) {
    if (::sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) complain();
  }
  ~Database() { ::sqlite3_close(handle_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const char* commands) {
    if (::sqlite3_exec(handle_, commands, nullptr, nullptr, nullptr) != SQLITE_OK) complain();
  }
  [[noreturn]] void complain() const {
    throw CannotJudge("cannot write " + file_ + ": " + ::sqlite3_errmsg(handle_));
  }
  sqlite3* handle() const { return handle_; }

 private:
  std::string file_;
  sqlite3* handle_ = nullptr;
};

class Statement {
 public:
  Statement(Database& database, const char* command) : database_(database) {
    if (::sqlite3_prepare_v2(database.handle(), command, -1, &handle_, nullptr) != SQLITE_OK)
      database.complain();
  }
  ~Statement() { ::sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  template <class... Values>
  void insert(const Values&... values) {
    int column = 0;
    (bind(++column, values), ...);
    if (::sqlite3_step(handle_) != SQLITE_DONE) database_.complain();
    ::sqlite3_reset(handle_);
  }

 private:
  void bind(int column, const std::string& text) {
    ::sqlite3_bind_text(handle_, column, text.c_str(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  }
  void bind(int column, double number) { ::sqlite3_bind_double(handle_, column, number); }
  void bind(int column, bool truth) { ::sqlite3_bind_int(handle_, column, truth ? 1 : 0); }
  void bind(int column, const std::optional<ReasonCode>& code) {
    if (code) {
      bind(column, std::string(to_string(*code)));
    } else {
      ::sqlite3_bind_null(handle_, column);
    }
  }

  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
};

}  // namespace

// Made anew each time, by one writer, under a name that nobody reads yet: no journal is needed.
void Gradebook::write_sqlite(const std::filesystem::path& path) const {
  const std::string temporary = path.string() + ".making";
  ::unlink(temporary.c_str());
  {
    Database database(temporary);
    database.execute(tables);
    Statement submission(database, "INSERT INTO submissions VALUES (?, ?, ?, ?, ?)");
    Statement item(database, "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const auto& [name, row] : rows_) {
      submission.insert(name, row.score, row.max_score, row.late_percent, row.complete);
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const GradebookCell& cell = row.cells[i];
        item.insert(name, items_[i].first, cell.points, cell.max_points, std::string(to_string(cell.verdict)),
                    cell.code, cell.message);
      }
    }
    database.execute("COMMIT");
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0) throw_errno("cannot write " + path.string());
}

}  // namespace harness
