// Scripts with which shells complete the options of wasmc.

#include "OptionTable.h"
#include "Options.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace llvm::opt;

namespace wasmc {

// Calls `visit` for each option that --help lists.
static void
forEachOption(function_ref<void(const OptTable &, unsigned)> visit) {
  WasmcOptTable table;
  for (unsigned id = 1; id <= table.getNumOptions(); ++id)
    if (table.getOptionKind(id) != Option::GroupClass &&
        table.getOptionHelpText(id) && !table.getOption(id).hasFlag(HelpHidden))
      visit(table, id);
}

// bash takes the '=' of an option for the end of a word: behind it come files.
void printBashCompletion(raw_ostream &os) {
  os << "# Completion for wasmc; from tools/wasmc/Options.td.\n"
        "_wasmc() {\n"
        "  local word=${COMP_WORDS[COMP_CWORD]} options='\n";
  forEachOption([&](const OptTable &table, unsigned id) {
    os << table.getOption(id).getPrefixedName() << '\n';
  });
  os << "'\n"
        "  COMPREPLY=()\n"
        "  if [[ $word == -* ]]; then\n"
        "    mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\")\n"
        "    if [[ ${COMPREPLY[*]} == *= ]]; then compopt -o nospace; fi\n"
        "  elif ((COMP_CWORD == 1)) && [[ run == \"$word\"* && $word ]]; then\n"
        "    COMPREPLY=(run)\n"
        "  fi\n"
        "}\n"
        "complete -o default -F _wasmc wasmc\n";
}

// Text within '...' and [...] of _arguments.
static std::string quoteForZsh(StringRef text) {
  std::string out;
  for (char c : text) {
    if (c == '\'')
      out += "'\\'";
    else if (StringRef("[]:\\").contains(c))
      out += '\\';
    out += c;
  }
  return out;
}

void printZshCompletion(raw_ostream &os) {
  os << "#compdef wasmc\n"
        "# Completion for wasmc; from tools/wasmc/Options.td.\n"
        "_arguments \\\n";
  forEachOption([&](const OptTable &table, unsigned id) {
    const Option option = table.getOption(id);
    os << "  '*" << quoteForZsh(option.getPrefixedName());
    const char *metaVar = table.getOptionMetaVar(id);
    if (metaVar) // '-': the value follows at once, '+': or as the next word
      os << (option.getKind() == Option::JoinedClass ||
                     option.getKind() == Option::CommaJoinedClass
                 ? "-"
                 : "+");
    os << '[' << quoteForZsh(table.getOptionHelpText(id)) << ']';
    if (metaVar)
      os << ':' << quoteForZsh(StringRef(metaVar).trim("<>")) << ":_files";
    os << "' \\\n";
  });
  os << "  '*:module:_files'\n";
}

} // namespace wasmc
