#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace harness {

/// A SQLite database that this object alone has opened.
class Database {
 public:
  /// Opens the file, or makes it; waits up to ten seconds for others that write to it.
  /// @throws CannotJudge naming the file, for this and every other function.
  explicit Database(const std::filesystem::path& path);

  /// Executes statements that have no results.
  void execute(const char* statements);

  /// The number of the present layout of the tables, as `PRAGMA user_version` keeps it.
  int layout();

  /// A statement with its values; must go before the database.
  class Query {
   public:
    Query(Database& database, const char* text);

    Query& bind(int place, std::string_view text);
    Query& bind(int place, std::int64_t number);
    Query& bind(int place, double number);
    /// Goes to the next row. @return false behind the last one.
    bool next();
    /// Does what the statement says; it can then be bound again.
    void run();

    std::string text(int column) const;
    std::int64_t number(int column) const;
    double real(int column) const;

   private:
    struct Finalize {
      void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    Database& database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  };

 private:
  [[noreturn]] void fail() const;

  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  };
  std::filesystem::path path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace harness
