// Renders every example of the CommonMark specification with our own renderer, all that Katern adds switched off, and
// compares the HTML. What differs on purpose stands in exceptions.txt, each number with its reason; an exception that
// passes is a failure too.
//
//   commonmark_examples spec.txt exceptions.txt

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "parse/markdown.h"

namespace {

struct Example {
  std::string markdown;
  std::string html;
};

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// The specification writes tabs as arrows.
std::string with_tabs(std::string text) { return replace_all(std::move(text), "→", "\t"); }

/// Same meaning, other spelling: the specification closes void elements as XML does, and writes quotes by name.
std::string normalized(std::string html) {
  html = replace_all(std::move(html), " />", ">");
  html = replace_all(std::move(html), "&#34;", "&quot;");
  return replace_all(std::move(html), "&#39;", "'");
}

/// Between fences of 32 backticks stand the Markdown, a line with a full stop, and the HTML.
std::vector<Example> read_examples(std::istream& spec) {
  const std::string fence(32, '`');
  std::vector<Example> examples;
  std::string* part = nullptr;
  for (std::string line; std::getline(spec, line);) {
    if (line == "<!-- END TESTS -->") break;
    if (line == fence + " example") {
      part = &examples.emplace_back().markdown;
    } else if (line == fence) {
      part = nullptr;
    } else if (part != nullptr && line == "." && part == &examples.back().markdown) {
      part = &examples.back().html;
    } else if (part != nullptr) {
      *part += line + '\n';
    }
  }
  return examples;
}

struct Exception {
  std::string reason;
  bool may_pass = false;  ///< versions of cmark-gfm differ
};

/// Lines of a number, a question mark where the example may pass as well, and a reason; # begins a remark.
std::map<std::size_t, Exception> read_exceptions(std::istream& file) {
  std::map<std::size_t, Exception> exceptions;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::size_t number = 0;
    words >> number;
    Exception& exception = exceptions[number];
    exception.may_pass = words.peek() == '?';
    if (exception.may_pass) words.get();
    std::getline(words >> std::ws, exception.reason);
  }
  return exceptions;
}

katern::parse::MarkdownOptions plain() {
  katern::parse::MarkdownOptions options;
  options.smart_punctuation = false;
  options.heading_ids = false;
  options.figures = false;
  options.holes = false;
  options.mark_external = false;
  options.table_wrappers = false;
  return options;
}

std::string rendered(const std::string& markdown) {
  katern::Report report;
  return katern::parse::parse_markdown(markdown, "spec.md", report, 1, plain()).html;
}

void print_difference(std::size_t number, const Example& example, const std::string& html) {
  std::cout << "\nExample " << number << " differs\n--- Markdown\n"
            << example.markdown << "--- expected\n"
            << example.html << "--- ours\n"
            << html;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: commonmark_examples spec.txt exceptions.txt\n";
    return 2;
  }
  std::ifstream spec(argv[1]);
  std::ifstream exceptions_file(argv[2]);
  const std::vector<Example> examples = read_examples(spec);
  const std::map<std::size_t, Exception> exceptions = read_exceptions(exceptions_file);
  std::size_t passed = 0;
  std::size_t excepted = 0;
  std::size_t failed = 0;
  for (std::size_t number = 1; number <= examples.size(); ++number) {
    const Example& example = examples[number - 1];
    const std::string html = normalized(rendered(with_tabs(example.markdown)));
    const bool same = html == normalized(with_tabs(example.html));
    const auto exception = exceptions.find(number);
    const bool listed = exception != exceptions.end();
    if (same && (!listed || exception->second.may_pass)) {
      ++passed;
    } else if (!same && listed) {
      ++excepted;
    } else if (same) {
      ++failed;
      std::cout << "\nExample " << number << " passes, but is an exception: " << exception->second.reason << '\n';
    } else {
      ++failed;
      print_difference(number, example, html);
    }
  }
  std::cout << "CommonMark examples: " << passed << " of " << examples.size() << " pass, " << excepted
            << " differ on purpose, " << failed << " fail\n";
  return failed == 0 && !examples.empty() && passed + excepted == examples.size() ? 0 : 1;
}
