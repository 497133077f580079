// SPDX-License-Identifier: MIT
#include "store/digest.hpp"

namespace tracker {

std::string to_hex(const Digest& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

void Digester::number(std::uint64_t value) {
    std::array<std::uint8_t, 8> bytes;
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(value);
        value >>= 8;
    }
    sha256_update(&context_, bytes.size(), bytes.data());
}

void Digester::integer(std::int64_t value) {
    tag('i');
    number(static_cast<std::uint64_t>(value));
}

void Digester::text(std::string_view value) {
    tag('t');
    number(value.size());
    sha256_update(&context_, value.size(), reinterpret_cast<const std::uint8_t*>(value.data()));
}

void Digester::null() {
    tag('n');
}

Digest Digester::finish() {
    Digest digest;
    sha256_digest(&context_, digest.size(), digest.data());
    return digest;
}

void DigestSum::add(const Digest& digest) {
    unsigned carry = 0;
    for (std::size_t i = 0; i < sum_.size(); ++i) {
        carry += unsigned{sum_[i]} + digest[i];
        sum_[i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    ++count_;
}

}  // namespace tracker
