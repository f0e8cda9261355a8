#include "render/digest.h"

#include "support/catch.h"

using namespace katern::render;

TEST_CASE("the integrity of nothing is the known SHA-384 of nothing") {
  CHECK(integrity_of("") == "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
}

TEST_CASE("a fingerprint is eight hexadecimal digits of the content") {
  CHECK(fingerprint_of("") == "38b060a7");
  CHECK(fingerprint_of("a") != fingerprint_of("b"));
}

TEST_CASE("a URL's UUID is the one that RFC 9562 has for it") {
  CHECK(uuid_of_url("https://voorbeeld.nl/x") == "38d51af5-363a-53c2-a8c9-8f4c62b456b2");
}
