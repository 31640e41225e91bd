// Positions in a text: byte offsets become lines and columns only when someone
// is told.

#include "TextError.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

using namespace llvm;
using namespace wasmc;

char TextError::ID = 0;

void TextError::log(raw_ostream &os) const {
  os << position.line << ':' << position.column << ": " << message;
  if (!context.empty())
    os << "\n  " << context;
}

LineTable::LineTable(StringRef source) {
  for (size_t at = source.find('\n'); at != StringRef::npos;
       at = source.find('\n', at + 1))
    starts.push_back(uint32_t(at + 1));
}

LineColumn LineTable::position(uint32_t offset) const {
  auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  return {uint32_t(next - starts.begin()), offset - *(next - 1) + 1};
}

Error TextErrors::take(const LineTable &lines) {
  if (!first)
    return Error::success();
  Entry entry = std::move(*first);
  first.reset();
  return make_error<TextError>(lines.position(entry.offset), entry.message);
}
