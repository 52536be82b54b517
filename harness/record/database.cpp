#include "record/database.hpp"

#include "support/errors.hpp"

namespace harness {
namespace {

constexpr int patience_ms = 10'000;

}  // namespace

Database::Database(const std::filesystem::path& path) : path_(path) {
  sqlite3* handle = nullptr;
  const int status = sqlite3_open(path.c_str(), &handle);
  handle_.reset(handle);
  if (status != SQLITE_OK) fail();
  sqlite3_busy_timeout(handle, patience_ms);
}

void Database::fail() const {
  throw CannotJudge("the index " + path_.string() + ": " + sqlite3_errmsg(handle_.get()) +
                    "; it can be removed, and is made again");
}

void Database::execute(const char* statements) {
  if (sqlite3_exec(handle_.get(), statements, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

int Database::layout() {
  Query query(*this, "PRAGMA user_version");
  return query.next() ? static_cast<int>(query.number(0)) : 0;
}

Database::Query::Query(Database& database, const char* text) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database.handle_.get(), text, -1, &statement, nullptr) != SQLITE_OK) database.fail();
  statement_.reset(statement);
}

Database::Query& Database::Query::bind(int place, std::string_view text) {
  sqlite3_bind_text(statement_.get(), place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  return *this;
}

Database::Query& Database::Query::bind(int place, std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), place, number);
  return *this;
}

Database::Query& Database::Query::bind(int place, double number) {
  sqlite3_bind_double(statement_.get(), place, number);
  return *this;
}

bool Database::Query::next() {
  const int status = sqlite3_step(statement_.get());
  if (status != SQLITE_ROW && status != SQLITE_DONE) database_.fail();
  return status == SQLITE_ROW;
}

void Database::Query::run() {
  next();
  sqlite3_reset(statement_.get());
}

std::string Database::Query::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? "" : std::string(bytes, static_cast<std::size_t>(size));
}

std::int64_t Database::Query::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Database::Query::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

}  // namespace harness
