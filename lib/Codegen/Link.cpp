// The part of linking that does not depend on the format: running lld.

#include "Link.h"
#include "LinkFormats.h"
#include "lld/Common/Driver.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>

LLD_HAS_DRIVER(coff)
LLD_HAS_DRIVER(elf)

using namespace llvm;

namespace wasmc {

StringRef targetName(TargetKind target) {
  return target == TargetKind::Windows ? "x86_64-windows" : "x86_64-linux";
}

std::string compilerPath() {
  // The C library's name of the program helps where /proc is missing.
  return sys::fs::getMainExecutable(program_invocation_name,
                                    reinterpret_cast<void *>(&compilerPath));
}

std::string runtimeDir(TargetKind target) {
  SmallString<256> dir(
      sys::path::parent_path(sys::path::parent_path(compilerPath())));
  sys::path::append(dir, "lib", "wasmc", targetName(target));
  return std::string(dir);
}

std::vector<std::string> linkArguments(const LinkRequest &request) {
  return request.target == TargetKind::Windows ? coffLinkArguments(request)
                                               : elfLinkArguments(request);
}

Error link(const LinkRequest &request) {
  if (!request.relocatable && !sys::fs::is_directory(request.runtimeDir))
    return createStringError("the runtime library of this target is missing: "
                             "no folder '" +
                             request.runtimeDir + "'");
  std::vector<std::string> arguments = linkArguments(request);
  std::vector<const char *> pointers;
  for (const std::string &argument : arguments)
    pointers.push_back(argument.c_str());
  std::string output;
  raw_string_ostream os(output);
  // lld may crash, or leave with exit(), on a full disk for example; lldMain
  // turns both into a result.
  lld::Result result = lld::lldMain(
      pointers, os, os,
      {{lld::Gnu, &lld::elf::link}, {lld::WinLink, &lld::coff::link}});
  if (result.retCode == 0)
    return Error::success();
  StringRef text = StringRef(os.str()).trim();
  return createStringError("the link failed" +
                           (text.empty() ? "" : ":\n" + text.str()));
}

} // namespace wasmc
