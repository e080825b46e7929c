// Speech without quotation marks that goes on over more than one sentence.
#pragma once

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// وقال المدرب: خضنا مباراة صعبة. كان الخصم متحمسا. ووقع النادي عقدا: words that a colon opens without marks go on in
/// the paragraph until the narrator speaks again, who begins a sentence with a conjunction and a verb, or gives
/// somebody's words. Where heads stand first. What the speaker says of himself there ("I believe") is no attribution of
/// its own.
void let_speech_run(const Article& article, Findings& findings);

}  // namespace rawi::attribution
