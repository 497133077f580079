// SPDX-License-Identifier: MIT
// Digests of values and of sets of values. It knows nothing of facts: what is put into a digest is said in
// chain.hpp.
#pragma once

#include <nettle/sha2.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tracker {

/// SHA-256.
using Digest = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

/// "4f0a...", 64 lower-case hexadecimal digits.
std::string to_hex(const Digest& digest);

/// Takes values one by one; each is fed with its type and length, so that no two lists of values are fed
/// alike.
class Digester {
  public:
    Digester() { sha256_init(&context_); }
    void integer(std::int64_t value);
    void text(std::string_view value);
    void null();
    /// Bytes of a known length, as they are.
    void bytes(const Digest& value) { sha256_update(&context_, value.size(), value.data()); }
    /// The digest of all that was taken; takes nothing afterwards.
    Digest finish();

  private:
    void number(std::uint64_t value);
    void tag(char type) { sha256_update(&context_, 1, reinterpret_cast<const std::uint8_t*>(&type)); }

    sha256_ctx context_{};
};

/// Digests added up modulo 2^256: the same sum in whatever order a set is read. Enough against mistakes and
/// rot; who wants to forge can recompute a chain without a key anyway.
class DigestSum {
  public:
    void add(const Digest& digest);
    [[nodiscard]] const Digest& sum() const { return sum_; }
    [[nodiscard]] std::int64_t count() const { return count_; }

  private:
    Digest sum_{};  // least significant byte first
    std::int64_t count_ = 0;
};

}  // namespace tracker
