// What a person who waits is told: a line on the terminal while code is
// generated, and -ftime-report's table.

#ifndef WASMC_TOOLS_PROGRESS_H
#define WASMC_TOOLS_PROGRESS_H

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace wasmc {

// A line that counts up on standard error, if that is a terminal and the work
// takes more than two seconds.
class ProgressLine {
public:
  explicit ProgressLine(bool wanted);
  // May be called by any thread.
  void update(unsigned done, unsigned total);
  void clear();

private:
  std::mutex mutex;
  std::chrono::steady_clock::time_point start;
  unsigned most = 0;
  bool enabled;
  bool shown = false;
};

// Times phases that follow each other; prints the table when it dies.
class TimeReport {
public:
  explicit TimeReport(bool enabled);
  ~TimeReport();
  // Ends the phase before and begins the phase `name`.
  void phase(const char *name);

private:
  struct Phase {
    const char *name;
    double wallStart, cpuStart; // seconds
  };
  bool enabled;
  std::vector<Phase> phases;
};

} // namespace wasmc

#endif
