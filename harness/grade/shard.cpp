#include "grade/shard.hpp"

#include <fcntl.h>

#include <algorithm>
#include <charconv>

#include "record/json.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "support/file.hpp"
#include "support/unique_fd.hpp"

namespace harness {
namespace {

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Shard checked(int number, int count, const std::string& where) {
  constexpr int most = 100'000;
  if (count < 1 || count > most || number < 1 || number > count)
    throw UsageError(where + ": shard " + std::to_string(number) + " of " + std::to_string(count) +
                     " does not exist; shards are counted from 1");
  return {number, count};
}

struct Protocol {
  const char* index;
  const char* total;
  int first;  // what the first shard's index is
  const char* status_file;
};
constexpr Protocol protocols[] = {
    {"TEST_SHARD_INDEX", "TEST_TOTAL_SHARDS", 0, "TEST_SHARD_STATUS_FILE"},
    {"GTEST_SHARD_INDEX", "GTEST_TOTAL_SHARDS", 0, "GTEST_SHARD_STATUS_FILE"},
    {"CI_NODE_INDEX", "CI_NODE_TOTAL", 1, nullptr},
    {"JOB_COMPLETION_INDEX", "EXEUNT_SHARDS", 0, nullptr},
    {"SLURM_ARRAY_TASK_ID", "EXEUNT_SHARDS", 0, nullptr},
};

int number_of(const Environment& environment, const char* name) {
  const std::string text = environment(name).value_or("");
  const std::optional<int> value = whole(text);
  if (!value) throw UsageError(std::string(name) + ": '" + visible(text) + "' is no number");
  return *value;
}

void touch(const std::string& file) {
  const UniqueFd fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
  if (!fd) throw_errno("cannot touch " + file);
}

}  // namespace

Shard parse_shard(const std::string& text) {
  const std::size_t slash = text.find('/');
  const std::optional<int> number = whole(std::string_view(text).substr(0, slash));
  const std::optional<int> count =
      slash == std::string::npos ? std::nullopt : whole(std::string_view(text).substr(slash + 1));
  if (!number || !count) throw UsageError("--shard: '" + visible(text) + "' is not of the form 3/8");
  return checked(*number, *count, "--shard");
}

std::optional<Shard> shard_of(const Environment& environment) {
  for (const Protocol& protocol : protocols) {
    if (!environment(protocol.index)) continue;
    const bool needs_ours = std::string_view(protocol.total) == "EXEUNT_SHARDS";
    if (!environment(protocol.total))
      throw UsageError(std::string(protocol.index) + " is set, and " + protocol.total +
                       " is not: how many shards there are has to be told" +
                       (needs_ours ? ", by EXEUNT_SHARDS or by --shard" : ""));
    const Shard shard = checked(number_of(environment, protocol.index) - protocol.first + 1,
                                number_of(environment, protocol.total), protocol.index);
    if (protocol.status_file != nullptr) {
      if (const auto file = environment(protocol.status_file)) touch(*file);
    }
    return shard;
  }
  return std::nullopt;
}

ShardPlan plan_shards(const std::vector<Submission>& submissions, int count,
                      const std::map<std::string, double>& last_ms) {
  ShardPlan plan;
  plan.count = count;
  double sum = 0;
  for (const auto& [name, ms] : last_ms)
    sum += ms;
  const double mean = last_ms.empty() ? 1 : sum / static_cast<double>(last_ms.size());
  std::vector<std::pair<double, std::string>> work;
  for (const Submission& submission : submissions) {
    const auto known = last_ms.find(submission.name);
    work.emplace_back(known == last_ms.end() ? mean : known->second, submission.name);
  }
  std::stable_sort(work.begin(), work.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<double> load(static_cast<std::size_t>(count), 0);
  for (const auto& [ms, name] : work) {
    const auto least = std::min_element(load.begin(), load.end());
    *least += ms;
    plan.shard_of[name] = static_cast<int>(least - load.begin()) + 1;
  }
  return plan;
}

std::string plan_text(const ShardPlan& plan) {
  Json shards = Json::object();
  for (const auto& [name, shard] : plan.shard_of)
    shards[name] = shard;
  return Json{{"format", 1}, {"shards", plan.count}, {"submissions", shards}}.dump(1) + "\n";
}

ShardPlan read_plan(const std::filesystem::path& file) {
  try {
    const Json json = Json::parse(read_file(file));
    ShardPlan plan;
    plan.count = json.at("shards").get<int>();
    for (const auto& [name, shard] : json.at("submissions").items())
      plan.shard_of[name] = shard.get<int>();
    return plan;
  } catch (const Json::exception& error) {
    throw CannotJudge(file.string() + ": is no plan of shards: " + error.what());
  }
}

std::vector<Submission> of_shard(const std::vector<Submission>& submissions, const Shard& shard,
                                 const ShardPlan& plan) {
  if (plan.count != shard.count)
    throw UsageError("the plan is for " + std::to_string(plan.count) + " shards, not for " +
                     std::to_string(shard.count));
  std::vector<Submission> mine;
  for (const Submission& submission : submissions) {
    const auto known = plan.shard_of.find(submission.name);
    if (known == plan.shard_of.end())
      throw UsageError("the plan does not know the submission " + submission.name + "; make it again");
    if (known->second == shard.number) mine.push_back(submission);
  }
  return mine;
}

}  // namespace harness
