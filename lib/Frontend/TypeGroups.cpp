// Keys of recursive groups.

#include "TypeGroups.h"

using namespace llvm;
using namespace wasmc;

std::string wasmc::keyOfTypeGroup(ArrayRef<FuncType> group, uint32_t first,
                                  function_ref<uint32_t(uint32_t)> numberOf) {
  std::string key;
  auto add = [&](ArrayRef<ValType> types) {
    for (ValType type : types) {
      if (!type.hasTypeIndex()) {
        key += toString(type) + " ";
        continue;
      }
      const uint32_t typeidx = type.heap;
      const bool isMember = typeidx >= first && typeidx - first < group.size();
      key += type.nullable ? "null " : "ref ";
      key += isMember ? "+" + std::to_string(typeidx - first)
                      : std::to_string(numberOf(typeidx));
      key += ' ';
    }
  };
  for (const FuncType &type : group) {
    add(type.params);
    key += "-> ";
    add(type.results);
    key += "; ";
  }
  return key;
}
