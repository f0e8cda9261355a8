#include <algorithm>

#include "parse/markdown.h"
#include "render/citation_functions.h"
#include "render/renderer.h"
#include "templating/printing.h"
#include "text/words.h"
#include "value/dict.h"

namespace katern::render {
namespace {

using templating::Arguments;
using templating::Builtin;
using templating::Caller;
using templating::CallError;
using templating::CallResult;

template <class Items, class NameOf>
std::string nearest_of(std::string_view name, const Items& items, NameOf name_of) {
  std::vector<std::string> names;
  for (const auto& item : items) names.emplace_back(name_of(item));
  return text::nearest(name, names).value_or("");
}

CallResult failure(Code code, std::string_view argument, std::string_view value, std::string suggestion = {}) {
  return unexpected(CallError{code, {{std::string(argument), std::string(value)}}, std::move(suggestion)});
}

std::string as_text(const Value& value) { return value.is_string() ? std::string(value.as_string()) : std::string(); }

CallError no_argument(std::string_view name) {
  return {Code::call_missing_argument, {{"callee", "t"}, {"argument", std::string(name)}}, {}};
}

// `{name}` in a text of the theme stands for the argument of that name; none is nothing there, as everywhere.
CallResult filled(std::string_view text, const Arguments& arguments) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    out += text.substr(0, open);
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) return Value::string(open == close ? out : out.append(text.substr(open)));
    const std::string_view name = text.substr(open + 1, close - open - 1);
    const auto given = std::find_if(arguments.named.begin(), arguments.named.end(),
                                    [&](const auto& argument) { return argument.first.text == name; });
    if (given == arguments.named.end()) return unexpected(no_argument(name));
    if (!given->second.is_none()) {
      if (auto error = templating::append_text(out, given->second)) return unexpected(*std::move(error));
    }
    text.remove_prefix(close + 1);
  }
  return Value::string(out);
}

Builtin text_function(const Theme& theme) {
  const auto run = [&theme](const Arguments& arguments, Caller&) -> CallResult {
    const std::string key = as_text(arguments.positional[0]);
    const auto found = theme.texts.find(key);
    if (found != theme.texts.end()) return filled(found->second, arguments);
    return failure(Code::text_unknown, "key", key, nearest_of(key, theme.texts, [](const auto& t) { return t.first; }));
  };
  return {"t", {{"key", std::nullopt}}, true, "A text of the theme's i18n, with `{name}` filled in.", run};
}

Builtin asset_function(const Theme& theme, const Addresses& addresses) {
  const auto run = [&theme, &addresses](const Arguments& arguments, Caller&) -> CallResult {
    const std::string name = as_text(arguments.positional[0]);
    const auto found =
        std::find_if(theme.assets.begin(), theme.assets.end(), [&](const auto& a) { return a.name == name; });
    if (found == theme.assets.end()) {
      return failure(Code::asset_unknown, "name", name,
                     nearest_of(name, theme.assets, [](const auto& a) { return a.name; }));
    }
    return make_dict(
        {{"url", Value::string(addresses.prefix() + found->url)}, {"integrity", Value::view(found->integrity)}});
  };
  return {"asset", {{"name", std::nullopt}}, false, "The `url` and `integrity` of a file of the theme's assets.", run};
}

Builtin absolute_url_filter(const Addresses& addresses) {
  const auto run = [&addresses](const Arguments& arguments, Caller&) -> CallResult {
    return Value::string(addresses.absolute(as_text(arguments.subject)));
  };
  return {"absolute_url", {}, false, "A site path with the site's host before it.", run};
}

Builtin markdown_filter() {
  const auto run = [](const Arguments& arguments, Caller&) -> CallResult {
    parse::MarkdownOptions options;
    options.holes = false;
    Report ignored;  // the text comes from data that was checked, or from the theme itself
    return Value::markup(parse::parse_markdown(as_text(arguments.subject), {}, ignored, 1, options).html);
  };
  return {"markdown", {}, false, "Markdown as HTML; links stay as they are written.", run};
}

}  // namespace

void Renderer::add_functions() {
  const auto record_of = [this](const Value& value) -> std::optional<std::size_t> {
    return value.is_object() ? site_.index_of(value.as_object()) : std::nullopt;
  };
  const auto content = [this, record_of](const Arguments& arguments, Caller&) -> CallResult {
    const auto index = record_of(arguments.subject);
    if (!index) return failure(Code::not_an_entry, "filter", "content");
    Report report;
    std::string html = body(site_.records[*index], report);
    if (!report.has_errors()) return Value::markup(html);
    const Diagnostic& first = report.findings().front();
    return unexpected(CallError{first.code, first.arguments, first.suggestion});
  };
  registry_.add_filter({"content", {}, false, "The body of an entry as HTML.", content});
  add_citation_filters(registry_, site_, citations_, record_of, back_label());
  registry_.add_filter(absolute_url_filter(addresses_));
  registry_.add_filter(markdown_filter());
  registry_.add_global("t", templating::make_function(text_function(theme_)));
  registry_.add_global("asset", templating::make_function(asset_function(theme_, addresses_)));
}

}  // namespace katern::render
