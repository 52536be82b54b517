#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>
#include <map>
#include <set>
#include <string_view>

#include "grade/submission.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> archive_endings{".tar.gz", ".tgz", ".tar", ".zip"};

std::string without_archive_ending(std::string name) {
  for (const std::string_view ending : archive_endings) {
    if (name.size() > ending.size() && name.ends_with(ending)) {
      name.resize(name.size() - ending.size());
      return name;
    }
  }
  return name;
}

// Letters, digits and a few signs stay; everything else is %XX, so that no name leads out of the folder of
// results, hides there, or does something to a terminal.
std::string file_name_of(const std::string& name) {
  constexpr std::size_t longest = 180;
  std::string text;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = std::isalnum(byte) != 0 || c == '_' || c == '-' || c == '+' || c == '@' || c == ',' ||
                       c == '=' || (c == '.' && !text.empty());
    if (plain) {
      text += c;
    } else if (c == ' ') {
      text += '_';
    } else {
      constexpr std::string_view digits = "0123456789ABCDEF";
      text += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  if (text.size() > longest) text.resize(longest);
  return text.empty() ? "submission" : text;
}

std::string name_of(const fs::path& path) {
  fs::path last = fs::absolute(path).lexically_normal();
  if (last.filename().empty()) last = last.parent_path();
  if (fs::is_directory(path)) return file_name_of(last.filename().string());
  if (is_archive(path)) return file_name_of(without_archive_ending(last.filename().string()));
  return file_name_of(last.stem().string());
}

std::chrono::system_clock::time_point last_change(const fs::path& path) {
  std::error_code error;
  const fs::file_time_type time = fs::last_write_time(path, error);
  if (error) return std::chrono::system_clock::now();
  return std::chrono::time_point_cast<std::chrono::system_clock::duration>(
      std::chrono::file_clock::to_sys(time));
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(".") || name == "__MACOSX";
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (!is_hidden(entry.path())) entries.push_back(entry.path());
  }
  if (error) throw UsageError("cannot read the folder " + folder.string() + ": " + error.message());
  std::sort(entries.begin(), entries.end());
  return entries;
}

bool holds_several(const std::vector<fs::path>& entries) {
  return entries.size() > 1 && std::all_of(entries.begin(), entries.end(), [](const fs::path& path) {
           return !fs::is_symlink(path) && (fs::is_directory(path) || is_archive(path));
         });
}

class Finder {
 public:
  explicit Finder(FolderMeans folders) : folders_(folders) {}

  void add(const fs::path& path, std::optional<std::chrono::system_clock::time_point> submitted) {
    if (!fs::exists(path)) throw UsageError("there is no submission " + path.string());
    if (fs::is_directory(path) && folders_ != FolderMeans::one) {
      const std::vector<fs::path> entries = entries_of(path);
      if (folders_ == FolderMeans::each || holds_several(entries)) {
        for (const fs::path& entry : entries)
          add_one(entry, submitted);
        return;
      }
    }
    add_one(path, submitted);
  }

  std::vector<Submission> take() {
    std::sort(found_.begin(), found_.end(),
              [](const Submission& a, const Submission& b) { return a.name < b.name; });
    return std::move(found_);
  }

 private:
  void add_one(const fs::path& path, std::optional<std::chrono::system_clock::time_point> submitted) {
    std::string name = name_of(path);
    for (int number = 2; !names_.insert(name).second; ++number)
      name = name_of(path) + "~" + std::to_string(number);
    found_.push_back({name, fs::absolute(path), submitted ? submitted : last_change(path)});
  }

  FolderMeans folders_;
  std::vector<Submission> found_;
  std::set<std::string> names_{"gradebook", "plan", "shard"};  // files of the folder of results
};

void add_list(Finder& finder, std::istream& input) {
  int number = 0;
  for (std::string line; std::getline(input, line);) {
    ++number;
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    std::optional<std::chrono::system_clock::time_point> submitted;
    if (tab != std::string::npos) {
      submitted = parse_time(line.substr(tab + 1));
      if (!submitted)
        throw UsageError("line " + std::to_string(number) + " of the list: '" +
                         visible(line.substr(tab + 1)) + "' is no time such as 2026-10-01T23:59:00Z");
    }
    finder.add(line.substr(0, tab), submitted);
  }
}

