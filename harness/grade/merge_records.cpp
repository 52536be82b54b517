#include "grade/merge_records.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "grade/gradebook.hpp"
#include "grade/result_json.hpp"
#include "grade/store.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr const char* note_name = "shard.json";

bool is_record(const fs::path& path) {
  const std::string name = path.filename().string();
  return path.extension() == ".json" && name != "gradebook.json" && name != note_name &&
         name != "plan.json" && std::count(name.begin(), name.end(), '.') >= 1 && !name.starts_with(".");
}

// Forms of results end in .json too.
std::optional<SubmissionResult> record_of(const fs::path& path) {
  try {
    SubmissionResult result = result_of_json(read_file(path), path);
    if (result.submission + ".json" == path.filename().string()) return result;
  } catch (const CannotJudge&) {
  }
  return std::nullopt;
}

class Merger {
 public:
  void add(const fs::path& folder) {
    read_note(folder / note_name);
    std::vector<fs::path> paths;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
      if (is_record(entry.path())) paths.push_back(entry.path());
    }
    if (error) throw CannotJudge("cannot read the folder " + folder.string() + ": " + error.message());
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
      if (std::optional<SubmissionResult> record = record_of(path)) add(*std::move(record));
    }
  }

  void require_all() const {
    std::string missing;
    for (const std::string& name : wanted_) {
      if (!records_.contains(name)) missing += "\n        " + name;
    }
    if (records_.empty() && missing.empty()) throw CannotJudge("there is no complete record to merge");
    if (!missing.empty())
      throw CannotJudge("no shard has a complete record of these submissions; grade them, then merge again:" +
                        missing);
  }

  MergedRecords write(const fs::path& into) const {
    Store store(into);
    Gradebook::Items items;
    for (const ItemResult& item : records_.begin()->second.items)
      items.emplace_back(item.name, item.title);
    Gradebook gradebook(title_, items);
    for (const auto& [name, record] : records_) {
      store.write(record);
      gradebook.set(record);
    }
    gradebook.write_all(into);
    return {records_.size(), differing_};
  }

 private:
  void read_note(const fs::path& path) {
    if (!fs::is_regular_file(path)) return;
    try {
      const Json note = Json::parse(read_file(path));
      title_ = note.at("title").get<std::string>();
      for (const Json& name : note.at("submissions"))
        wanted_.insert(name.get<std::string>());
    } catch (const Json::exception& error) {
      throw CannotJudge(path.string() + ": is no note of a shard: " + error.what());
    }
  }

  void add(SubmissionResult record) {
    if (!record.complete) return;
    const std::string name = record.submission;
    const auto [known, added] = records_.try_emplace(name, std::move(record));
    if (!added && known->second.score != record.score)
      differing_.push_back(name + ": " + points_text(known->second.score) + " and " +
                           points_text(record.score));
  }

  std::string title_ = "grading";
  std::set<std::string> wanted_;
  std::map<std::string, SubmissionResult> records_;
  std::vector<std::string> differing_;
};

}  // namespace

bool holds_records(const fs::path& folder) {
  std::error_code error;
  if (fs::is_regular_file(folder / note_name, error)) return true;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (is_record(entry.path()) && record_of(entry.path())) return true;
  }
  return false;
}

MergedRecords merge_records(const std::vector<fs::path>& folders, const fs::path& into) {
  Merger merger;
  for (const fs::path& folder : folders)
    merger.add(folder);
  merger.require_all();
  return merger.write(into);
}

void write_shard_note(const fs::path& folder, const std::vector<std::string>& all, const std::string& title) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw CannotJudge("--out: cannot make the folder " + folder.string() + ": " + error.message());
  write_file(folder / note_name, Json{{"format", 1}, {"title", title}, {"submissions", all}}.dump(1) + "\n");
}

}  // namespace harness
