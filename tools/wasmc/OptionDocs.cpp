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

// As the user writes the option: "-o <file>".
static std::string usage(const OptTable &table, unsigned id) {
  const Option option = table.getOption(id);
  bool isSeparate = option.getKind() == Option::SeparateClass ||
                    option.getKind() == Option::JoinedOrSeparateClass;
  std::string text = option.getPrefixedName().str() + (isSeparate ? " " : "");
  if (const char *metaVar = table.getOptionMetaVar(id))
    text += metaVar;
  return text;
}

static void printMarkdownRow(raw_ostream &os, const OptTable &table,
                             unsigned id) {
  const Option option = table.getOption(id);
  os << "| `" << usage(table, id) << "` | " << table.getOptionHelpText(id)
     << (option.hasFlag(HelpHidden) ? " (for developers)" : "") << " |\n";
}

// Calls onGroup(help text) for each group of options, and after it onOption(id)
// for each of its options that has a help text.
template <typename OnGroup, typename OnOption>
static void forEachOption(const OptTable &table, OnGroup onGroup,
                          OnOption onOption) {
  unsigned count = table.getNumOptions();
  for (unsigned group = 1; group <= count; ++group) {
    if (table.getOptionKind(group) != Option::GroupClass)
      continue;
    onGroup(table.getOptionHelpText(group));
    for (unsigned id = 1; id <= count; ++id)
      if (table.getOptionGroupID(id) == group && table.getOptionHelpText(id))
        onOption(id);
  }
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
  forEachOption(
      table,
      [&](StringRef group) {
        os << "\n## " << group << "\n\n| option | meaning |\n|---|---|\n";
      },
      [&](unsigned id) { printMarkdownRow(os, table, id); });
}

// Text for troff: no line begins with a request, and '-' is no hyphen.
static std::string troff(StringRef text) {
  std::string out;
  for (char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '.' || c == '\'')
      (out += "\\&") += c;
    else
      out += c;
  }
  return out;
}

void printMan(raw_ostream &os) {
  WasmcOptTable table;
  os << ".TH WASMC 1 \"\" \"wasmc " WASMC_VERSION "\"\n"
        ".SH NAME\nwasmc \\- compile WebAssembly modules to a native program\n"
        ".SH SYNOPSIS\n"
        ".B wasmc\n[\\fIoptions\\fR] \\fImodule\\fR...\n.br\n"
        ".B wasmc run\n"
        "[\\fIoptions\\fR] \\fImodule\\fR [\\fIarguments\\fR]\n"
        ".SH DESCRIPTION\n"
        "The first form makes a program for x86_64 Linux or Windows that "
        "depends on nothing. The second compiles into a cache and becomes the "
        "program. Modules may be binary or text; several are linked by the "
        "names of their imports. A module of \\- is standard input, and "
        "@\\fIfile\\fR reads more arguments from a file.\n";
  forEachOption(
      table, [&](StringRef group) { os << ".SH " << troff(group) << '\n'; },
      [&](unsigned id) {
        if (!table.getOption(id).hasFlag(HelpHidden))
          os << ".TP\n.B " << troff(usage(table, id)) << '\n'
             << troff(table.getOptionHelpText(id)) << '\n';
      });
  os << ".SH EXIT STATUS\n"
        "0 on success, 1 after an error in the input or the command line, 70 "
        "after an internal error. \\fBwasmc run\\fR ends as the program does.\n"
        ".SH ENVIRONMENT\n"
        ".TP\n.B NO_COLOR\nNo colour in messages.\n"
        ".TP\n.B XDG_CACHE_HOME\nWhere \\fBwasmc run\\fR keeps programs.\n"
        ".TP\n.BR WASMC_DIR \", \" WASMC_ENV \", \" WASMC_LISTEN\n"
        "What a program may use beyond its policy, unless that is locked.\n"
        ".SH SEE ALSO\n.BR clang (1)\n";
}

} // namespace wasmc
