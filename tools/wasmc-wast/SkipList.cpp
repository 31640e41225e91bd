// Which commands are expected to fail; the header has the format.

#include "SkipList.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace wasmc {

Error SkipList::parse(StringRef contents) {
  SmallVector<StringRef, 32> entries;
  contents.split(entries, '\n');
  for (auto [number, entry] : enumerate(entries)) {
    entry = entry.trim();
    if (entry.empty() || entry.starts_with("#"))
      continue;
    auto [place, reason] = entry.split(": ");
    auto [script, numbers] = place.split(':');
    if (reason.trim().empty() || script.empty())
      return createStringError("line " + Twine(number + 1) +
                               ": expected FILE[:LINES]: REASON");
    if (numbers.empty()) {
      leftOut.push_back(script.str());
      continue;
    }
    SmallVector<StringRef, 8> each;
    numbers.split(each, ',');
    for (StringRef text : each) {
      uint32_t line;
      if (text.getAsInteger(10, line))
        return createStringError("line " + Twine(number + 1) + ": '" + text +
                                 "' is not a line number");
      lines[script.str()].insert(line);
    }
  }
  return Error::success();
}

bool SkipList::isLeftOut(StringRef script) const {
  return llvm::any_of(leftOut, [&](const std::string &entry) {
    return script == entry ||
           (StringRef(entry).ends_with("/") && script.starts_with(entry));
  });
}

std::set<uint32_t> SkipList::linesOf(StringRef script) const {
  auto known = lines.find(script.str());
  return known == lines.end() ? std::set<uint32_t>() : known->second;
}

} // namespace wasmc
