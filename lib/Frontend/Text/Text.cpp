// Source to tokens to bytes.

#include "Text.h"
#include "../Error.h"
#include "ModuleParser.h"

using namespace llvm;
using namespace wasmc;

LineColumn AssembledText::position(uint64_t offset) const {
  auto after = [](uint64_t offset, const TextPosition &position) {
    return offset < position.offset;
  };
  auto next =
      std::upper_bound(positions.begin(), positions.end(), offset, after);
  return next == positions.begin() ? LineColumn() : (next - 1)->source;
}

Error AssembledText::locate(Error error) const {
  return handleErrors(std::move(error), [&](const WasmError &e) {
    return make_error<TextError>(position(e.offset), e.message, e.context);
  });
}

AssembledText wasmc::withPositions(MarkedBytes bytes, const LineTable &lines) {
  AssembledText result;
  result.binary = std::move(bytes.data);
  result.positions.reserve(bytes.marks.size());
  for (Mark mark : bytes.marks)
    result.positions.push_back({mark.offset, lines.position(mark.source)});
  return result;
}

Expected<AssembledText> wasmc::assembleText(StringRef source) {
  LexedText lexed;
  TextErrors errors;
  if (!lexText(source, lexed, errors))
    return errors.take(lexed.lines);
  ModuleParser parser(lexed, errors, 0);
  if (!parser.parseModule())
    return errors.take(lexed.lines);
  return withPositions(parser.finish(), lexed.lines);
}

bool wasmc::looksLikeText(StringRef contents) {
  contents = contents.ltrim(" \t\r\n");
  return contents.starts_with("(") || contents.starts_with(";;");
}
