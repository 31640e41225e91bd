// What the code generator is told, as plain data: filled by the driver from
// argv, passed down by const reference, never global.

#ifndef WASMC_CODEGEN_OPTIONS_H
#define WASMC_CODEGEN_OPTIONS_H

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace wasmc {

enum class TargetKind { Linux, Windows };
enum class OptLevel { O0, O1, O2, O3, Os, Oz };

// How generated code finds linear memory (performance notes in
// docs/Rationale.md).
enum class MemoryBase {
  Auto,     // what the target does best
  Constant, // at memoryBaseAddress, folded into displacements
  Load,     // an invariant load of a runtime variable
};

// A directory the program may use (decision: baked at link time).
struct PreopenGrant {
  std::string host, guest;
  bool readOnly = false;
};

struct Policy {
  std::vector<PreopenGrant> dirs;
  std::vector<std::pair<std::string, std::string>> env; // --env K=V
  bool inheritEnv = false;                              // --inherit-env
  std::vector<std::string> inheritEnvList;              // --inherit-env=A,B
  std::string argv0;               // --argv0=; empty: the program's own
  std::vector<std::string> args;   // --arg: before the user's
  std::vector<std::string> listen; // --listen=ADDRESS:PORT
  bool lock = false;               // --lock-policy
};

struct CodegenOptions {
  TargetKind target = TargetKind::Linux;
  OptLevel opt = OptLevel::O2;
  std::string cpu = "x86-64-v2";
  std::string attrs; // -mattr: LLVM's comma separated +a,-b
  MemoryBase memoryBase = MemoryBase::Auto;
  uint64_t memoryBaseAddress = 0x10000000;
  uint64_t stackSize = 8 << 20; // bytes
  bool strictTraps = false;     // pin every load
  bool verifyIR = false;        // run the IR verifier after every stage
  bool timeReport = false;
  unsigned jobs = 0;            // 0: all cores
  std::string entry = "_start"; // of a program; empty: it has none
  // A library is called by a host (Library.h) and has no entry but
  // `_initialize`, which runs when it is instantiated.
  bool isLibrary = false;
  std::string nameSpace;      // a C identifier: of the functions a host calls
  bool manyInstances = false; // of a library, at a time (InstanceState.h)
  // What the host's objects define. A library leaves imports to its host
  // whatever these are, and so does what only asks for a header.
  std::set<std::string, std::less<>> hostSymbols;
  bool leavesImports = false;
  Policy policy;
};

} // namespace wasmc

#endif
