// The tests' main function, in a file of its own because Catch2 takes seconds to compile it.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
