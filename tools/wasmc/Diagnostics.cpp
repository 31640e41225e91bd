// Names in messages come from hostile modules, so nothing reaches the terminal
// unescaped.

#include "Diagnostics.h"
#include "Frontend/Error.h"
#include "Frontend/Text/TextError.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
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
  print({}, warningsAreErrors ? Error : Warning, message);
}

static constexpr struct {
  const char *name;
  raw_ostream::Colors color;
} severityStyles[] = {{"error", raw_ostream::RED},
                      {"warning", raw_ostream::MAGENTA},
                      {"note", raw_ostream::CYAN}};

std::string Diagnostics::Location::text() const {
  if (file.empty())
    return "wasmc";
  if (offset)
    return file + ":0x" + utohexstr(*offset, /*LowerCase=*/true);
  if (line)
    return file + ":" + std::to_string(line) + ":" + std::to_string(column);
  return file;
}

// An object a line: it can be read while wasmc runs, and as far as it came if
// it did not end well.
static void printJson(json::Object object) {
  errs() << json::Value(std::move(object)) << '\n';
}

void Diagnostics::print(const Location &where, Severity severity,
                        const Twine &message) {
  if (severity == Error)
    ++errors;
  std::string text = StringRef(message.str()).rtrim('\n').str();
  if (format == DiagnosticFormat::Text)
    return printText(where, severity, text);
  json::Object object{{"kind", severityStyles[severity].name},
                      {"message", json::fixUTF8(text)}};
  if (!where.file.empty())
    object["file"] = json::fixUTF8(where.file);
  if (where.offset)
    object["offset"] = int64_t(*where.offset);
  if (where.line) {
    object["line"] = where.line;
    object["column"] = where.column;
  }
  if (!where.context.empty())
    object["context"] = json::fixUTF8(where.context);
  printJson(std::move(object));
}

void Diagnostics::printText(const Location &where, Severity severity,
                            StringRef message) {
  raw_ostream &os = errs();
  bool colored = os.colors_enabled();
  if (colored)
    os.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
  os << sanitizeForTerminal(where.text()) << ": ";
  if (colored)
    os.changeColor(severityStyles[severity].color, /*Bold=*/true);
  os << severityStyles[severity].name << ": ";
  if (colored)
    os.resetColor();
  os << sanitizeForTerminal(message) << '\n';
  if (!where.context.empty())
    os << "  " << sanitizeForTerminal(where.context) << '\n';
}

void Diagnostics::report(StringRef file, llvm::Error error) {
  Location where;
  where.file = file.str();
  handleAllErrors(
      std::move(error),
      [&](const WasmError &e) {
        where.offset = e.offset;
        where.context = e.context;
        print(where, Error, e.message);
      },
      [&](const TextError &e) {
        where.line = e.position.line;
        where.column = e.position.column;
        where.context = e.context;
        print(where, Error, e.message);
      },
      [&](const ErrorInfoBase &e) {
        // The system's errors name their file; the others are about the module.
        bool isSystem = e.convertToErrorCode() != inconvertibleErrorCode();
        print(isSystem ? Location() : where, Error, e.message());
      });
}

} // namespace wasmc
