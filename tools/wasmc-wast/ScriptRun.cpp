// From a planned script to what its calls did; the header says more.

#include "ScriptRun.h"
#include "Codegen/Link.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <csignal>
#include <thread>

using namespace llvm;

namespace wasmc {

static std::string inDir(const RunSettings &settings, const Twine &name) {
  SmallString<128> path(settings.tempDir);
  sys::path::append(path, name);
  return std::string(path);
}

static Error writeObject(const std::string &path, ArrayRef<char> bytes) {
  std::error_code code;
  raw_fd_ostream os(path, code);
  if (!code) {
    os.write(bytes.data(), bytes.size());
    os.close();
    code = os.error();
  }
  if (!code)
    return Error::success();
  os.clear_error();
  return createStringError("cannot write '" + path + "': " + code.message());
}

static Error buildProgram(const ScriptPlan &plan, const RunSettings &settings,
                          const std::string &output) {
  CompileRequest request;
  request.singlePartition = true;
  request.script = &plan.program;
  Expected<CompileResult> compiled =
      compileProgram(plan.units, settings.reader, settings.codegen, request);
  if (!compiled)
    return compiled.takeError();
  LinkRequest linkRequest;
  linkRequest.target = settings.codegen.target;
  linkRequest.runtimeDir = settings.runtimeDir;
  linkRequest.output = output;
  linkRequest.stackSize = settings.codegen.stackSize;
  linkRequest.threads = 1;
  for (auto [i, object] : enumerate(compiled->outputs)) {
    std::string path = inDir(settings, "object" + Twine(i) + ".o");
    if (Error error = writeObject(path, object))
      return error;
    linkRequest.objects.push_back(path);
  }
  return link(linkRequest);
}

// Reads what the program reported; what is cut short is left out.
static std::map<uint32_t, CallOutcome> parseRecords(StringRef bytes) {
  std::map<uint32_t, CallOutcome> outcomes;
  while (bytes.size() >= sizeof(WasmcScriptRecord)) {
    WasmcScriptRecord record;
    memcpy(&record, bytes.data(), sizeof record);
    bytes = bytes.drop_front(sizeof record);
    size_t size = record.numResults * sizeof(WasmcSlot);
    if (bytes.size() < size)
      break;
    CallOutcome &outcome = outcomes[record.id];
    outcome.trap = record.trap;
    outcome.results.resize(record.numResults);
    memcpy(outcome.results.data(), bytes.data(), size);
    bytes = bytes.drop_front(size);
  }
  return outcomes;
}

static std::string fileContents(const std::string &path) {
  auto buffer = MemoryBuffer::getFile(path);
  return buffer ? (*buffer)->getBuffer().str() : std::string();
}

// Waits for the end of the process, or kills it after a while: "" or why it did
// not end well. LLVM's own time limit is a signal, which another thread of this
// process might get.
static std::string waitFor(sys::ProcessInfo process, unsigned timeout) {
  using namespace std::chrono;
  auto end = steady_clock::now() + seconds(timeout);
  milliseconds pause(1);
  for (;;) {
    std::string message;
    sys::ProcessInfo ended =
        sys::Wait(process, /*SecondsToWait=*/0, &message, nullptr,
                  /*Polling=*/true);
    if (ended.Pid)
      return ended.ReturnCode == 0 ? ""
             : ended.ReturnCode > 0
                 ? "the program ended with " + itostr(ended.ReturnCode)
                 : "the program crashed: " + message;
    if (steady_clock::now() > end) {
      kill(process.Pid, SIGKILL);
      sys::Wait(process, std::nullopt);
      return "the program did not end in " + utostr(timeout) + " s";
    }
    std::this_thread::sleep_for(pause);
    pause = std::min(2 * pause, milliseconds(20));
  }
}

// Runs the program: why it did not end well, or "".
static std::string execute(const RunSettings &settings,
                           const std::string &program,
                           const std::string &output,
                           const std::string &errorOutput) {
  SmallVector<StringRef, 4> arguments;
  for (const std::string &word : settings.launcher)
    arguments.push_back(word);
  arguments.push_back(program);
  ErrorOr<std::string> executable = sys::findProgramByName(arguments[0]);
  if (!executable)
    return "cannot find the program '" + arguments[0].str() + "'";
  std::optional<StringRef> redirects[] = {
      StringRef("/dev/null"), StringRef(output), StringRef(errorOutput)};
  std::string message;
  sys::ProcessInfo process = sys::ExecuteNoWait(
      *executable, arguments, std::nullopt, redirects, 0, &message);
  if (!process.Pid)
    return "cannot start the program: " + message;
  std::string why = waitFor(process, settings.timeout);
  if (why.empty())
    return "";
  std::string text = fileContents(errorOutput);
  StringRef said = text;
  return why + (said.trim().empty() ? "" : ": " + said.trim().str());
}

Expected<RunResult> runScript(const ScriptPlan &plan,
                              const RunSettings &settings) {
  bool isWindows = settings.codegen.target == TargetKind::Windows;
  std::string program = inDir(settings, isWindows ? "script.exe" : "script");
  if (Error error = buildProgram(plan, settings, program))
    return error;
  RunResult result;
  std::string output = inDir(settings, "records");
  std::string errorOutput = inDir(settings, "stderr");
  result.failure = execute(settings, program, output, errorOutput);
  // Wine's server ends a process at its start now and then, with status 1 and
  // not a word. What our program does wrong it does again.
  if (!result.failure.empty() && !settings.launcher.empty() &&
      fileContents(output).empty()) {
    errs() << "wasmc-wast: note: '" << settings.launcher.front()
           << "' starts a program again: " << result.failure << '\n';
    result.failure = execute(settings, program, output, errorOutput);
  }
  result.outcomes = parseRecords(fileContents(output));
  return result;
}

} // namespace wasmc
