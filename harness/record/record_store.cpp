#include "record/record_store.hpp"

#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/format.hpp"
#include "support/utc.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr const char* ending = ".jsonl";

std::vector<fs::path> records_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ending) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw CannotJudge("cannot make the folder of records " + folder.string() + ": " + error.message());
}

bool is_name(const std::string& name) {
  const auto fits = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' ||
           c == '_' || c == '-';
  };
  return !name.empty() && name.size() <= 100 && name.front() != '.' && name.front() != '-' &&
         std::all_of(name.begin(), name.end(), fits);
}

}  // namespace

std::optional<fs::path> records_folder(
    const std::function<std::optional<std::string>(const std::string&)>& environment) {
  const auto absolute = [&](const char* name) -> std::optional<fs::path> {
    const fs::path path = environment(name).value_or("");
    return path.is_absolute() ? std::optional(path) : std::nullopt;
  };
  if (environment("EXEUNT_RECORDS").value_or("") == "off") return std::nullopt;
  if (const auto own = absolute("EXEUNT_RECORDS")) return own;
  if (const auto state = absolute("XDG_STATE_HOME")) return *state / "exeunt";
  if (const auto home = absolute("HOME")) return *home / ".local/state/exeunt";
  return std::nullopt;
}

fs::path RecordStore::new_record(std::time_t begun) const {
  make_folder(folder_ / "records");
  const std::string moment = utc_text(begun, "%Y%m%dT%H%M%SZ");
  for (int count = 1;; ++count) {
    const fs::path path =
        folder_ / "records" / harness::format("{}-{}-{:03}{}", moment, ::getpid(), count, ending);
    if (!fs::exists(path)) return path;
  }
}

std::vector<fs::path> RecordStore::records() const {
  return records_in(folder_ / "records");
}

void RecordStore::prune() const {
  std::error_code gone;  // another run may remove the same
  std::vector<fs::path> all = records();
  std::reverse(all.begin(), all.end());
  std::uintmax_t bytes = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::uintmax_t size = fs::file_size(all[i], gone);
    if (!gone) bytes += size;
    if (i > 0 && (i >= most_records || bytes > most_bytes)) fs::remove(all[i], gone);
  }
}

fs::path RecordStore::baseline(const std::string& name) const {
  if (!is_name(name)) {
    throw UsageError("'" + name +
                     "' cannot be the name of a baseline; letters, digits, '.', '_' and '-' can");
  }
  return folder_ / "baselines" / (name + ending);
}

void RecordStore::keep(const fs::path& record, const std::string& name) const {
  const fs::path kept = baseline(name);
  make_folder(kept.parent_path());
  std::error_code error;
  if (fs::equivalent(record, kept, error)) return;
  const fs::path fresh = kept.string() + harness::format(".{}", ::getpid());
  fs::copy_file(record, fresh, fs::copy_options::overwrite_existing, error);
  if (!error) fs::rename(fresh, kept, error);
  if (error) throw CannotJudge("cannot keep " + record.string() + " as '" + name + "': " + error.message());
}

std::vector<std::string> RecordStore::baselines() const {
  std::vector<std::string> names;
  for (const fs::path& path : records_in(folder_ / "baselines"))
    names.push_back(path.stem().string());
  return names;
}

}  // namespace harness
