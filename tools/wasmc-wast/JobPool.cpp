// Runs jobs in child processes. Children are forked, not started anew: that
// spares each the start of LLVM. The parent has no threads.

#include "JobPool.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/thread.h"
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace wasmc {

using Run =
    function_ref<Counts(const ScriptJob &, const std::string &, raw_ostream &)>;

// The parsers and LLVM recurse.
static constexpr unsigned jobStackBytes = 256 << 20;

namespace {
class JobPool {
public:
  JobPool(ArrayRef<ScriptJob> jobs, const std::string &tempDir, raw_ostream &os)
      : jobs(jobs), tempDir(tempDir), os(os), finished(jobs.size()) {}

  void start(size_t index, Run run);
  // Waits for a child to end.
  void reap();
  size_t running() const { return children.size(); }

  Counts counts;

private:
  [[noreturn]] void runChild(size_t index, Run run);
  void show(size_t index);
  std::string dirOf(size_t index) const {
    return tempDir + "/" + std::to_string(index);
  }
  std::string outputOf(size_t index) const { return dirOf(index) + ".out"; }

  ArrayRef<ScriptJob> jobs;
  const std::string &tempDir;
  raw_ostream &os;
  std::map<pid_t, size_t> children;
  std::vector<std::optional<int>> finished; // by their status
  size_t shown = 0;
};
} // namespace

// What the job prints goes to a file, and its counts to the last line.
void JobPool::runChild(size_t index, Run run) {
  std::string path = outputOf(index);
  int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (file < 0 || dup2(file, 1) < 0 || dup2(file, 2) < 0 ||
      sys::fs::create_directory(dirOf(index)))
    _exit(1);
  raw_fd_ostream output(1, /*shouldClose=*/false);
  llvm::thread worker(std::optional<unsigned>(jobStackBytes), [&] {
    Counts counts = run(jobs[index], dirOf(index), output);
    output << counts.passed << ' ' << counts.failed << ' ' << counts.skipped;
  });
  worker.join();
  output.flush();
  _exit(0);
}

void JobPool::start(size_t index, Run run) {
  os.flush();
  pid_t child = fork();
  if (child == 0)
    runChild(index, run);
  if (child > 0)
    children[child] = index;
  else
    finished[index] = -1;
}

void JobPool::reap() {
  int status;
  pid_t child = waitpid(-1, &status, 0);
  auto known = children.find(child);
  if (known == children.end())
    return;
  finished[known->second] = status;
  children.erase(known);
  for (; shown < jobs.size() && finished[shown]; ++shown)
    show(shown);
}

void JobPool::show(size_t index) {
  auto buffer = MemoryBuffer::getFile(outputOf(index));
  StringRef text = buffer ? (*buffer)->getBuffer() : StringRef();
  auto [lines, last] = text.rsplit('\n');
  if (last.empty() || lines == text)
    std::tie(lines, last) = std::pair(StringRef(), text);
  SmallVector<StringRef, 3> numbers;
  last.split(numbers, ' ');
  Counts job;
  if (*finished[index] != 0 || numbers.size() != 3 ||
      numbers[0].getAsInteger(10, job.passed) ||
      numbers[1].getAsInteger(10, job.failed) ||
      numbers[2].getAsInteger(10, job.skipped)) {
    os << jobs[index].name << ": the compiler crashed (status "
       << *finished[index] << ")\n"
       << text.trim() << '\n';
    job = {0, 1, 0};
  } else if (!lines.empty()) {
    os << lines << '\n';
  }
  counts += job;
}

Counts runJobs(ArrayRef<ScriptJob> jobs, unsigned parallel,
               const std::string &tempDir, raw_ostream &os, Run run) {
  JobPool pool(jobs, tempDir, os);
  for (size_t i = 0; i < jobs.size(); ++i) {
    while (pool.running() >= parallel)
      pool.reap();
    pool.start(i, run);
  }
  while (pool.running())
    pool.reap();
  return pool.counts;
}

} // namespace wasmc
