#include "record/record_index.hpp"

#include <array>
#include <charconv>

#include "model/names.hpp"
#include "record/fingerprint.hpp"
#include "record/json_cursor.hpp"
#include "record/line_reader.hpp"
#include "support/errors.hpp"
#include "support/format.hpp"

namespace harness {
namespace {

std::uint64_t mixed(std::uint64_t seed, std::string_view text) {
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  return seed ^ (hash + 0x9e3779b97f4a7c15U + (seed << 12) + (seed >> 4));
}

template <class Enum>
Enum word(std::string_view value, std::string& room) {
  const std::string_view text = string_of(value, room);
  if (const std::optional<Enum> known = parse<Enum>(text)) return *known;
  throw CannotJudge("unknown word '" + std::string(text) + "'");
}

float number(std::string_view value) {
  double parsed = 0;
  std::from_chars(value.data(), value.data() + value.size(), parsed);
  return static_cast<float>(parsed);
}

// What a process came to; not its pid and times.
bool is_of_the_tree(std::string_view key) {
  switch (key.size()) {
    case 2:
      return key == "id";
    case 3:
      return key == "end";
    case 4:
      return key == "fate";
    case 6:
      return key == "parent" || key == "helper";
    default:
      return false;
  }
}

// Of the array that comes next in `run`, in one go over its text.
std::uint64_t hash_of_processes(JsonCursor& run) {
  std::uint64_t seed = 1;
  JsonCursor processes = run.enter('[');
  while (processes.to_next_element()) {
    JsonCursor process = processes.enter('{');
    while (process.next_member()) {
      if (is_of_the_tree(process.key())) seed = mixed(seed + process.key().size(), process.value());
    }
    processes.leave(process);
  }
  run.leave(processes);
  return seed;
}

// What is read of a run, in the order in which JsonLines writes it; what follows is passed over unread.
class EntryReader {
 public:
  explicit EntryReader(Words& words) : words_(words) {}

  /// @throws BadJson, CannotJudge
  RecordEntry read(std::string_view line) {
    entry_ = {};
    missing_ = all_keys;
    JsonCursor run(line, '{');
    while (missing_ != 0 && run.to_next_member())
      take(run);
    if ((missing_ & needed_keys) != 0) throw BadJson();
    return entry_;
  }

 private:
  enum Key : unsigned {
    none = 0,
    scenario = 1,
    implementation = 2,
    version = 4,
    start_method = 8,
    stdio = 16,
    verdict = 32,
    level = 64,
    wall_ms = 128,
    out = 256,
    err = 512,
    processes = 1024,
  };
  static constexpr unsigned all_keys = 2047;
  static constexpr unsigned needed_keys = scenario | verdict;

  void take(JsonCursor& run) {
    const Key key = known(run.key());
    missing_ &= ~static_cast<unsigned>(key);
    if (key == processes && run.stands_before('[')) {
      entry_.tree = hash_of_processes(run);
      return;
    }
    run.take();
    if (!is_null(run.value())) set(key, run.value());
  }

  static Key known(std::string_view key) {
    static constexpr std::array<std::pair<std::string_view, Key>, 11> keys{
        {{"scenario", scenario},
         {"implementation", implementation},
         {"version", version},
         {"start_method", start_method},
         {"stdio", stdio},
         {"verdict", verdict},
         {"level", level},
         {"wall_ms", wall_ms},
         {"stdout", out},
         {"stderr", err},
         {"processes", processes}}};
    for (const auto& [name, number] : keys) {
      if (key == name) return number;
    }
    return none;
  }

  void set(Key key, std::string_view value) {
    switch (key) {
      case scenario:
        entry_.scenario = words_.number_of(string_of(value, room_));
        break;
      case implementation:
        entry_.implementation = words_.number_of(string_of(value, room_));
        break;
      case version:
        entry_.version = words_.number_of(string_of(value, room_));
        break;
      case start_method:
        entry_.start_method = word<StartMethod>(value, room_);
        break;
      case stdio:
        entry_.stdio = word<StdioMode>(value, room_);
        break;
      case verdict:
        entry_.verdict = word<Verdict>(value, room_);
        break;
      case level:
        entry_.level = word<Level>(value, room_);
        break;
      case wall_ms:
        entry_.wall_ms = number(value);
        break;
      case out:
        entry_.output = mixed(entry_.output, value);
        break;
      case err:
        entry_.output = mixed(entry_.output + 1, value);
        break;
      case processes:
      case none:
        break;
    }
  }

  Words& words_;
  RecordEntry entry_;
  unsigned missing_ = 0;
  std::string room_;
};

bool is_whole(std::string_view line) {
  try {
    JsonCursor run(line, '{');
    while (run.next_member()) {
    }
    return run.is_all();
  } catch (const BadJson&) {
    return false;
  }
}

[[noreturn]] void refuse(const RecordIndex& index, std::size_t line, const std::string& why) {
  throw CannotJudge(harness::format("{}:{}: {}", index.path.string(), line, why));
}

}  // namespace

RecordIndex index_record(const std::filesystem::path& path, Words& words) {
  RecordIndex index;
  index.path = path;
  words.number_of("");  // what is not told has number 0
  LineReader lines(path);
  EntryReader reader(words);
  for (std::size_t number = 1; lines.next(); ++number) {
    try {
      if (number == 1) {
        read_fingerprint(lines.line(), index);
        continue;
      }
      RecordEntry entry = reader.read(lines.line());
      entry.offset = lines.offset();
      entry.length = static_cast<std::uint32_t>(lines.line().size());
      index.torn = lines.torn() && !is_whole(lines.line());
      if (!index.torn) index.entries.push_back(entry);
    } catch (const BadJson&) {
      if (!lines.torn() || number == 1) refuse(index, number, "not a line of a record of exeunt run");
      index.torn = true;
    } catch (const CannotJudge& error) {
      refuse(index, number, error.what());
    }
  }
  if (lines.offset() == 0 && lines.line().empty())
    throw CannotJudge(path.string() + ": empty, where a record was expected");
  return index;
}

}  // namespace harness
