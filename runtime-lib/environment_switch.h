// Switches that a user sets in the host's environment when starting a program.

#ifndef WASMC_ENVIRONMENT_SWITCH_H
#define WASMC_ENVIRONMENT_SWITCH_H

// The value of the host's variable `name` if it is one character, else 0. Also
// 0 if the process has raised privileges, so that the environment must not be
// trusted.
char environmentSwitch(const char *name);

#endif
