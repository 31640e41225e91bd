// The argument vectors for lld's two drivers, for Link.cpp alone.

#ifndef WASMC_CODEGEN_LINKFORMATS_H
#define WASMC_CODEGEN_LINKFORMATS_H

#include "Link.h"

namespace wasmc {

std::vector<std::string> elfLinkArguments(const LinkRequest &request);
std::vector<std::string> coffLinkArguments(const LinkRequest &request);

} // namespace wasmc

#endif
