#include "read/picture.h"

#include <string>
#include <vector>

#include "support/catch.h"
#include "unit/read/findings.h"

using namespace katern;
using namespace std::string_literals;
using Format = read::Picture::Format;
using Texts = std::vector<std::string>;

namespace {

const std::string kPng = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\1\0\0\0\0\x80\x08\6\0\0\0"s;
const std::string kGif = "GIF89a\x2C\1\x64\0"s;
const std::string kFrame = "\xFF\xC0\0\x11\x08\0\x64\1\x2C\3"s;  // 300 by 100
const std::string kJfif = "\xFF\xE0\0\4ab"s;

/// An APP1 segment that gives the orientation, in either order of bytes.
std::string exif(char orientation, bool little = false) {
  const std::string tiff =
      little ? "II*\0\x08\0\0\0\2\0"s + "\x0F\1\2\0\1\0\0\0\0\0\0\0"s + "\x12\1\3\0\1\0\0\0"s + orientation + "\0\0\0"s
             : "MM\0*\0\0\0\x08\0\1"s + "\1\x12\0\3\0\0\0\1\0"s + orientation + "\0\0"s;
  const std::string body = "Exif\0\0"s + tiff + "\0\0\0\0"s;
  return "\xFF\xE1\0"s + static_cast<char>(body.size() + 2) + body;
}

std::string jpeg(const std::string& segments) { return "\xFF\xD8"s + segments; }

std::string webp(const std::string& chunk) { return "RIFF\0\0\0\0WEBP"s + chunk; }

const std::string kVp8 = webp("VP8 \0\0\0\0\x10\2\0\x9D\1\x2A\x2C\1\x64\0"s);
const std::string kVp8l = webp("VP8L\0\0\0\0\x2F\x2B\xC1\x18\0"s);
const std::string kVp8x = webp("VP8X\x0A\0\0\0\0\0\0\0\x2B\1\0\x63\0\0"s);
const std::string kSvg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" viewBox=\"0 0 3 1\"/>";

}  // namespace

