// Outlets that no list tells of, and those who present or write for them, where names show by capitals.
#pragma once

#include "sources/mention.hpp"

namespace rawi::sources {

/// "Jutro's Jane Doe", "Jutro reporter Jane Doe", of whatever is an outlet: the name that stands before the person's;
/// all of it where there is none.
[[nodiscard]] TokenRange without_presenter(const Article& article, TokenRange outlet);

/// "The Springfield Herald political columnist", "a reporter for Jutro": of a speaker called so by `noun`.
[[nodiscard]] TokenRange house_of_presenter(const Article& article, TokenRange speaker, TokenRange noun);

}  // namespace rawi::sources
