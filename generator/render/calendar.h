#pragma once

#include <span>
#include <string>

#include "render/output.h"
#include "render/renderer.h"

namespace katern::render {

/// Events as a calendar (RFC 5545). The UID is made of the entry's file or its id field, so it outlives a new title or
/// slug; DTSTAMP is when the entry changed, so that the same content gives the same bytes. Moments are on the site's
/// clock, with its VTIMEZONE; in UTC where the zone does not keep European summer time, or the clock says that time
/// twice.
std::string calendar(const Renderer& renderer, std::string_view title, std::span<const model::Event* const> events);

/// The calendar of each event and of each kind that has some.
void write_calendars(const Renderer& renderer, OutputSink& sink);

}  // namespace katern::render
