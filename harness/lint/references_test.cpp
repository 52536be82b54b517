#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/file.hpp"

// What headers, sources, goldens and scenarios cite of docs/semantics.md has to be there: "docs/semantics.md,
// part E", "docs/semantics.md, parts A, B and D", and links to headings; and where the documents' links lead.

namespace harness {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view semantics = "docs/semantics.md";

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// As one line, without the marks that comments begin their lines with.
std::string in_one_line(std::string_view text) {
  std::string line;
  bool at_begin = true;
  for (const char c : text) {
    const bool is_mark = at_begin && (c == '/' || c == '#' || c == '*');
    if (c == '\n') at_begin = true;
    if (!is_blank(c) && !is_mark) at_begin = false;
    if (is_mark) continue;
    if (!is_blank(c))
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// "A", "B" of "A, B and not"; nothing where no letter stands.
std::vector<std::string> letters_at(std::string_view text) {
  std::vector<std::string> letters;
  const auto is_letter = [&] {
    return !text.empty() && is_capital(text[0]) && (text.size() == 1 || !std::isalnum(text[1]));
  };
  while (is_letter()) {
    letters.emplace_back(text.substr(0, 1));
    text.remove_prefix(1);
    if (!take(text, ", ") && !take(text, " and ")) break;
  }
  return letters;
}

// The parts that a text cites, "?" where it cites a part that it does not name.
std::vector<std::string> parts_cited(std::string_view text) {
  const std::string line = in_one_line(text);
  const std::string_view all = line;
  std::vector<std::string> cited;
  for (std::size_t at = all.find(semantics); at != all.npos; at = all.find(semantics, at + 1)) {
    std::string_view rest = all.substr(at + semantics.size());
    if (!take(rest, ", parts ") && !take(rest, ", part ")) continue;
    const std::vector<std::string> letters = letters_at(rest);
    if (letters.empty()) cited.emplace_back("?");
    cited.insert(cited.end(), letters.begin(), letters.end());
  }
  return cited;
}

// "E" of "## E. Asking, joining and signalling".
std::set<std::string> parts_of(std::string_view page) {
  std::set<std::string> parts;
  for (std::size_t at = page.find("\n## "); at != page.npos; at = page.find("\n## ", at + 1)) {
    const std::string_view heading = page.substr(at + 4);
    if (heading.size() > 2 && is_capital(heading[0]) && heading[1] == '.')
      parts.emplace(heading.substr(0, 1));
  }
  return parts;
}

// As GitHub makes them: "#c-statuses" of "## C. Statuses".
std::set<std::string> anchors_of(std::string_view page) {
  std::set<std::string> anchors;
  for (std::size_t at = page.find("\n#"); at != page.npos; at = page.find("\n#", at + 1)) {
    const std::string_view line = page.substr(at + 1, page.find('\n', at + 1) - at - 1);
    std::string anchor = "#";
    for (const char c : line.substr(std::min(line.find(' '), line.size() - 1) + 1)) {
      if (std::isalnum(static_cast<unsigned char>(c)) || c == '-')
        anchor += static_cast<char>(std::tolower(c));
      if (c == ' ') anchor += '-';
    }
    anchors.insert(std::move(anchor));
  }
  return anchors;
}

// What stands between `open` and `close`, wherever.
std::vector<std::string> between(std::string_view text, std::string_view open, std::string_view close) {
  std::vector<std::string> found;
  for (std::size_t at = text.find(open); at != text.npos; at = text.find(open, at)) {
    at += open.size();
    const std::size_t end = text.find(close, at);
    if (end == text.npos) break;
    found.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return found;
}

fs::path project() {
  return EXEUNT_SOURCE_DIR;
}

bool is_text_of_the_project(const fs::path& file) {
  static const std::set<std::string> suffixes{".cpp", ".hpp",    ".c",     ".h",   ".py",
                                              ".md",  ".golden", ".cmake", ".txt", ".toml"};
  return suffixes.contains(file.extension().string());
}

// But for this one, which is full of samples.
std::vector<fs::path> texts_of_the_project() {
  const fs::path itself = fs::path(__FILE__).filename();
  std::vector<fs::path> files{project() / "README.md"};
  for (const char* folder :
       {"bench", "cmake", "docs", "examples", "expected", "harness", "process", "scenarios"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(project() / folder)) {
      const bool is_one = entry.is_regular_file() && is_text_of_the_project(entry.path());
      if (is_one && entry.path().filename() != itself) files.push_back(entry.path());
    }
  }
  return files;
}

TEST(References, AreFoundOverTheEndsOfLines) {
  EXPECT_THAT(parts_cited("/// @see docs/semantics.md, part A"), ElementsAre("A"));
  EXPECT_THAT(parts_cited("// (docs/semantics.md, parts A, C and E)."), ElementsAre("A", "C", "E"));
  EXPECT_THAT(parts_cited("  /// @see  x; docs/semantics.md,\n  ///       part B; y"), ElementsAre("B"));
  EXPECT_THAT(parts_cited("# docs/semantics.md, part\n# D\n"), ElementsAre("D"));
  EXPECT_THAT(parts_cited("docs/semantics.md, part of it"), ElementsAre("?"));
  EXPECT_THAT(parts_cited("see docs/semantics.md"), IsEmpty());
}

TEST(References, LeadToHeadings) {
  const std::string page = "# T\n\n## A. One two\ntext\n## B. Status, arithmetic\n### C. deeper\n";
  EXPECT_THAT(parts_of(page), ElementsAre("A", "B"));
  EXPECT_THAT(anchors_of(page), ElementsAre("#a-one-two", "#b-status-arithmetic", "#c-deeper"));
}

TEST(References, OfTheProjectLeadToPartsOfTheSemantics) {
  const std::set<std::string> parts = parts_of(read_file(project() / semantics));
  std::size_t cited = 0;
  for (const fs::path& file : texts_of_the_project()) {
    for (const std::string& part : parts_cited(read_file(file))) {
      ++cited;
      EXPECT_TRUE(parts.contains(part)) << file << ": docs/semantics.md has no part " << part;
    }
  }
  EXPECT_GT(cited, 10U);
}

TEST(References, OfTheProjectAreToNothingOutsideOfIt) {
  for (const fs::path& file : texts_of_the_project())
    EXPECT_EQ(read_file(file).find("SEMANTICS"), std::string::npos)
        << file << ": cite docs/semantics.md instead";
}

TEST(References, OfTheSemanticsLeadToItsHeadings) {
  const std::string page = read_file(project() / semantics);
  const std::set<std::string> anchors = anchors_of(page);
  for (const std::string& link : between(page, "](", ")"))
    EXPECT_TRUE(anchors.contains(link)) << link;
}

TEST(References, OfTheSemanticsLeadToScenarios) {
  std::size_t named = 0;
  for (const std::string& word : between(read_file(project() / semantics), "`", "`")) {
    const std::size_t slash = word.find('/');
    if (slash == std::string::npos || !fs::is_directory(project() / "scenarios" / word.substr(0, slash)))
      continue;
    ++named;
    EXPECT_TRUE(fs::is_regular_file(project() / "scenarios" / (word + ".cpp"))) << word;
  }
  EXPECT_GT(named, 100U);
}

TEST(References, OfTheDocumentsLeadToFiles) {
  std::vector<fs::path> documents{project() / "README.md", project() / "CONTRIBUTING.md"};
  for (const fs::directory_entry& entry : fs::directory_iterator(project() / "docs")) {
    if (entry.path().extension() == ".md") documents.push_back(entry.path());
  }
  std::size_t followed = 0;
  for (const fs::path& document : documents) {
    for (const std::string& link : between(read_file(document), "](", ")")) {
      const bool is_code = link.find(' ') != std::string::npos;
      if (is_code || link.find("://") != std::string::npos || link.starts_with('#')) continue;
      ++followed;
      EXPECT_TRUE(fs::exists(document.parent_path() / link.substr(0, link.find('#'))))
          << document << ": " << link;
    }
  }
  EXPECT_GT(followed, 10U);
}

}  // namespace
}  // namespace harness
