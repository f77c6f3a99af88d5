// SPDX-License-Identifier: MIT
// What may be wrong with the text of a file of names.
#ifndef MATN_DETAIL_NAMES_FILE_HPP
#define MATN_DETAIL_NAMES_FILE_HPP

#include <matn/detail/letter_codes.hpp>
#include <matn/utf8.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 { namespace detail {

// What makes a whole text unfit to be a file of names, or nullptr.
[[nodiscard]] inline const char* unfit_file(std::string_view text) noexcept {
    const auto byte = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    if ((byte(0) == 0xFF && byte(1) == 0xFE) || (byte(0) == 0xFE && byte(1) == 0xFF))
        return "the file is UTF-16; convert it to UTF-8";
    if (byte(0) == 0x1F && byte(1) == 0x8B) return "the file is compressed (gzip); unpack it first";
    if (text.size() >= 4 && text.substr(0, 4) == "PK\3\4") return "the file is compressed (zip); unpack it first";
    const std::string_view head = text.substr(0, 65536);
    std::size_t bad = 0, nul = 0, control = 0, letters = 0;
    for (offset p = 0; p < head.size();) {
        const code_point c = decode(head, p);
        p = c.at.end;
        if (!c.ok && c.at.end < head.size()) ++bad;
        else if (c.value == 0) ++nul;
        else if (c.value < 0x20 && c.value != '\t' && c.value != '\n' && c.value != '\r') ++control;
        else if (c.value >= 0x80) ++letters;
    }
    // One bad line is that line's fault; a tenth of all that is not ASCII is the file's.
    if (nul * 8 > head.size() && nul > 3) return "the file is UTF-16 or binary; names must be UTF-8 text";
    if (bad + control > 8 && control * 20 > head.size()) return "the file is binary, not text";
    if (bad > 8 && bad * 10 > letters) return "the file is not UTF-8 (perhaps Windows-1256); convert it first";
    return nullptr;
}

// A language tag as BCP 47 has them, loosely: 2 or 3 letters, then parts of 1 to 8 letters or digits. Primary tags must be known ones,
// unless they have three letters (there are thousands) or are in private use.
[[nodiscard]] inline bool is_language_tag(std::string_view tag) noexcept {
    if (tag.empty()) return true;
    std::size_t part = 0, length = 0;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (std::size_t i = 0; i <= tag.size(); ++i) {
        if (i < tag.size() && tag[i] != '-' && tag[i] != '_') {
            if (!letter(tag[i]) && !(part > 0 && tag[i] >= '0' && tag[i] <= '9')) return false;
            ++length;
            continue;
        }
        if (part == 0 ? length < 2 || length > 3 : length == 0 || length > 8) return false;
        ++part;
        length = 0;
    }
    // The two-letter codes of ISO 639-1, two by two.
    constexpr std::string_view known =
        "aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygagdglgngugvhahehihohrhthuhyhziaidieigii"
        "ikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsasc"
        "sdsesgsisksl"
        "smsnsosqsrssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyozazhzusl";
    const std::size_t first = tag.find_first_of("-_") == std::string_view::npos ? tag.size() : tag.find_first_of("-_");
    if (first != 2) return true;
    for (std::size_t i = 0; i + 1 < known.size(); i += 2)
        if ((static_cast<unsigned char>(tag[0]) | 0x20u) == static_cast<unsigned char>(known[i]) &&
            (static_cast<unsigned char>(tag[1]) | 0x20u) == static_cast<unsigned char>(known[i + 1]))
            return true;
    return false;
}

// The next part of a file, looked at as a whole: where it is well-formed UTF-8 without direction controls, and so are nearly all files, no line
// need be. A template, so that who only includes this does not pay for it.
template <class Owner = void>
class basic_checked_text {
public:
    // Looks at what comes if the part before has ended. `text` begins with a line.
    void reach(std::string_view text) {
        if (text.data() < end_) return;
        constexpr std::size_t most = 1u << 16;
        if (text.size() > most) {
            text = text.substr(0, most);
            while (text.size() > most - 4 && (static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80) text.remove_suffix(1);
            if (static_cast<unsigned char>(text.back()) >= 0xC0) text.remove_suffix(1);
        }
        end_ = text.data() + text.size();
        returns_ = text.find('\r') != std::string_view::npos;
        found_.clear();
        damages.run(text, emit(found_));
        plain_ = found_.empty() && !has_bidi_control(text);
    }
    [[nodiscard]] std::size_t end_of_line(std::string_view text) const noexcept {
        const std::size_t end = text.find('\n');
        const bool inside = end <= static_cast<std::size_t>(end_ - text.data());
        return inside && !returns_ ? end : text.find_first_of("\r\n");
    }
    [[nodiscard]] bool is_plain(std::string_view line) const noexcept { return plain_ && line.data() + line.size() <= end_; }

private:
    [[nodiscard]] static bool has_bidi_control(std::string_view text) noexcept {
        for (std::size_t p = 0; (p = text.find('\xE2', p)) != std::string_view::npos; ++p)
            if (is_bidi_control(decode(text, static_cast<offset>(p)).value)) return true;
        for (std::size_t p = 0; (p = text.find('\x9C', p)) != std::string_view::npos; ++p) // U+061C
            if (p > 0 && text[p - 1] == '\xD8') return true;
        return false;
    }
    const char* end_ = nullptr;
    bool returns_ = false, plain_ = false;
    std::vector<damage> found_;
};
using checked_text = basic_checked_text<>;

[[nodiscard]] inline std::string_view trimmed(std::string_view s) noexcept {
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
    return s;
}

}}} // namespace matn::v0::detail

#endif
