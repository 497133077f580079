// SPDX-License-Identifier: MIT
// Files read block by block give the lines that their whole text has.
#include "tracker/base/input.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "../rules/property.hpp"
#include "inputs.hpp"
#include "tracker/base/lines.hpp"
#include "tracker/base/text_lines.hpp"

namespace tracker {
namespace {

/// A file that is gone at the end of the test.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& bytes) {
        const int descriptor = ::mkstemp(path_.data());
        REQUIRE(descriptor >= 0);
        ::close(descriptor);
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { ::unlink(path_.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_ = "input-test-XXXXXX";
};

std::vector<std::string> lines_of(Input& input) {
    std::vector<std::string> all;
    for (ByteLines lines(input); lines.next();) {
        all.push_back(std::to_string(lines.number()) + std::string(lines.line()) + "|" +
                      std::string(lines.end()));
    }
    return all;
}

std::vector<std::string> lines_at_once(const std::string& text) {
    std::vector<std::string> all;
    for (LineReader lines(text); lines.next();) {
        all.push_back(std::to_string(lines.number()) + std::string(lines.line()) + "|" +
                      std::string(lines.with_end().substr(lines.line().size())));
    }
    return all;
}

}  // namespace

TEST_CASE("lines don't depend on where a block ends", "[base][property]") {
    holds_for_all(1, [] {
        const auto end = *rc::gen::element<std::string>("\n", "\r", "\r\n");
        std::string text(Input::block_size - *rc::gen::inRange<std::size_t>(0, 6), 'x');
        for (std::size_t i = *rc::gen::inRange<std::size_t>(1, 5'000); i < text.size(); i += 5'000)
            text[i] = '\n';
        text += end + *rc::gen::element<std::string>("", "tail", "\n", "\r", "a\r\nb") + end;
        const TemporaryFile file(text);
        Input on_disk = Input::open(file.path());
        Input in_memory("x", text);
        const auto expected = lines_at_once(text);
        RC_ASSERT(lines_of(on_disk) == expected);
        RC_ASSERT(lines_of(on_disk) == expected);  // and again
        RC_ASSERT(lines_of(in_memory) == expected);
    });
}

TEST_CASE("an input gives its head, its size and its whole", "[base]") {
    const TemporaryFile file("abc\ndef");
    Input input = Input::open(file.path());
    CHECK(input.head() == "abc\ndef");
    CHECK(input.size() == 7);
    CHECK(input.next() == "abc\ndef");
    CHECK(input.given() == 7);
    CHECK(input.next().empty());
    CHECK(input.whole(7, "7 bytes: split it") == "abc\ndef");
    CHECK(test::refusal([&] { input.whole(6, "6 bytes: split it"); }) ==
          "'" + file.path() + "' is larger than 6 bytes: split it");
}

TEST_CASE("what can't be read says why", "[base]") {
    CHECK(test::refusal([] { Input::open("no-such-file"); }) ==
          "'no-such-file' can't be read: No such file or directory");
    CHECK(test::refusal([] { Input::open("."); }) == "'.' is a directory: name a file in it");
}

TEST_CASE("a line beyond any text of a bank is refused", "[base]") {
    const std::string text = "a\n" + std::string((std::size_t{1} << 20) + 1, 'x') + "\n";
    Input input("photo.jpg", text);
    CHECK(test::refusal([&] { lines_of(input); }) ==
          "'photo.jpg' line 2: is longer than a mebibyte, as no statement's is: export one as 1C, camt.053 "
          "or CSV");
}

TEST_CASE("a file that changes while it is read is refused", "[base]") {
    const TemporaryFile file("Оплата\n");
    Input input = Input::open(file.path());
    REQUIRE(find_encoding(input) == Encoding::utf8);
    std::ofstream(file.path(), std::ios::binary) << "\xCE\xEF\xEB\n";
    TextLines lines(input, Encoding::utf8);
    CHECK(test::refusal([&] { lines.next(); }) ==
          "'" + file.path() + "' line 1: the file was changed while it was read: import it again");
}

}  // namespace tracker
