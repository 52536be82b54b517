#include "match/line_pattern.hpp"

#include <gmock/gmock.h>

#include "support/errors.hpp"

namespace harness {
namespace {

using testing::HasSubstr;

LinePattern pattern(std::string_view line) {
  return {scan_line(line).parts, std::string(line), 1};
}

bool matches(std::string_view line, std::string_view text, const References& known = {}) {
  return pattern(line).matches(text, known);
}

std::string complaint(std::string_view line) {
  try {
    pattern(line);
    return {};
  } catch (const CannotJudge& error) {
    return error.what();
  }
}

Bindings bound(std::string_view line, std::string_view text) {
  Bindings found;
  EXPECT_TRUE(pattern(line).matches(text, {}, &found));
  return found;
}

TEST(LinePattern, PlainTextIsItself) {
  EXPECT_TRUE(matches("Exitcode: 1", "Exitcode: 1"));
  EXPECT_FALSE(matches("Exitcode: 1", "Exitcode: 10"));
  EXPECT_TRUE(matches("a.c [x] {y} (z) $", "a.c [x] {y} (z) $"));
  EXPECT_FALSE(matches("a.c", "abc"));
}

TEST(LinePattern, RegexMatchesTheWholeLineBetweenTexts) {
  EXPECT_TRUE(matches("pid {{[0-9]+}}.", "pid 42."));
  EXPECT_FALSE(matches("pid {{[0-9]+}}.", "pid 42!"));
  EXPECT_FALSE(matches("{{[0-9]+}}", "a 42"));
  EXPECT_TRUE(matches("{{a|b}}c", "bc"));
  EXPECT_FALSE(matches("{{a|b}}c", "a"));
}

TEST(LinePattern, BracesAndClassesOfARegexAreItsOwn) {
  EXPECT_TRUE(matches("{{[0-9]{2}}}", "42"));
  EXPECT_TRUE(matches("{{[}]+}}", "}}}"));
  EXPECT_TRUE(matches("{{\\}+}}", "}}}"));
  EXPECT_TRUE(matches("[[x:[0-9]]]", "4"));
  EXPECT_TRUE(matches("[[x:[[:alpha:]]+]]", "abc"));
  EXPECT_TRUE(matches("[[x:[]a]+]]", "]a]"));
}

TEST(LinePattern, BackslashMakesCharactersLiteral) {
  EXPECT_TRUE(matches("\\{{a+}}", "{{a+}}"));
  EXPECT_TRUE(matches("\\[[1, 2], [3]]", "[[1, 2], [3]]"));
  EXPECT_TRUE(matches("a\\b", "a\\b"));
  EXPECT_TRUE(matches("{{\\\\}}\\{{", "\\{{"));
}

TEST(LinePattern, BindsAndRepeats) {
  EXPECT_EQ(bound("child [[pid:[0-9]+]] of [[who:.*]]", "child 42 of me"),
            (Bindings{{"pid", "42"}, {"who", "me"}}));
  References known;
  known.names["n"] = "a+";
  EXPECT_TRUE(matches("[[n]]", "a+", known));
  EXPECT_FALSE(matches("[[n]]", "aa", known));
  EXPECT_TRUE(matches("[[n]] {{.}}", "a+ x", known));
  EXPECT_FALSE(matches("[[other]]", "x", known));
  known.unbound_matches = true;
  EXPECT_TRUE(matches("[[other]]!", "x!", known));
}

TEST(LinePattern, GroupsOfARegexDoNotDisturbBindings) {
  EXPECT_EQ(bound("{{(a)(b)}}[[x:(c|d)+]][[y:.]]", "abcde"), (Bindings{{"x", "cd"}, {"y", "e"}}));
}

TEST(LinePattern, RepeatsANameOnItsOwnLine) {
  EXPECT_EQ(bound("[[x:[0-9]+]] and [[x]]", "42 and 42").at("x"), "42");
  EXPECT_FALSE(matches("[[x:[0-9]+]] and [[x]]", "42 and 43"));
  EXPECT_FALSE(matches("[[x:[0-9]+]] and [[x]]", "4 and 42"));
  EXPECT_EQ(bound("[[x:a+]][[x]]", "aaaa").at("x"), "aa");
  EXPECT_EQ(bound("[[x:.]][[y:.]][[y]][[x]]", "abba"), (Bindings{{"x", "a"}, {"y", "b"}}));
}

TEST(LinePattern, PidsAreThoseOfTheProcesses) {
  PidTexts pids{{"1", {PidText::Kind::known, "42"}},
                {"1.2", {PidText::Kind::not_seen, ""}},
                {"2", {PidText::Kind::no_such_process, ""}}};
  const References known{&pids, {}, false};
  EXPECT_TRUE(matches("pid [[pid 1]]", "pid 42", known));
  EXPECT_FALSE(matches("pid [[pid 1]]", "pid 43", known));
  EXPECT_TRUE(matches("{{p..}} [[pid 1]]", "pid 42", known));
  EXPECT_TRUE(matches("[[pid 1.2]]", "4711", known));
  EXPECT_FALSE(matches("[[pid 1.2]]", "None", known));
  EXPECT_FALSE(matches("[[pid 2]]", "42", known));
  EXPECT_FALSE(matches("[[pid 3]]", "42", known));
}

TEST(LinePattern, TextThatIsNotUtf8IsMatchedByBytes) {
  EXPECT_TRUE(matches("{{.*}}", "\xff\xfe"));
  EXPECT_TRUE(matches("é{{\\xff}}", "é\xff"));
  EXPECT_TRUE(matches("{{.}}", "é"));
  EXPECT_TRUE(matches("{{[é]}}", "é"));
  EXPECT_FALSE(matches("{{.}}", "\xff\xfe"));
  EXPECT_TRUE(matches("a{{\\x00}}b", std::string_view("a\0b", 3)));
}

TEST(ScanLine, KnowsDirectives) {
  EXPECT_EQ(scan_line("{{any order}}").directive, Directive::any_order);
  EXPECT_EQ(scan_line("{{end}}").directive, Directive::end);
  EXPECT_EQ(scan_line("{{no newline}}").directive, Directive::no_newline);
  EXPECT_TRUE(scan_line("text{{no newline}}").ends_without_newline);
  EXPECT_FALSE(scan_line("text\\{{no newline}}").ends_without_newline);
}

TEST(ScanLine, RefusesWhatItDoesNotKnow) {
  EXPECT_THAT(complaint("{{any ordr}}"),
              HasSubstr("unknown directive '{{any ordr}}' (closest: '{{any order}}'); "
                        "directives are: {{any order}}, {{end}}, {{no newline}}"));
  EXPECT_THAT(complaint("{{}}"), HasSubstr("unknown directive"));
  EXPECT_THAT(complaint("x {{end}}"), HasSubstr("'{{end}}' stands on a line of its own"));
  EXPECT_THAT(complaint("{{no newline}} x"), HasSubstr("text behind '{{no newline}}'"));
  EXPECT_THAT(complaint("{{a+"), HasSubstr("'{{' without '}}'; write \\{{ for the characters"));
  EXPECT_THAT(complaint("{{[}}"), HasSubstr("'{{' without '}}'"));
  EXPECT_THAT(complaint("[[x"), HasSubstr("'[[' without ']]'"));
  EXPECT_THAT(complaint("[[x:a+"), HasSubstr("'[[' without ']]'"));
  EXPECT_THAT(complaint("[[x:]]"), HasSubstr("lacks its regex"));
  EXPECT_THAT(complaint("[[1, 2], [3]]"), HasSubstr("malformed '[[1, 2], [3]]'; allowed are [[NAME]]"));
  EXPECT_THAT(complaint("[[]]"), HasSubstr("malformed '[[]]'"));
  EXPECT_THAT(complaint("[[pid main]]"), HasSubstr("names no process; processes are: program, 1, 1.2"));
  EXPECT_THAT(complaint("[[pid 1.]]"), HasSubstr("names no process"));
  EXPECT_THAT(complaint("[[pid .1]]"), HasSubstr("names no process"));
}

TEST(LinePattern, RefusesBadRegexes) {
  EXPECT_THAT(complaint("{{(a}}"), HasSubstr("bad regex '(a'"));
  EXPECT_THAT(complaint("{{a)(b}}"), HasSubstr("bad regex 'a)(b'"));
  EXPECT_THAT(complaint("{{(a)\\1}}"), HasSubstr("without lookaround and back-references"));
  EXPECT_THAT(complaint("{{(?=a)}}"), HasSubstr("without lookaround"));
  EXPECT_THAT(complaint("{{\\Qa+}}x"), HasSubstr("bad regex in"));
}

TEST(LinePattern, HostileTextTakesLinearTime) {
  const std::string text(1 << 20, 'a');
  EXPECT_FALSE(matches("{{(a|a)*b}}", text));
  EXPECT_FALSE(matches("{{(a*)*(a*)*b}}", text));
  EXPECT_EQ(bound("[[x:(a|aa)+]]", text).at("x").size(), text.size());
}

TEST(EscapedLine, ReadsBackAsTheTextItself) {
  for (const std::string text :
       {"plain", "", "{{a}}", "[[b]]", "\\{{c", "\\\\[[", "{{{", "[[[", "-- stdout --", "tab\there", "é ✓",
        "\x1b[2J\r", "\xff\xfe x", "a\\", "{{any order}}", "{{no newline}}", "--  --", "-- x"}) {
    const ScannedLine scanned = scan_line(escaped_line(text));
    EXPECT_EQ(scanned.directive, Directive::none) << text;
    EXPECT_TRUE(matches(escaped_line(text), text)) << escaped_line(text);
    EXPECT_FALSE(matches(escaped_line(text), text + "x")) << escaped_line(text);
  }
  EXPECT_EQ(escaped_line("plain text"), "plain text");
  EXPECT_THAT(escaped_line("-- stdout --"), testing::Not(testing::StartsWith("-- ")));
  EXPECT_EQ(escaped_line("a\rb"), "a{{\\x0d}}b");
}

}  // namespace
}  // namespace harness
