#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/ledger.h"
#include "publish/publisher.h"
#include "publish/snapshot.h"
#include "publish/stage.h"

namespace katern::publish {

/// The Publisher of a folder that was found fit for it.
class FolderPublisher final : public Publisher {
 public:
  FolderPublisher(files::FileSystem& disk, std::string output, std::unique_ptr<files::Lock> lock, Ledger ledger,
                  Snapshot folder, Stage stage);
  FolderPublisher(const FolderPublisher&) = delete;
  FolderPublisher& operator=(const FolderPublisher&) = delete;
  ~FolderPublisher() override;

  void put(std::string_view path, std::string_view bytes) override;
  PublishResult commit(Report& report) override;

 private:
  using Done = Result<void, files::FileError>;

  struct Put {
    std::string path;
    bool staged;
  };

  bool is_there_already(std::string_view path, std::string_view bytes) const;

  /// Whether all that was put can stand side by side in one folder.
  bool puts_are_sound(Report& report) const;

  /// Ours, and to be removed before the moves: files where a directory is to come, and the other way round. Nothing,
  /// and findings, when something of others is in the way.
  std::optional<Paths> obstacles_to(const Paths& wanted, Report& report) const;
  /// Adds what is in the way of one path. Returns what cannot be removed, or null.
  const files::Entry* add_obstacles(std::string_view path, Paths& obstacles) const;

  /// Those that there are, and from which or into which something moves.
  Done folders_are_writable(const std::vector<std::string_view>& staged, const Paths& gone) const;
  Done carry_out(const Paths& wanted, const Paths& gone, const Paths& obstacles,
                 const std::vector<std::string_view>& staged, PublishResult& result);
  Done remove(const std::string& path, std::size_t& removed);
  Done remove_emptied_directories(const Paths& gone, const Paths& wanted);

  std::string in_output(std::string_view path) const;

  files::FileSystem& disk_;
  const std::string output_;
  const std::unique_ptr<files::Lock> lock_;
  Ledger ledger_;
  const Snapshot folder_;
  Stage stage_;

  std::atomic<bool> failed_ = false;
  std::mutex mutex_;  // guards the rest until commit()
  std::vector<Put> puts_;
  std::vector<std::string> unfit_;
  std::optional<files::FileError> failure_;
};

}  // namespace katern::publish
