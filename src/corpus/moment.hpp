// When an article appeared; text/moment.hpp reads it.
#pragma once

#include "text/moment.hpp"

namespace rawi::corpus {

using text::day_of;
using text::known_earlier;
using text::Moment;
using text::read_moment;
using text::text_of;

}  // namespace rawi::corpus
