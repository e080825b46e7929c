// What definite descriptions that a pack lists as anaphors refer back to: the source, the paper, المسؤول.
#pragma once

#include <cstdint>

namespace rawi::language {

enum class Reference : std::uint8_t {
    source,        ///< whoever was the source last
    outlet,        ///< an outlet
    role,          ///< somebody described by what they are
    official,      ///< somebody by whatever office: the Russian official
    latter,        ///< whoever was named last
    document,      ///< a statement, a report
    organisation,  ///< a body
};

}  // namespace rawi::language
