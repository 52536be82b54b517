#include <cstdlib>

#include "harness/contender.hpp"
#include "sampling/on_path.hpp"

namespace bench {
namespace {

using Command = std::vector<std::string>;

const char* const compare_output = "[ \"$(%)\" = 'one\ntwo\nthree' ]";

std::string comparison_of(const std::string& program) {
  std::string text = compare_output;
  return text.replace(text.find('%'), 1, program);
}

Command prepare_ctest(const SuiteFolder& suite, int jobs) {
  std::string tests;
  for (const std::string& name : suite.names()) {
    tests += "add_test(" + name + " \"" + (suite.programs() / name).string() + "\")\nset_tests_properties(" +
             name + " PROPERTIES PASS_REGULAR_EXPRESSION \"^one\\ntwo\\nthree\\n$\")\n";
  }
  suite.write("CTestTestfile.cmake", tests);
  return {find_program("ctest"), "-j" + std::to_string(jobs)};
}

Command prepare_make(const SuiteFolder& suite, int jobs) {
  std::string all = "all:";
  std::string rules;
  for (const std::string& name : suite.names()) {
    all += " " + name;
    rules += name + ":\n\t@programs/small/" + name + " >" + name + ".out && cmp -s " + name +
             ".out outputs/" + name + "\n";
  }
  suite.write("Makefile", all + "\n" + rules);
  return {find_program("make"), "-s", "-j" + std::to_string(jobs)};
}

Command prepare_pytest(const SuiteFolder& suite, int) {
  suite.write("test_small.py",
              "import pathlib\nimport subprocess\n\nimport pytest\n\n"
              "here = pathlib.Path(__file__).parent\n\n\n"
              "@pytest.mark.parametrize('name', sorted(f.name for f in (here / 'outputs').iterdir()))\n"
              "def test_small(name):\n"
              "    ran = subprocess.run([here / 'programs/small' / name], capture_output=True, text=True)\n"
              "    assert ran.returncode == 0\n"
              "    assert ran.stdout == (here / 'outputs' / name).read_text()\n");
  return {find_program("pytest"), "-q", "-p", "no:cacheprovider"};
}

Command prepare_kyua(const SuiteFolder& suite, int jobs) {
  std::string tests = "syntax(2)\ntest_suite(\"small\")\n";
  for (const std::string& name : suite.names()) {
    suite.write(name + "_test", "#!/bin/sh\n" + comparison_of((suite.programs() / name).string()) + "\n",
                true);
    tests += "plain_test_program{name=\"" + name + "_test\"}\n";
  }
  suite.write("Kyuafile", tests);
  return {find_program("kyua"),
          "-v",
          "parallelism=" + std::to_string(jobs),
          "test",
          "--results-file",
          (suite.path() / "results.db").string()};
}

Command prepare_bats(const SuiteFolder& suite, int) {
  std::string tests;
  for (const std::string& name : suite.names())
    tests += "@test \"" + name + "\" {\n  " + comparison_of("programs/small/" + name) + "\n}\n";
  suite.write("small.bats", tests);
  return {find_program("bats"), "small.bats"};
}

Command prepare_prove(const SuiteFolder& suite, int jobs) {
  for (const std::string& name : suite.names()) {
    suite.write(name + ".t",
                "#!/bin/sh\necho 1..1\n" + comparison_of("programs/small/" + name) +
                    " && echo ok 1 || echo not ok 1\n",
                true);
  }
  return {find_program("prove"), "-j" + std::to_string(jobs), "--exec", "sh", "."};
}

Contender tool(const std::string& name, bool slow, Command (*prepare)(const SuiteFolder&, int)) {
  return {name, find_program(name).empty() ? name + " is not installed" : "", slow, prepare};
}

}  // namespace

Contender exeunt_at(const std::string& level) {
  return {"exeunt_" + level, "", false, [level](const SuiteFolder& suite, int) -> Command {
            const std::string base = suite.path().string();
            return {BENCH_EXEUNT,
                    "run",
                    "--quiet",
                    "--no-record",
                    "--stdio=pipe",
                    "--observe=" + level,
                    "--scenarios=" + base + "/scenarios",
                    "--expected=" + base + "/expected",
                    "--programs=" + base + "/programs"};
          }};
}

std::vector<Contender> other_harnesses() {
  return {tool("make", false, prepare_make),     tool("ctest", false, prepare_ctest),
          tool("pytest", false, prepare_pytest), tool("prove", true, prepare_prove),
          tool("kyua", true, prepare_kyua),      tool("bats", true, prepare_bats)};
}

std::vector<std::string> bare_loop(const SuiteFolder& suite, int at_once, int times) {
  return {BENCH_BARE_LOOP, suite.programs().string(), suite.outputs().string(), std::to_string(at_once),
          std::to_string(times)};
}

}  // namespace bench