TEST_CASE("a picture tells its format and size in its first bytes") {
  struct Case {
    const char* why;
    std::string bytes;
    Format format;
    std::uint32_t width;
    std::uint32_t height;
  };
  const std::vector<Case> cases = {
      {"PNG", kPng, Format::png, 256, 128},
      {"GIF", kGif, Format::gif, 300, 100},
      {"JPEG", jpeg(kJfif + kFrame), Format::jpeg, 300, 100},
      {"progressive JPEG", jpeg("\xFF\xC4\0\2\xFF\xC2\0\x11\x08\0\x64\1\x2C\3"s), Format::jpeg, 300, 100},
      {"JPEG with fill bytes", jpeg("\xFF\xFF\xFF"s + kFrame), Format::jpeg, 300, 100},
      {"JPEG with a lone marker", jpeg("\xFF\1"s + kFrame), Format::jpeg, 300, 100},
      {"upright", jpeg(exif(1) + kFrame), Format::jpeg, 300, 100},
      {"upside down", jpeg(exif(3) + kFrame), Format::jpeg, 300, 100},
      {"on its side", jpeg(exif(6) + kFrame), Format::jpeg, 100, 300},
      {"on its side, the other order of bytes", jpeg(exif(8, true) + kFrame), Format::jpeg, 100, 300},
      {"orientation that there is not", jpeg(exif(9) + kFrame), Format::jpeg, 300, 100},
      {"WebP", kVp8, Format::webp, 300, 100},
      {"lossless WebP", kVp8l, Format::webp, 300, 100},
      {"extended WebP", kVp8x, Format::webp, 300, 100},
      {"SVG", kSvg, Format::svg, 300, 100},
      {"SVG without a size", "<svg xmlns='http://www.w3.org/2000/svg'/>", Format::svg, 0, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto picture = read::identify(c.bytes);
    REQUIRE(picture);
    CHECK(picture->format == c.format);
    CHECK(picture->width == c.width);
    CHECK(picture->height == c.height);
  }
}

TEST_CASE("what is no picture, or breaks off, is none") {
  std::vector<std::string> cases = {
      "",
      "tekst",
      "BM",
      "%PDF-1.7",
      "<html><body/></html>",
      "<svg onload='x()' xmlns='http://www.w3.org/2000/svg'/>",
      "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\0\0\0\0\x80"s,
      "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\xFF\xFF\xFF\xFF\0\0\0\x80"s,
      jpeg("\xFF\xDA\0\2"s),
      jpeg("\xFF\xE0\0\0"s),
      jpeg("\xFF\xD9"s),
      jpeg(std::string(1000, '\xFF')),
      jpeg("\xFF\xE0\xFF\xFF"s),
      webp("VP8Z"),
  };
  const std::vector<std::string> whole = {
      kPng.substr(0, 24), kGif, jpeg(exif(6) + kFrame.substr(0, 9)), kVp8, kVp8l, kVp8x};
  for (const std::string& picture : whole) {
    for (std::size_t size = 0; size < picture.size(); ++size) cases.push_back(picture.substr(0, size));
  }
  for (const std::string& bytes : cases) {
    CAPTURE(bytes.size(), bytes.substr(0, 16));
    CHECK_FALSE(read::identify(bytes));
  }
}

TEST_CASE("a drawing is refused for what is wrong with it") {
  struct Case {
    std::string inside;
    Code code;
    const char* value;
  };
  const std::vector<Case> cases = {
      {"<svg>", Code::svg_malformed, ""},
      {"geen tekening", Code::svg_malformed, ""},
      {"<!DOCTYPE svg><svg/>", Code::svg_doctype, ""},
      {"<svg xmlns='http://www.w3.org/2000/svg'>\n<script/></svg>", Code::svg_active, "<script>"},
      {"<svg xmlns='http://www.w3.org/2000/svg'>\n<use href='a.svg'/></svg>", Code::svg_external, "href=\"a.svg\""},
      {"<svg>" + std::string(5'000'000, ' ') + "</svg>", Code::file_too_large, ""},
  };
  for (const Case& c : cases) {
    Report report;
    const auto picture = read::check_picture("content/b/tekening.svg", c.inside, report);
    REQUIRE(picture);
    CHECK(picture->width == 0);
    REQUIRE(report.findings().size() == 1);
    const Diagnostic& finding = report.findings().front();
    CHECK(finding.code == c.code);
    CHECK(finding.place.file == "content/b/tekening.svg");
    CHECK(read::argument(finding, "value") == c.value);
    if (finding.code == Code::svg_active) CHECK(finding.place.at == Position{2, 2});
  }
}

TEST_CASE("a drawing is checked under any name") {
  Report report;
  read::check_picture("content/b/foto.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", report);
  CHECK(read::findings(report) == Texts{"content/b/foto.png: svg-active"});
}

TEST_CASE("a name that belongs to another format is a warning") {
  struct Case {
    const char* name;
    std::string bytes;
    const char* better;
  };
  const std::vector<Case> cases = {
      {"foto.jpg", kPng, "foto.png"},  {"foto.png", jpeg(kFrame), "foto.jpg"}, {"logo.v2.svg", kGif, "logo.v2.gif"},
      {"logo.gif", kVp8, "logo.webp"}, {"logo.png", kSvg, "logo.svg"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    Report report;
    CHECK(read::check_picture("content/b/" + std::string(c.name), c.bytes, report));
    REQUIRE(read::findings(report) == Texts{"content/b/" + std::string(c.name) + ": picture-mislabelled"});
    CHECK(read::argument(report.findings().front(), "better") == c.better);
  }
}

TEST_CASE("a picture under its own name is no finding, nor is a file of another sort") {
  Report report;
  CHECK(read::check_picture("a.PNG", kPng, report));
  CHECK(read::check_picture("a.jpeg", jpeg(kFrame), report));
  CHECK(read::check_picture("a.JPG", jpeg(kFrame), report));
  CHECK(read::check_picture("a.svg", kSvg, report));
  CHECK_FALSE(read::check_picture("a.pdf", "%PDF-1.7", report));
  CHECK_FALSE(read::check_picture("a.png", "kapot", report));
  CHECK(report.empty());
}
