#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string_view>

#include "subject/course.hpp"
#include "subject/wire.hpp"

namespace bench {
namespace {

Reply refusal(const std::string& why) {
  Reply reply = {};
  std::strncpy(reply.error, why.c_str(), sizeof reply.error - 1);
  return reply;
}

Reply answer(const Request& request, const std::vector<Course>& courses) {
  const auto course =
      std::find_if(courses.begin(), courses.end(), [&](const Course& c) { return c.name == request.course; });
  if (course == courses.end()) return refusal("this subject has no course " + std::string(request.course));
  try {
    Reply reply = {};
    reply.sample = course->run();
    return reply;
  } catch (const std::exception& error) {
    return refusal(error.what());
  }
}

}  // namespace

void serve(int socket, const std::vector<Course>& courses) {
  ::fcntl(socket, F_SETFD, FD_CLOEXEC);
  Request request = {};
  while (::recv(socket, &request, sizeof request, MSG_WAITALL) == sizeof request) {
    const Reply reply = answer(request, courses);
    if (::send(socket, &reply, sizeof reply, MSG_NOSIGNAL) != sizeof reply) return;
  }
}

int subject_main(int argc, char** argv,
                 const std::function<std::vector<Course>(const Surroundings&)>& courses) {
  try {
    const Surroundings surroundings = parse_surroundings({argv + 1, static_cast<std::size_t>(argc - 1)});
    std::vector<Course> all = common_courses(surroundings.started);
    for (Course& course : courses(surroundings))
      all.push_back(std::move(course));
    take_on(surroundings);
    serve(surroundings.socket, all);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 2;
  }
}

}  // namespace bench
