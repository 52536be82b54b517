#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <stdexcept>

#include "subject/course.hpp"

namespace {

bench::Sample start_and_wait(const std::string& program) {
  QProcess process;
  process.setProcessChannelMode(QProcess::ForwardedChannels);
  const QString path = QString::fromStdString(program);
  const std::int64_t begun = bench::now();
  process.start(path, QStringList());
  const std::int64_t started = bench::now();
  process.waitForFinished(-1);
  const std::int64_t joined = bench::now();
  if (process.exitCode() != 0) throw std::runtime_error("the program did not end with status 0");
  return bench::sample_of(begun, started, joined);
}

}  // namespace

int main(int argc, char** argv) {
  int none = 1;
  const QCoreApplication application(none, argv);
  return bench::subject_main(argc, argv, [](const bench::Surroundings& surroundings) {
    return std::vector<bench::Course>{
        {"qt", [program = surroundings.started] { return start_and_wait(program); }}};
  });
}
