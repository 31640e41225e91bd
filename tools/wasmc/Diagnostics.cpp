// Names in messages come from hostile modules, so nothing reaches the terminal
// unescaped.

#include "Diagnostics.h"
#include "Frontend/Error.h"
#include "Frontend/Text/TextError.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

using namespace llvm;

namespace wasmc {

std::string sanitizeForTerminal(StringRef text) {
  std::string out;
  out.reserve(text.size());
  auto escape = [&](unsigned char byte) {
    out += "\\x";
    out += hexdigit(byte >> 4, /*LowerCase=*/true);
    out += hexdigit(byte & 15, /*LowerCase=*/true);
  };
  for (size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = text[i];
    bool isC0 = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f;
    bool isC1 = byte == 0xc2 && i + 1 < text.size() &&
                static_cast<unsigned char>(text[i + 1]) >= 0x80 &&
                static_cast<unsigned char>(text[i + 1]) < 0xa0;
    if (isC1) {
      escape(byte);
      escape(text[++i]);
    } else if (isC0) {
      escape(byte);
    } else {
      out += static_cast<char>(byte);
    }
  }
  return out;
}

void Diagnostics::setColor(ColorMode mode) {
  bool on = mode == ColorMode::Always;
  if (mode == ColorMode::Auto) {
    const char *noColor = std::getenv("NO_COLOR");
    on = sys::Process::StandardErrHasColors() && !(noColor && *noColor);
  }
  errs().enable_colors(on);
}

void Diagnostics::warning(const Twine &message) {
  if (noWarnings)
    return;
  print("wasmc", warningsAreErrors ? Error : Warning, message);
}

void Diagnostics::print(const Twine &where, Severity severity,
                        const Twine &message) {
  static const struct {
    const char *name;
    raw_ostream::Colors color;
  } styles[] = {{"error: ", raw_ostream::RED},
                {"warning: ", raw_ostream::MAGENTA},
                {"note: ", raw_ostream::CYAN}};
  if (severity == Error)
    ++errors;
  raw_ostream &os = errs();
  bool colored = os.colors_enabled();
  if (colored)
    os.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  os << sanitizeForTerminal(where.str()) << ": ";
  if (colored)
    os.changeColor(styles[severity].color, /*Bold=*/true);
  os << styles[severity].name;
  if (colored)
    os.resetColor();
  os << StringRef(sanitizeForTerminal(message.str())).rtrim('\n') << '\n';
}

void Diagnostics::report(StringRef file, llvm::Error error) {
  handleAllErrors(
      std::move(error),
      [&](const WasmError &e) {
        print(Twine(file) + ":0x" + Twine::utohexstr(e.offset), Error,
              e.message);
        if (!e.context.empty())
          errs() << "  " << sanitizeForTerminal(e.context) << '\n';
      },
      [&](const TextError &e) {
        print(Twine(file) + ":" + Twine(e.position.line) + ":" +
                  Twine(e.position.column),
              Error, e.message);
        if (!e.context.empty())
          errs() << "  " << sanitizeForTerminal(e.context) << '\n';
      },
      [&](const ErrorInfoBase &e) {
        // The system's errors name their file; the others are about the module.
        bool isSystem = e.convertToErrorCode() != inconvertibleErrorCode();
        print(isSystem ? "wasmc" : file, Error, e.message());
      });
}

} // namespace wasmc
