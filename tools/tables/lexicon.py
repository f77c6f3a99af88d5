#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes include/matn/detail/lexicon_time.hpp and lexicon_units.hpp from the lists in tools/tables/lexicon.

usage: tools/tables/lexicon.py        (from the root of the project; Python's standard library only)

A word becomes a 64-bit key of folded letters; words of more than ten letters are hashed into one. Phrases of several words are a trie over
the words' numbers. tests/number.cpp reads the lists again and looks every spelling up.
"""
import os
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, '..', '..', 'include', 'matn', 'detail', 'lexicon_time.hpp')
UNITS = os.path.join(os.path.dirname(OUT), 'lexicon_units.hpp')
MASK = (1 << 64) - 1

# One code per letter; letters that people write for one another share a code. 0 ends a word, 63 is a letter that no word of ours has.
GROUPS = ['اأإآٱ', 'ب', 'پ', 'تټٹ', 'ث', 'ج', 'چ', 'ح', 'خ', 'څ', 'ځ', 'دډڈ', 'ذ', 'رړڑڕ', 'ز', 'ژ', 'ږ', 'س', 'ش', 'ښ', 'ص', 'ض', 'ط', 'ظ',
          'ع', 'غ', 'فڤ', 'ق', 'كکڪ', 'گګ', 'لڵ', 'م', 'نںڼ', 'هہھةۀۂۃە', 'وؤۆۇ', 'يیىئېۍےێۓ', 'ء']
ARABIC = {c: i + 1 for i, g in enumerate(GROUPS) for c in g}
DROPPED = set(range(0x64B, 0x660)) | {0x670, 0x640, 0x6BE0} | set(range(0x610, 0x61B)) | set(range(0x6D6, 0x6DD)) | {0x61C}
LANGS = {'e': 1, 'a': 2, 'f': 4, 'p': 8, 'u': 16, 'k': 32}
WEAK, DEFINITE = 64, 128
# Small words of an expression, by which a paragraph shows its language best.
SMALL = {'of', 'and', 'article', 'inpre', 'within', 'before', 'after', 'since', 'until', 'from', 'to', 'between', 'at', 'over', 'point', 'minus', 'some',
         'suffix', 'counter', 'agopre', 'hencepre', 'hence', 'ago', 'every'}
# What is nothing by itself: kept by the scan only beside something else.
LIGHT = SMALL | {'rel', 'mod', 'era'}


def key(word):
    """The folded key of one word, as detail::scan makes it."""
    k, n, latin = 0, 0, False
    for ch in word:
        cp = ord(ch)
        if 'a' <= ch <= 'z':
            c, latin = cp - 96, True
        elif ch in ARABIC:
            c = ARABIC[ch]
        elif cp in DROPPED or cp in (0x200C, 0x200D, 0x27, 0x2BB):
            continue
        else:
            raise SystemExit('no code for %r in %r' % (ch, word))
        n += 1
        k = (k << 6 | c) & MASK if n <= 10 else ((k * 0x9E3779B97F4A7C15 & MASK) ^ c)
    if n == 0:
        raise SystemExit('empty word %r' % word)
    if n > 10:
        k |= 1 << 63
    elif latin:
        k |= 1 << 62
    return k & MASK


def hash_of(k):
    return (k ^ k >> 31) * 0x9E3779B97F4A7C15 & MASK


def value(text):
    """5:3:2 -> the third Sunday... of a rule; easter-2; g12 -> calendar and month; g12-25 -> calendar, month and day; e-1 -> part and distance; else a number."""
    cals = {'g': 0, 's': 1, 'l': 2}
    for kind, name in enumerate(('orthodox', 'passover', 'roshhashanah', 'hanukkah', 'thanksgiving', 'av', 'lent', 'chinese')):
        if text.startswith(name):    # passover-1/8: a movable feast, the distance of its first day, how long it lasts
            distance, _, days = text[len(name):].partition('/')
            return 1 << 14 | (1, 3, 8, 9, 46).index(int(days or 1)) << 11 | kind << 8 | (int(distance or 0) + 128)
    if text.startswith('easter'):
        return 1 << 13 | (int(text[6:] or 0) + 100)
    if ':' in text:                  # month:weekday:which, 5 for the last
        month, weekday, nth = (int(x) for x in text.split(':'))
        return 1 << 12 | month << 6 | weekday << 3 | nth
    if text[0] in cals and text[1:2].isdigit():
        if '-' in text:
            month, day = text[1:].split('-')
            return cals[text[0]] << 9 | int(month) << 5 | int(day)
        return cals[text[0]] << 4 | int(text[1:])
    parts = {'m': 0, 'e': 3, 'n': 4}
    if text[0] in parts:
        return parts[text[0]] << 8 | (int(text[1:]) + 8)
    return int(text)


def rows():
    """(class, value, language bits, weak, phrase as a list of words)"""
    cards = {}
    for name in ('months', 'weekdays', 'numbers', 'time'):
        for number, line in enumerate(open(os.path.join(HERE, 'lexicon', name + '.tsv'), encoding='utf-8'), 1):
            line = line.rstrip('\n')
            if not line or line[0] == '#':
                continue
            fields = line.split('\t')
            if len(fields) != 4:
                raise SystemExit('%s.tsv:%d: four fields wanted' % (name, number))
            cls, val, langs, words = fields
            bits = sum(LANGS[c] for c in langs)
            for w in words.split(','):
                w = w.strip()
                weak = w.startswith('~')
                w = w.lstrip('~').strip()
                if not w:
                    raise SystemExit('%s.tsv:%d: an empty spelling' % (name, number))
                yield cls, value(val), bits, weak, w.split()
                if cls in ('card', 'ord', 'scale', 'ordscale'):
                    cards.setdefault((cls, langs), []).append((int(val), w))
                # Persian months with the word for month, glued or apart, are strong.
                if cls == 'month' and 'f' in langs and len(w.split()) == 1 and not w.endswith('ماه'):
                    yield cls, value(val), bits, False, [w + 'ماه']
                    yield cls, value(val), bits, False, [w, 'ماه']
                if cls == 'month' and 'u' in langs and len(w.split()) == 1:
                    yield cls, value(val), bits, False, ['ماہ', w]
    # Compounds with lost spaces, and the tens of Pashto, whose units come first.
    fa, ps, en = cards[('card', 'f')], cards[('card', 'p')], cards[('card', 'e')]
    small = [(n, w) for n, w in fa if ' ' not in w]
    tens = [(n, w) for n, w in small if n in (20, 30, 40, 50, 60, 70, 80, 90)]
    units = [(n, w) for n, w in small if 1 <= n <= 9]
    for t, a in tens:
        for u, b in units:
            yield 'card', t + u, LANGS['f'], False, [a + 'و' + b]
        for u, b in cards[('ord', 'f')]:
            if 1 <= u <= 9 and ' ' not in b:
                yield 'ord', t + u, LANGS['f'], False, [a + 'و' + b]
    for n, w in small:
        if 1 <= n:
            for s, name in ((3, 'هزار'), (6, 'میلیون'), (9, 'میلیارد')):
                yield 'thousands', n * 8 + s // 3, LANGS['f'], False, [w + name]
    for langs, list_ in (('f', small), ('p', ps)):    # دوونیم, یونیم: and a half, in one word
        for n, w in list_:
            if 1 <= n <= 20:
                for half in ('ونیم', 'نیم') if langs == 'p' else ('ونیم',):
                    yield 'hundredths', n * 100 + 50, LANGS[langs], False, [w + half]
    for t, a in [(n, w) for n, w in ps if n in (30, 40, 50, 60, 70, 80, 90)]:
        for u, b in [(n, w) for n, w in ps if 1 <= n <= 9]:
            yield 'card', t + u, LANGS['p'], False, [b + a]
            yield 'card', t + u, LANGS['p'], t == 90 and u == 1, [b, a]    # یوې نوې is "a new"
    for u, b in [(n, w) for n, w in ps if 1 <= n <= 9]:
        yield 'card', 20 + u, LANGS['p'], False, [b, 'ویشت']
        yield 'ord', 20 + u, LANGS['p'], False, [b, 'ویشتم']
    for n, w in cards[('card', 'u')]:
        if 10 <= n <= 31 or n in (40, 50, 60, 70, 80, 90):
            for end in ('واں', 'ویں'):
                yield 'ord', n, LANGS['u'], False, [w + end]
    for n, w in ps:
        if 2 <= n <= 9:
            yield 'card', n * 100, LANGS['p'], False, [w + 'سوه']
            yield 'card', n * 100, LANGS['p'], False, [w, 'سوه']
    for t, a in [(n, w) for n, w in en if n >= 20]:
        for u, b in [(n, w) for n, w in en if 1 <= n <= 9]:
            yield 'card', t + u, LANGS['e'], False, [a + b]
        for u, b in cards[('ord', 'e')]:
            if 1 <= u <= 9:
                yield 'ord', t + u, LANGS['e'], False, [a + b]


def variants(cls, bits, words):
    """The phrase; glued into one word; with the Arabic article where it has none; without a final hamza."""
    yield words, 0
    if 2 <= len(words) <= 3 and not bits & LANGS['e'] and cls in ('month', 'weekday', 'dayrel', 'podrel', 'pod', 'era', 'ord'):
        yield [''.join(words)], 0
    if bits & LANGS['a'] and bits == LANGS['a'] and len(words) == 1 and not words[0].startswith(('ال', 'لل')) and cls not in SMALL \
            and cls not in ('era', 'ampm', 'mod', 'dayrel', 'percent'):
        yield ['ال' + words[0]], DEFINITE
    # هفته‌ی گذشته, جمعه‌ی همین هفته: the ezafe that Iranian spelling writes behind a silent heh
    if bits & LANGS['f'] and words[-1].endswith('ه') and not words[-1].endswith('اه') and len(words[-1]) > 2 \
            and cls in ('unit', 'weekday', 'month', 'mod', 'season', 'aged', 'quarterword', 'halfword', 'pod'):
        yield words[:-1] + [words[-1] + 'ی'], 0
    if words[-1].endswith('ء') and len(words[-1]) > 2:
        yield words[:-1] + [words[-1][:-1]], 0


def octal(data):
    lines, line = [], ''
    for b in data:
        piece = '\\%03o' % b
        line += piece
        if len(line) >= 120:
            lines.append('    "%s"' % line)
            line = ''
    if line:
        lines.append('    "%s"' % line)
    return '\n'.join(lines)


def main():
    classes = []
    for line in open(os.path.join(HERE, '..', '..', 'include', 'matn', 'detail', 'time_meaning.hpp'), encoding='utf-8'):
        line = line.split('//')[0].strip()
        if line.endswith(',') and line[:-1].replace('_', '').isalpha():
            classes.append(line[:-1])
    number_of = {c: i for i, c in enumerate(classes)}

    words, phrases = {}, {}          # key -> senses; tuple of keys -> senses
    lengths = {}                     # key -> letters
    for cls, val, bits, weak, phrase in rows():
        if cls + '_' in number_of:   # and_, ...: words that C++ keeps for itself
            cls_number = number_of[cls + '_']
        else:
            cls_number = number_of[cls]
        for p, more in variants(cls, bits, phrase):
            keys = tuple(key(w) for w in p)
            lengths.update(zip(keys, map(len, p)))
            senses = (words.setdefault(keys[0], {}) if len(keys) == 1 else phrases.setdefault(keys, {}))
            at = (cls_number, val)
            old = senses.get(at)
            flags = bits | more | (WEAK if weak else 0)
            if old is None:
                senses[at] = flags
            else:                    # strong in one language is strong
                senses[at] = ((old | flags) & ~(WEAK | DEFINITE)) | (old & flags & (WEAK | DEFINITE))
    for keys in phrases:
        for k in keys:
            words.setdefault(k, {})
    order = sorted(words, key=hash_of)    # words of one bucket stand side by side
    index = {k: i for i, k in enumerate(order)}
    starts = {index[p[0]] for p in phrases}
    inside = {index[k] for p in phrases for k in p[1:]}
    light = {number_of.get(c, number_of.get(c + '_')) for c in LIGHT}
    small = {number_of.get(c, number_of.get(c + '_')) for c in SMALL}
    # One word of each phrase is enough to keep the others: one that means something by itself, else one of no other use, else the longest;
    # of "a m" the last, for the first is everywhere.
    heavy = {k for k, s in words.items() if any(c not in light for c, _ in s)}
    for p in sorted(phrases):
        if any(c not in light for c, _ in phrases[p]) and not heavy & set(p):
            heavy.add(max(reversed(p), key=lambda k: (not words[k], lengths[k])))

    senses, entries = bytearray(), bytearray()
    n_senses = 0
    written = {}

    def add(s):
        """The spellings of a word share what it means."""
        nonlocal n_senses
        data = b''.join(bytes([c, f]) + (v & 0xFFFF).to_bytes(2, 'little') for (c, v), f in sorted(s.items()))
        if data not in written:
            written[data] = n_senses
            senses.extend(data)
            n_senses += len(s)
        return written[data], len(s)
    for i, k in enumerate(order):
        first, count = add(words[k])
        only_small = bool(words[k]) and all(c in small for c, _ in words[k])
        assert count < 64
        languages = 0
        for f in words[k].values():
            languages |= f & 63
        entries.extend(first.to_bytes(2, 'little') + bytes([count | (64 if i in inside else 0) | (128 if only_small else 0), (1 if i in starts else 0) | (2 if k not in heavy else 0) | (languages << 2 & 255)]))
    # The trie: (state, word) -> state; state n's senses.
    states, transitions, state_senses = {(): 0}, {}, [(0, 0)]
    for p in sorted(phrases):
        ids = tuple(index[k] for k in p)
        for n in range(1, len(ids) + 1):
            if ids[:n] not in states:
                states[ids[:n]] = len(state_senses)
                state_senses.append((0, 0))
                transitions[(states[ids[:n - 1]], ids[n - 1])] = states[ids[:n]]
        state_senses[states[ids]] = add(phrases[p])
    # What a name of the user's own can mean: the months of three calendars, and a day of some month.
    users = n_senses
    add({(number_of['month'], calendar * 16 + month): 63 for calendar in range(3) for month in range(1, 13)})
    add({(number_of['holiday'], 0): 63})
    trie = bytearray()
    for (s, w), t in sorted(transitions.items()):
        trie.extend(w.to_bytes(2, 'little') + s.to_bytes(2, 'little') + t.to_bytes(2, 'little'))
    state_data = bytearray()
    for first, count in state_senses:
        state_data.extend(first.to_bytes(2, 'little') + count.to_bytes(2, 'little'))

    bits = 11
    buckets = [0] * ((1 << bits) + 1)
    bloom = bytearray(8192)
    for k in order:
        h = hash_of(k)
        b = h >> 48
        bloom[b >> 3] |= 1 << (b & 7)
        buckets[(h >> (64 - bits)) + 1] += 1
    for i in range(1 << bits):
        buckets[i + 1] += buckets[i]
    bucket_data = b''.join(b.to_bytes(2, 'little') for b in buckets)
    key_data = b''.join(k.to_bytes(8, 'little') for k in order)
    letters = bytearray(256)
    for cp in range(0x600, 0x700):
        ch = chr(cp)
        if ch in ARABIC:
            letters[cp - 0x600] = ARABIC[ch]
        elif cp in DROPPED:
            letters[cp - 0x600] = 64
        elif 0x620 <= cp <= 0x6D3 and cp not in (0x66A, 0x66B, 0x66C, 0x66D) and not 0x660 <= cp <= 0x669 or cp in (0x6D5, 0x6EE, 0x6EF, 0x6FA, 0x6FB, 0x6FC, 0x6FF):
            letters[cp - 0x600] = 63

    presentation = bytearray()
    for cp in list(range(0xFB50, 0xFC00)) + list(range(0xFE70, 0xFF00)):
        base = [ARABIC[c] for c in unicodedata.normalize('NFKC', chr(cp)) if c in ARABIC]
        presentation.extend(bytes((base + [0, 0])[:2]))

    with open(OUT, 'w', encoding='utf-8') as out:
        out.write('''// SPDX-License-Identifier: MIT
// The words of numbers and dates in six languages: written by tools/tables/lexicon.py from tools/tables/lexicon/*.tsv. Do not edit.
#ifndef MATN_DETAIL_LEXICON_TIME_HPP
#define MATN_DETAIL_LEXICON_TIME_HPP

#include <matn/version.hpp>

#include <cstddef>

// clang-format off

namespace matn { inline namespace v0 { namespace detail::lexicon_time {

inline constexpr std::size_t words = %d;
inline constexpr std::size_t senses = %d;
inline constexpr std::size_t states = %d;
inline constexpr std::size_t transitions = %d;
inline constexpr unsigned bucket_bits = %d;
inline constexpr std::size_t users = %d; // the senses of a user's names: 36 months, one feast

''' % (len(order), n_senses, len(state_senses), len(transitions), bits, users))
        for name, what, data in (
                ('letter_codes', 'The code of each letter of U+0600 to U+06FF; 64: a mark, folded away; 63: a letter of no word here; 0: no letter.', letters),
                ('presentation_codes', 'Two codes for each of U+FB50 to U+FBFF and U+FE70 to U+FEFF: the letters that a presentation form stands for.', presentation),
                ('filter', 'A bit for each hash that some word has: keeps most words of a text away from the tables below.', bloom),
                ('buckets', 'Where the words begin whose hashes begin with the same bits, 16 bits each.', bucket_data),
                ('keys', 'The keys of the words, 64 bits each, by hash.', key_data),
                ('entries', 'For each word: its first sense (16 bits), how many (and 64: goes on phrases, 128: a small word), flags (1: begins phrases, 2: nothing by itself, 4 and up: its languages).', entries),
                ('sense_data', 'For each sense: class, languages and flags, value (16 bits, signed).', senses),
                ('trie', 'For each step of a phrase: word, state, next state (16 bits each), by state and word.', trie),
                ('state_data', 'For each state: the first sense of the phrase that ends here, and how many (16 bits each).', state_data)):
            out.write('// %s\ninline constexpr char %s[] =\n%s;\n\n' % (what, name, octal(bytes(data))))
        out.write('}}} // namespace matn::v0::detail::lexicon_time\n\n// clang-format on\n\n#endif\n')
    print('%d words, %d senses, %d phrases, %d states, %d buckets' % (len(order), n_senses, len(phrases), len(state_senses), 1 << bits))


def units():
    """Writes the keys of units.tsv: one sorted table for each of its classes."""
    keys = {'unit': set(), 'none': set(), 'label': set(), 'square': set(), 'code': set()}
    for number, line in enumerate(open(os.path.join(HERE, 'lexicon', 'units.tsv'), encoding='utf-8'), 1):
        line = line.rstrip('\n')
        if not line or line[0] == '#':
            continue
        fields = line.split('\t')
        if len(fields) != 3 or fields[0] not in keys or not set(fields[1]) <= set(LANGS):
            raise SystemExit('units.tsv:%d: a class, languages and words wanted' % number)
        keys[fields[0]].update(key(w.strip()) for w in fields[2].split(','))
    with open(UNITS, 'w', encoding='utf-8') as out:
        out.write('''// SPDX-License-Identifier: MIT
// What numbers count, in six languages: written by tools/tables/lexicon.py from tools/tables/lexicon/units.tsv. Do not edit.
#ifndef MATN_DETAIL_LEXICON_UNITS_HPP
#define MATN_DETAIL_LEXICON_UNITS_HPP

#include <matn/version.hpp>

#include <cstddef>

// clang-format off

namespace matn { inline namespace v0 { namespace detail::lexicon_units {

''')
        for name, what in (('unit', 'Units, classifiers and common counted nouns'), ('none', 'Words that are not counted'),
                           ('label', 'Words that make the number behind them a name'), ('square', 'Words that belong to the unit beside them'),
                           ('code', 'Codes of currencies')):
            out.write('// %s: the keys of the words, 64 bits each, sorted.\ninline constexpr std::size_t %ss = %d;\n' % (what, name, len(keys[name])))
            out.write('inline constexpr char %s_keys[] =\n%s;\n\n' % (name, octal(b''.join(k.to_bytes(8, 'little') for k in sorted(keys[name])))))
        out.write('}}} // namespace matn::v0::detail::lexicon_units\n\n// clang-format on\n\n#endif\n')
    print('%d units' % len(keys['unit']))


if __name__ == '__main__':
    main()
    units()
