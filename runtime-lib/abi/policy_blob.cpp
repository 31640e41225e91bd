// The reader of the policy. Strings stay where they are.

#include "policy_blob.h"

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
  end = nullptr;
  return false;
}
