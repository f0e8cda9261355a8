#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace katern::citations {

/// A DOI without its resolver: "10.1080/13678868.2015.1057113", from itself, from "doi:10.…" or from a URL of doi.org.
/// Nothing where it is none (DOI Handbook, section 2.2: "10.", a registrant of four digits or more, a slash, a suffix).
std::optional<std::string> normal_doi(std::string_view text);

/// "https://doi.org/10.1000/a%3Cb": the address as APA 7 writes it, with what a URL may not hold percent-encoded.
std::string doi_url(std::string_view doi);

}  // namespace katern::citations
