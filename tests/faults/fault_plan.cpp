// SPDX-License-Identifier: MIT
#include "fault_plan.hpp"

#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <utility>

namespace faults {
namespace {

const char* word(FaultPlan::What what) {
    constexpr const char* words[] = {"create", "make_folder", "write",  "resize",
                                     "sync",   "remove",      "rename", "link"};
    return words[static_cast<int>(what)];
}

bool needs_room(FaultPlan::What what) {
    return what != FaultPlan::What::sync && what != FaultPlan::What::remove &&
           what != FaultPlan::What::resize;
}

[[noreturn]] void refuse(const std::string& text) {
    std::cerr << "TRACKER_FAULT=" << text << " is not enospc, eio, short or power:N[:SEED]\n";
    std::_Exit(99);
}

}  // namespace

FaultPlan::FaultPlan() {
    if (const char* file = std::getenv("TRACKER_FAULT_COUNT")) trace_.open(file);
    believe_syncs_ = std::getenv("TRACKER_FAULT_NOSYNC") == nullptr;
    const char* given = std::getenv("TRACKER_FAULT");
    if (given == nullptr) return;
    const std::string text = given;
    const auto colon = text.find(':');
    if (colon == std::string::npos) refuse(text);
    const std::pair<const char*, Kind> kinds[] = {
        {"enospc", Kind::enospc}, {"eio", Kind::eio}, {"short", Kind::half}, {"power", Kind::power}};
    for (const auto& [name, kind] : kinds) {
        if (text.substr(0, colon) == name) kind_ = kind;
    }
    char* end = nullptr;
    fault_at_ = std::strtoull(text.c_str() + colon + 1, &end, 10);
    if (*end == ':') seed_ = std::strtoull(end + 1, &end, 10);
    if (kind_ == Kind::none || fault_at_ == 0 || *end != 0) refuse(text);
}

FaultPlan::Fate FaultPlan::next(What what, const std::string& name, std::uint64_t at, std::uint64_t size,
                                int& error) {
    if (half_written_ && what == What::write) {  // the rest of it, which is no change of its own
        half_written_ = false;
        error = EIO;
        return Fate::fails;
    }
    ++count_;
    if (trace_.is_open()) trace_ << word(what) << ' ' << name << ' ' << at << ' ' << size << std::endl;
    switch (kind_) {
        case Kind::enospc:
            error = ENOSPC;
            return count_ >= fault_at_ && needs_room(what) ? Fate::fails : Fate::passes;
        case Kind::eio:
            error = EIO;
            return count_ == fault_at_ ? Fate::fails : Fate::passes;
        case Kind::half:
            half_written_ = count_ == fault_at_ && what == What::write;
            return half_written_ ? Fate::half : Fate::passes;
        case Kind::power:
            return count_ == fault_at_ ? Fate::power_goes : Fate::passes;
        case Kind::none:
            break;
    }
    return Fate::passes;
}

}  // namespace faults
