// What the user adds to the policy.

#include "policy.h"
#include "abi/wasmc_abi.h"
#include "os.h"

bool userMayExtendPolicy() {
  bool locked = PolicyReader(wasmc_module.policy).flags() & WASMC_POLICY_LOCKED;
  return !locked && !os_is_elevated();
}

const char *policyVariable(const char *name) {
  if (!userMayExtendPolicy())
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
  for (size_t i = item.size; i-- > 1;)
    if (item.data[i - 1] == ':' && item.data[i] == ':') {
      *host = {item.data, i - 1};
      *guest = {item.data + i + 1, item.size - i - 1};
      break;
    }
  return true;
}
