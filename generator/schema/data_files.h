#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parse/node.h"
#include "schema/schema.h"

namespace katern::schema {

/// The fixed data of content/data/, as kinds take their choices from it. Views the files.
class DataFiles {
 public:
  explicit DataFiles(std::span<const NamedNode> files) : files_(files) {}

  enum class Failure { missing, not_texts };

  /// The texts at a path such as `data.schalen.niveaus`: the file's name, then keys. A list on the way stands for each
  /// of its items, so `data.kijkwijzer.gebieden.criteria` is the criteria of all areas. A mapping at the end stands for
  /// its keys.
  Result<std::vector<std::string>, Failure> texts(std::string_view path) const;

  /// What could have been meant by a path of which nothing was found: the names of the files, as paths.
  std::vector<std::string> paths() const;

 private:
  std::span<const NamedNode> files_;
};

}  // namespace katern::schema
