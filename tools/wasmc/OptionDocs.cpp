// What users read about the options, made from the table of them.

#include "OptionTable.h"
#include "Options.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace llvm::opt;

namespace wasmc {

void printHelp(raw_ostream &os, bool hidden) {
  WasmcOptTable().printHelp(
      os,
      "wasmc [options] <module>...\n"
      "       wasmc run [options] <module> [arguments]",
      "wasmc: compiles WebAssembly modules to a native program", hidden,
      /*ShowAllAliases=*/true);
}

static void printMarkdownRow(raw_ostream &os, const OptTable &table,
                             unsigned id) {
  const Option option = table.getOption(id);
  bool isSeparate = option.getKind() == Option::SeparateClass ||
                    option.getKind() == Option::JoinedOrSeparateClass;
  os << "| `" << option.getPrefixedName() << (isSeparate ? " " : "");
  if (const char *metaVar = table.getOptionMetaVar(id))
    os << metaVar;
  os << "` | " << table.getOptionHelpText(id)
     << (option.hasFlag(HelpHidden) ? " (for developers)" : "") << " |\n";
}

// One table a group.
void printMarkdown(raw_ostream &os) {
  WasmcOptTable table;
  os << "<!-- Generated from tools/wasmc/Options.td by `wasmc "
        "--help-markdown`; do not edit. -->\n\n"
        "# The command line\n\n"
        "`wasmc [options] <module>...` compiles a WebAssembly module, or "
        "several that import\nfrom each other, to a native program.\n\n"
        "`wasmc run [options] <module> [arguments]` compiles it into a cache "
        "and becomes the program.\n\n"
        "A module of `-` is standard input. `@file` reads more arguments from "
        "a file. The exit\nstatus is 0 on success, 1 after an error in the "
        "input or the command line, and 70\nafter an internal error.\n";
  unsigned count = table.getNumOptions();
  for (unsigned group = 1; group <= count; ++group) {
    if (table.getOptionKind(group) != Option::GroupClass)
      continue;
    os << "\n## " << table.getOptionHelpText(group)
       << "\n\n| option | meaning |\n|---|---|\n";
    for (unsigned id = 1; id <= count; ++id)
      if (table.getOptionGroupID(id) == group && table.getOptionHelpText(id))
        printMarkdownRow(os, table, id);
  }
}

} // namespace wasmc
