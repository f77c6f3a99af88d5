// SPDX-License-Identifier: MIT
// Words that tell where sentences begin and end.
#ifndef MATN_DETAIL_LEXICON_SENTENCE_HPP
#define MATN_DETAIL_LEXICON_SENTENCE_HPP

#include <matn/detail/lexicon_tokens.hpp>

namespace matn { inline namespace v0 { namespace detail {

// Words that begin a sentence far more often than they go on with a name: after "U.S." or "Inc." they tell that the full stop
// was one.
inline constexpr std::string_view sentence_starters[] = {
    "A",      "After", "Although", "An",    "And",  "As",    "At",   "Because", "Before", "Both",   "But",       "By",
    "During", "Each",  "Even",     "For",   "From", "He",    "Her",  "Here",    "His",    "How",    "However",   "I",
    "I'm",    "I've",  "If",       "In",    "It",   "It's",  "Its",  "Just",    "Let",    "Many",   "Meanwhile", "Most",
    "My",     "No",    "Not",      "Now",   "On",   "One",   "Or",   "Other",   "Our",    "Please", "She",       "Since",
    "So",     "Some",  "Such",     "That",  "The",  "Their", "Then", "There",   "These",  "They",   "This",      "Those",
    "Though", "Thus",  "To",       "Today", "Two",  "Until", "We",   "What",    "When",   "Where",  "Which",     "While",
    "Who",    "Why",   "With",     "Yes",   "Yet",  "You",   "Your",
};
static_assert(is_sorted_list(sentence_starters));

// The same in texts without capitals, pronouns alone.
inline constexpr std::string_view lower_case_starters[] = {"he", "i", "it", "she", "there", "they", "this", "we", "you"};
static_assert(is_sorted_list(lower_case_starters));

// Finite verbs of Persian, Dari and Pashto, which stand at the end of their sentence: an ellipsis behind one of them ends it.
inline constexpr std::string_view final_verbs[] = {
    "آمد",    "آمدند",  "است",    "افتاد",  "ایستاد", "باشد",   "باشند", "برد",   "بردند", "بست",   "بود",    "بودم",   "بودند",
    "بودیم",  "بگیرد",  "بگیرند", "توانست", "خواند",  "خورد",   "داد",   "دادند", "دارد",  "دارم",  "دارند",  "داریم",  "داشت",
    "داشتند", "دانست",  "ده",     "دهد",    "دهند",   "دي",     "دی",    "دید",   "دیدند", "رسید",  "رسیدند", "رفت",    "رفتند",
    "زد",     "زدند",   "ساخت",   "شد",     "شدم",    "شدند",   "شو",    "شود",   "شول",   "شوند",  "شي",     "لري",    "ماند",
    "ماندند", "نباشد",  "نبود",   "نبودند", "نداد",   "ندارد",  "نداشت", "نشد",   "نشست",  "نشود",  "نوشت",   "نکرد",   "نکند",
    "نیست",   "نیستند", "هست",    "هستم",   "هستند",  "هستیم",  "ورکړ",  "وو",    "وویل",  "وي",    "وکړ",    "وکړل",   "کرد",
    "کردند",  "کشید",   "کند",    "کنم",    "کنند",   "کنیم",   "کوي",   "کړ",    "کړل",   "گردید", "گرفت",   "گرفتند", "گشت",
    "گفت",    "گفتند",  "گیرد",   "گیرند",  "یافت",   "یافتند",
};
static_assert(is_sorted_list(final_verbs));

// Words that go on with the sentence behind a quotation that ended with ! or ؟: and, that, said, asked.
inline constexpr std::string_view quote_continuations[] = {
    "را", "سأل", "قال", "قالت", "نوشت", "نے", "و", "وویل", "وپوښتل", "پرسید", "پرسیدند", "پوچھا", "که", "کہا", "گفت", "گفتند",
};
static_assert(is_sorted_list(quote_continuations));

// Urdu verbs that end a sentence: a hyphen between spaces after one of them stands for a full stop.
inline constexpr std::string_view urdu_final_verbs[] = {"ئے", "تھا", "تھی", "تھیں", "تھے", "گا",  "گی",
                                                        "گے", "گئی", "گئے", "گیا",  "ہوں", "ہیں", "ہے"};

}}} // namespace matn::v0::detail

#endif
