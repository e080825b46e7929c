#include "text/host.hpp"

#include <catch2/catch.hpp>

using namespace rawi::text;

TEST_CASE("the host of an address, or of what is written as one, is told", "[text]") {
    struct Case {
        const char* written;
        const char* host;  // empty: none
    };
    const Case cases[] = {
        {"reuters.com", "reuters.com"},
        {"WWW.Reuters.com", "reuters.com"},
        {"https://www.reuters.com/world/?a=b.c", "reuters.com"},
        {"http://ara.reuters.com:8080", "ara.reuters.com"},
        {"bbc.co.uk/arabic", "bbc.co.uk"},
        {"al-jazirah.com", "al-jazirah.com"},
        {"Gazeta.ru", "gazeta.ru"},
        {"Reuters", ""},
        {"", ""},
        {".", ""},
        {"a..com", ""},
        {".com", ""},
        {"www.com", ""},
        {"U.S. News", ""},
        {"a.f.p", ""},
        {"The Echo. Daily", ""},
        {"أ.ف.ب", ""},
        {"https://", ""},
        {"-a.com", ""},
        {"127.0.0.1", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.written);
        CHECK(host_of(one.written).value_or("") == one.host);
    }
}

TEST_CASE("what a host is called is told without its endings", "[text]") {
    struct Case {
        const char* host;
        const char* name;
        const char* country;
    };
    const Case cases[] = {
        {"theguardian.com", "theguardian", ""},
        {"ara.reuters.com", "reuters", ""},
        {"bbc.co.uk", "bbc", "GB"},
        {"libya-herald.com.ly", "libyaherald", "LY"},
        {"independent.ie", "independent", "IE"},
        {"libyaalahrar.tv", "libyaalahrar", ""},
        {"co.uk", "co", "GB"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.host);
        CHECK(name_of_host(one.host).name == one.name);
        CHECK(name_of_host(one.host).country == one.country);
    }
}
