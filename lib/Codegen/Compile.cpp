// The code generator's recipe: plan the program, then emit, optimise and
// assemble its partitions on all cores, each in an LLVMContext of its own.
//
// Which partitions there are, and what each contains, depends on the modules
// alone; threads only decide which is compiled when. So do the output bytes.

#include "Compile.h"
#include "Library.h"
#include "ModuleEmitter.h"
#include "ObjectEmitter.h"
#include "Optimize.h"
#include "Target.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Bitcode/BitcodeWriter.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/thread.h"
#include <atomic>
#include <mutex>
#include <numeric>

using namespace llvm;

namespace wasmc {

// LLVM recurses over the depth of expressions and of the dominator tree.
static constexpr unsigned workerStackBytes = 256 << 20;

namespace {
// One compilation, shared by its worker threads.
class Compilation {
public:
  Compilation(const ProgramPlan &plan, const ReaderOptions &reader,
              const CompileRequest &request)
      : plan(plan), reader(reader), request(request) {}
  Expected<CompileResult> run();

private:
  // What one thread compiles at a time: a partition of a module, or what the
  // module has once when `partition` is the number of them.
  struct Job {
    const ModulePlan *unit;
    size_t partition;
    bool isMain() const { return partition == unit->partitions.size(); }
    uint64_t codeBytes() const {
      return isMain() ? 0 : unit->partitions[partition].codeBytes;
    }
  };
  void listJobs();
  Error emit(const Job &job, TargetMachine &machine, llvm::Module &into);
  Expected<SmallVector<char, 0>> compile(const Job &job);
  Expected<SmallVector<char, 0>> compileWhole();
  SmallVector<char, 0> finish(llvm::Module &module, TargetMachine &machine);
  void work();
  // One output for each job, or one for all.
  size_t outputCount() const {
    return request.singlePartition ? 1 : jobs.size();
  }

