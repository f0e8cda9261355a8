#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "templating/renderer.h"

namespace katern::templating {

// What the renderer does for as long as an object lives, and takes back however that ends.

/// Makes an activation the active one.
class Renderer::Running {
 public:
  Running(Renderer& renderer, Activation& activation)
      : renderer_(renderer), outer_(std::exchange(renderer.active_, &activation)) {}
  ~Running() { renderer_.active_ = outer_; }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

 private:
  Renderer& renderer_;
  Activation* outer_;
};

/// Takes a step: counts its depth, and notes it for traces.
class Renderer::Stepping {
 public:
  /// `depth` is that of the tree that will be walked, and `slot_count` what it needs.
  Stepping(Renderer& renderer, const Step& step, std::size_t depth, Slot slot_count = 0);
  ~Stepping();
  Stepping(const Stepping&) = delete;
  Stepping& operator=(const Stepping&) = delete;

  Value* slots() const { return slots_; }

 private:
  Renderer& renderer_;
  std::size_t depth_;
  Slot slot_count_;
  Value* slots_;
};

/// Writes to a buffer.
class Renderer::Capturing {
 public:
  explicit Capturing(Renderer& renderer)
      : renderer_(renderer),
        room_(std::exchange(renderer.room_, renderer.room_ - std::min(renderer.room_, renderer.out_->size()))),
        outer_(std::exchange(renderer.out_, &text_)),
        silent_(std::exchange(renderer.active_->silent, false)),
        activation_(renderer.active_) {}
  ~Capturing() {
    renderer_.out_ = outer_;
    renderer_.room_ = room_;
    activation_->silent = silent_;
  }
  Capturing(const Capturing&) = delete;
  Capturing& operator=(const Capturing&) = delete;

  /// What was written, as a value.
  Value value(Span at, bool in_text = true) const;

 private:
  Renderer& renderer_;
  std::string text_;
  std::size_t room_;
  std::string* outer_;
  bool silent_;
  Activation* activation_;
};

/// Has the arguments of a call worked out, in memory that calls before it have used.
class Renderer::Gathering {
 public:
  Gathering(Renderer& renderer, const CallArguments& arguments) : renderer_(renderer) {
    if (!renderer.spare_.empty()) {
      gathered_ = std::move(renderer.spare_.back());
      renderer.spare_.pop_back();
    }
    renderer.gather(arguments, gathered_);
  }
  ~Gathering() {
    gathered_.positional.clear();
    gathered_.named.clear();
    renderer_.spare_.push_back(std::move(gathered_));
  }
  Gathering(const Gathering&) = delete;
  Gathering& operator=(const Gathering&) = delete;

  Gathered& operator*() { return gathered_; }
  Gathered* operator->() { return &gathered_; }

 private:
  Renderer& renderer_;
  Gathered gathered_;
};

}  // namespace katern::templating
