// What the program may use of the host: the rows that the compiler put into
// the program, and what the user adds when starting it.

#ifndef WASMC_WASI_POLICY_H
#define WASMC_WASI_POLICY_H

#include "abi/policy_blob.h"

// Whether the user may extend the policy: not if it is locked or the process
// has raised privileges.
bool userMayExtendPolicy();

// The value of the host's environment variable `name` if the user may extend
// the policy; else, or if it is unset, null.
const char *policyVariable(const char *name);

// Takes the next item of a list separated by ';' off `list`. False at its end.
bool nextItem(TextView *list, TextView *item);

// Takes the next "HOST[::GUEST]" of a list separated by ';' off `list`. False
// at its end. The last "::" divides; without one both
// are the same text.
bool nextDirectory(TextView *list, TextView *host, TextView *guest);

#endif