bool is_attempt_word(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return word == "attempt" || word == "try" || word == "version" || word == "submission" || word == "v";
}

// Who handed it in, and a text by which the attempts of one hand are in order.
struct Attempt {
  std::string hand;
  std::string order;
};

// "ann_attempt_2" is ann's; "ann_20261001T2359" and "ann_2026-10-01" too; "group_7" is not the seventh of
// "group".
Attempt attempt_of(const std::string& name) {
  std::size_t begin = name.size();
  while (begin > 0) {
    const char c = name[begin - 1];
    if (std::isdigit(static_cast<unsigned char>(c)) == 0 && c != 'T' && c != 'Z' && c != '-' && c != ':')
      break;
    --begin;
  }
  while (begin < name.size() && std::isdigit(static_cast<unsigned char>(name[begin])) == 0)
    ++begin;
  std::string digits;
  for (const char c : name.substr(begin)) {
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) digits += c;
  }
  if (digits.empty()) return {name, ""};
  const auto before = [&](std::size_t at) {
    while (at > 0 && (name[at - 1] == '_' || name[at - 1] == '-' || name[at - 1] == '.'))
      --at;
    return at;
  };
  const std::string order = std::string(digits.size() < 20 ? 20 - digits.size() : 0, '0') + digits;
  const std::size_t end = before(begin);
  if (digits.size() >= 8 && end > 0) return {name.substr(0, end), order};
  std::size_t word = end;
  while (word > 0 && std::isalpha(static_cast<unsigned char>(name[word - 1])) != 0)
    --word;
  const std::size_t hand = before(word);
  if (hand > 0 && hand < word && is_attempt_word(name.substr(word, end - word)))
    return {name.substr(0, hand), order};
  return {name, ""};
}

}  // namespace

bool is_archive(const fs::path& path) {
  const std::string name = path.filename().string();
  return fs::is_regular_file(path) &&
         std::any_of(archive_endings.begin(), archive_endings.end(), [&](std::string_view ending) {
           return name.size() > ending.size() && name.ends_with(ending);
         });
}

std::optional<std::chrono::system_clock::time_point> parse_time(const std::string& text) {
  std::tm utc{};
  const char* rest = ::strptime(text.c_str(), "%Y-%m-%dT%H:%M:%S", &utc);
  if (rest == nullptr) return std::nullopt;
  if (*rest == '.') {
    ++rest;
    while (std::isdigit(static_cast<unsigned char>(*rest)) != 0)
      ++rest;
  }
  long offset = 0;
  if (*rest == '+' || *rest == '-') {
    const std::string_view digits(rest + 1);
    if (digits.size() != 5 || digits[2] != ':') return std::nullopt;
    const int hours = (digits[0] - '0') * 10 + digits[1] - '0';
    const int minutes = (digits[3] - '0') * 10 + digits[4] - '0';
    offset = (*rest == '+' ? 1L : -1L) * (hours * 3'600L + minutes * 60L);
  } else if (std::string_view(rest) != "Z" && *rest != '\0') {
    return std::nullopt;
  }
  return std::chrono::system_clock::from_time_t(::timegm(&utc) - offset);
}

std::vector<Submission> find_submissions(const std::vector<std::string>& words, FolderMeans folders,
                                         std::istream& input) {
  Finder finder(folders);
  for (const std::string& word : words) {
    if (word == "-") {
      add_list(finder, input);
    } else {
      finder.add(word, std::nullopt);
    }
  }
  std::vector<Submission> found = finder.take();
  if (found.empty()) throw UsageError("there is no submission to grade");
  return found;
}

std::vector<Submission> only_latest(std::vector<Submission> submissions) {
  std::map<std::string, std::pair<Attempt, std::size_t>> latest;
  for (std::size_t i = 0; i < submissions.size(); ++i) {
    const Attempt attempt = attempt_of(submissions[i].name);
    const auto [known, added] = latest.try_emplace(attempt.hand, attempt, i);
    if (!added && attempt.order > known->second.first.order) known->second = {attempt, i};
  }
  std::vector<Submission> kept;
  for (std::size_t i = 0; i < submissions.size(); ++i) {
    if (latest.at(attempt_of(submissions[i].name).hand).second == i)
      kept.push_back(std::move(submissions[i]));
  }
  return kept;
}

}  // namespace harness
