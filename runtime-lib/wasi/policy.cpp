// Reads the policy. Strings stay where they are.

#include "policy.h"
#include "abi/wasmc_abi.h"
#include "os.h"

PolicyReader::PolicyReader(const uint8_t *blob) {
  static const char magic[] = "WASMCPOL";
  if (!blob)
    return;
  for (unsigned i = 0; i != 8; ++i)
    if (blob[i] != uint8_t(magic[i]))
      return;
  uint32_t version, size, count;
  cursor = blob + 8;
  end = blob + 24;
  if (!read32(&version) || version != 1 || !read32(&size) || size < 24 ||
      !read32(&flagBits) || !read32(&count))
    return;
  end = blob + size;
  left = count;
}

bool PolicyReader::read32(uint32_t *value) {
  if (end - cursor < 4)
    return false;
  __builtin_memcpy(value, cursor, 4);
  cursor += 4;
  return true;
}

bool PolicyReader::readText(TextView *text) {
  uint32_t size;
  if (!read32(&size) || size_t(end - cursor) < size)
    return false;
  *text = {reinterpret_cast<const char *>(cursor), size};
  cursor += size;
  return true;
}

bool PolicyReader::next(PolicyRow *row) {
  if (left == 0 || cursor == end)
    return false;
  --left;
  row->kind = *cursor++;
  if (readText(&row->first) && readText(&row->second))
    return true;
  left = 0;
  return false;
}

const char *policyVariable(const char *name) {
  if (PolicyReader(wasmc_module.policy).flags() & WASMC_POLICY_LOCKED)
    return nullptr;
  if (os_is_elevated())
    return nullptr;
  TextView wanted = viewOf(name);
  for (const char *const *variable = os_environ(); *variable; ++variable) {
    size_t i = 0;
    while (i != wanted.size && (*variable)[i] == name[i])
      ++i;
    if (i == wanted.size && (*variable)[i] == '=')
      return *variable + i + 1;
  }
  return nullptr;
}

bool nextItem(TextView *list, TextView *item) {
  while (list->size && *list->data == ';')
    *list = {list->data + 1, list->size - 1};
  if (!list->size)
    return false;
  size_t size = 0;
  while (size != list->size && list->data[size] != ';')
    ++size;
  *item = {list->data, size};
  *list = {list->data + size, list->size - size};
  return true;
}

bool nextDirectory(TextView *list, TextView *host, TextView *guest) {
  TextView item;
  if (!nextItem(list, &item))
    return false;
  *host = *guest = item;
  for (size_t i = 0; i + 1 < item.size; ++i)
    if (item.data[i] == ':' && item.data[i + 1] == ':') {
      *host = {item.data, i};
      *guest = {item.data + i + 2, item.size - i - 2};
      break;
    }
  return true;
}