  const ProgramPlan &plan;
  const ReaderOptions &reader;
  const CompileRequest &request;
  std::vector<Job> jobs;
  std::vector<size_t> order; // largest first, to keep all cores busy
  std::atomic<size_t> next{0};
  std::mutex mutex; // guards what follows
  CompileResult result;
  std::vector<Error> errors;
  unsigned done = 0;
};
} // namespace

void Compilation::listJobs() {
  for (const auto &unit : plan.units)
    for (size_t i = 0; i <= unit->partitions.size(); ++i)
      jobs.push_back({unit.get(), i});
}

Error Compilation::emit(const Job &job, TargetMachine &machine,
                        llvm::Module &into) {
  ModuleEmitter emitter(*job.unit, reader, machine, into);
  if (!job.isMain())
    return emitter.emitFunctions(job.partition);
  emitter.emitInstance();
  if (job.unit == plan.units.back().get())
    emitter.emitProgram(plan.options.policy);
  return Error::success();
}

// What the output follows from: the code as the frontend emitted it, and how it
// is compiled.
static std::string cacheKey(const llvm::Module &module,
                            const CodegenOptions &options, OutputKind kind,
                            StringRef salt) {
  SmallVector<char, 0> bitcode;
  raw_svector_ostream os(bitcode);
  WriteBitcodeToFile(module, os);
  BLAKE3 hash;
  for (StringRef text : {salt, StringRef(options.cpu), StringRef(options.attrs),
                         StringRef(os.str())}) {
    // The length first, so that no two sequences of texts are one.
    hash.update(std::to_string(text.size()) + ":");
    hash.update(text);
  }
  hash.update(std::to_string(static_cast<int>(kind)));
  return toHex(hash.final(), /*LowerCase=*/true);
}

SmallVector<char, 0> Compilation::finish(llvm::Module &module,
                                         TargetMachine &machine) {
  if (plan.options.manyInstances)
    lowerInstanceState(module, plan.instances);
  auto remark = [&](const Twine &text) {
    std::lock_guard<std::mutex> lock(mutex);
    if (request.remark)
      request.remark(text);
  };
  if (request.cache) {
    const std::string key =
        cacheKey(module, plan.options, request.kind, request.cache->salt());
    if (auto kept = request.cache->find(key))
      return std::move(*kept);
    optimize(module, machine, plan.options, remark);
    SmallVector<char, 0> output = emitOutput(module, machine, request.kind);
    request.cache->store(key, output);
    return output;
  }
  optimize(module, machine, plan.options, remark);
  return emitOutput(module, machine, request.kind);
}

Expected<SmallVector<char, 0>> Compilation::compile(const Job &job) {
  LLVMContext context;
  std::unique_ptr<TargetMachine> machine = createTargetMachine(plan.options);
  std::string part = job.isMain() ? "main" : std::to_string(job.partition);
  std::unique_ptr<llvm::Module> module = ModuleEmitter::createModule(
      plan.options, *machine, context, job.unit->name + "." + part);
  if (Error error = emit(job, *machine, *module))
    return error;
  return finish(*module, *machine);
}

Expected<SmallVector<char, 0>> Compilation::compileWhole() {
  LLVMContext context;
  std::unique_ptr<TargetMachine> machine = createTargetMachine(plan.options);
  std::unique_ptr<llvm::Module> module = ModuleEmitter::createModule(
      plan.options, *machine, context, plan.units.back()->name);
  for (const Job &job : jobs)
    if (Error error = emit(job, *machine, *module))
      return error;
  return finish(*module, *machine);
}

void Compilation::work() {
  for (size_t i; (i = next.fetch_add(1)) < outputCount();) {
    size_t index = order[i];
    Expected<SmallVector<char, 0>> output =
        request.singlePartition ? compileWhole() : compile(jobs[index]);
    std::lock_guard<std::mutex> lock(mutex);
    if (output)
      result.outputs[index] = std::move(*output);
    else
      errors.push_back(output.takeError());
    if (request.progress)
      request.progress(++done, outputCount());
  }
}

Expected<CompileResult> Compilation::run() {
  listJobs();
  order.resize(outputCount());
  std::iota(order.begin(), order.end(), 0);
  llvm::stable_sort(order, [&](size_t a, size_t b) {
    return jobs[a].codeBytes() > jobs[b].codeBytes();
  });
  result.outputs.resize(outputCount());

  unsigned threadCount = plan.options.jobs;
  if (threadCount == 0)
    threadCount = hardware_concurrency().compute_thread_count();
  threadCount = std::min<size_t>(threadCount, outputCount());
  std::vector<llvm::thread> threads;
  for (unsigned i = 0; i < threadCount; ++i)
    threads.emplace_back(std::optional<unsigned>(workerStackBytes),
                         [this] { work(); });
  for (llvm::thread &thread : threads)
    thread.join();

  Error error = Error::success();
  for (Error &each : errors)
    error = joinErrors(std::move(error), std::move(each));
  if (error)
    return error;
  return std::move(result);
}

static CodegenOptions resolveOptions(CodegenOptions options) {
  // Windows maps a page at 0x7ffe0000 into every process, inside any 8 GiB
  // window that displacements could reach.
  if (options.memoryBase == MemoryBase::Auto)
    // In a process that is not its own, a library takes what addresses it gets.
    options.memoryBase =
        options.target == TargetKind::Linux && !options.isLibrary
            ? MemoryBase::Constant
            : MemoryBase::Load;
  return options;
}

Expected<CompileResult> compileProgram(ArrayRef<ProgramUnit> units,
                                       const ReaderOptions &reader,
                                       const CodegenOptions &options,
                                       const CompileRequest &request) {
  initializeTargets();
  CodegenOptions resolved = resolveOptions(options);
  Expected<std::unique_ptr<ProgramPlan>> plan =
      planProgram(units, reader, resolved, request.singlePartition);
  if (!plan)
    return plan.takeError();
  (*plan)->script = request.script;
  Expected<CompileResult> result = CompileResult();
  if (!request.onlyHeader)
    result = Compilation(**plan, reader, request).run();
  if (const LibraryInterface *host = (*plan)->host.get(); result && host) {
    result->header = libraryHeader(*host);
    if (resolved.isLibrary)
      result->librarySymbols = wasmc::librarySymbols(*host);
  }
  return result;
}

Error checkImports(ArrayRef<ProgramUnit> units, const CodegenOptions &options) {
  CodegenOptions resolved = resolveOptions(options);
  resolved.entry.clear();
  resolved.opt = OptLevel::O0; // nothing is looked at closely
  return planProgram(units, ReaderOptions(), resolved, /*singlePartition=*/true)
      .takeError();
}

} // namespace wasmc
