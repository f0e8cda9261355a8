#include "xml/writer.h"

#include "text/escape.h"

namespace katern::xml {

Writer::Writer(std::string& out) : out_(out) { out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

void Writer::open(std::string_view name, std::initializer_list<Attribute> attributes) {
  begin_line();
  begin_tag(name, attributes);
  out_ += ">\n";
  open_.push_back(name);
}

void Writer::close() {
  const std::string_view name = open_.back();
  open_.pop_back();
  begin_line();
  end_tag(name);
}

void Writer::element(std::string_view name, std::string_view text, std::initializer_list<Attribute> attributes) {
  begin_line();
  begin_tag(name, attributes);
  out_ += '>';
  text::append_xml(out_, text);
  end_tag(name);
}

void Writer::empty(std::string_view name, std::initializer_list<Attribute> attributes) {
  begin_line();
  begin_tag(name, attributes);
  out_ += "/>\n";
}

void Writer::begin_line() { out_.append(2 * open_.size(), ' '); }

void Writer::begin_tag(std::string_view name, std::initializer_list<Attribute> attributes) {
  out_ += '<';
  out_ += name;
  for (const Attribute& attribute : attributes) {
    out_ += ' ';
    out_ += attribute.name;
    out_ += "=\"";
    text::append_xml(out_, attribute.value);
    out_ += '"';
  }
}

void Writer::end_tag(std::string_view name) {
  out_ += "</";
  out_ += name;
  out_ += ">\n";
}

}  // namespace katern::xml
