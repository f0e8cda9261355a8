#pragma once

#include <string>
#include <vector>

#include "value/value.h"

namespace katern::bench {

/// What blog/listing.html writes, as a program would keep it.
struct Blog {
  struct Link {
    std::string url, label;
  };
  struct Post {
    std::string title, url, date, author, summary;
    std::vector<Link> tags;
  };
  std::string language, site_title, mail, title, description, url;
  std::vector<Link> menu;
  std::vector<Post> posts;
  long long page = 0, pages = 0;
};

Blog blog_from(const Value& data);

/// The same bytes as the template, by string appends.
void write_by_hand(const Blog& blog, std::string& out);

}  // namespace katern::bench
