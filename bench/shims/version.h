// libsodium includes it by this name, too.
#include "sodium/version.h"
