#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes include/matn/detail/lexicon_clitics.hpp: the word counts and weights of syntactic_word.hpp.

    tools/clitics/train.py DATA include/matn/detail/lexicon_clitics.hpp    the header; the same data gives the same bytes
    tools/clitics/train.py DATA OTHER.hpp --without PART/PARTS             the same without the sentences whose id hashes to PART of PARTS
    tools/clitics/train.py DATA --folds 5 [--show]                         measures on sentences that neither the counts nor the weights have seen

DATA is a folder with
    tokens/dev/{ar_pud,apc_madar,fa_perdt,fa_seraji}.jsonl  words and their parts in Universal Dependencies' Arabic-PUD (CC BY-SA 3.0), South
                                                     Levantine Arabic-MADAR, Persian-PerDT and Persian-Seraji (CC BY-SA 4.0)
    corpus/{ar,fa}.txt                               the same, XQuAD, ARCD and PQuAD (Wikipedia); CC BY-SA 3.0 and 4.0
    lid/train{,_src}/{ar,fa,prs}.txt                 only lines of these sources: pali (Tatoeba, Wikipedia, news; MIT repository, text CC BY and
                                                     CC BY-SA), wp-android (Apache-2.0), dhis2 (BSD-3-Clause), iogt (BSD-2-Clause), bloom (MIT)
What is taken from them is how often a word occurs, and weights learned from how words are parted. words.tsv beside this file was written for matn.

The model is a linear one over hashed features of one way to part a word (detail/clitic_model.hpp has the same in C++), learned by an averaged
perceptron with a margin, in whole numbers.
"""
import collections
import hashlib
import json
import os
import random
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = ('pali', 'wp-android', 'dhis2', 'iogt', 'bloom')

# Letters and their codes, 1 and up; letters that are read as another one have its code. 0 is dropped (marks), none is foreign.
LETTERS = 'ابتثجحخدذرزسشصضطظعغفقکلمنهویءؤئپچژگآةأإى\u200c'
CODES = {letter: i + 1 for i, letter in enumerate(LETTERS)}
JOINER = CODES['\u200c']
for letter, like in zip('ٱكيۀە', 'اکیهه'):
    CODES[letter] = CODES[like]
READ_AS = {
    'ar': {CODES[a]: CODES[b] for a, b in zip('پچژگ', 'بجزک')},
    'fa': {CODES[a]: CODES[b] for a, b in zip('أإىةئؤ', 'اایهیو')},
}
# Further letters that the counts take as one: writers of Arabic leave out the hamza of an alef and the dots of a yeh, and a teh marbuta before a pronoun
# is a teh.
COUNTED_AS = {CODES[a]: CODES[b] for a, b in zip('أإآىة', 'ااایت')}


def is_mark(c):
    return '\u064b' <= c <= '\u065f' or c in '\u0640\u0670\u200d' or '\u0610' <= c <= '\u061a' or '\u06d6' <= c <= '\u06ed'


def letters_of(language, word):
    """The codes of a word and the place of each in it; None if a letter is foreign."""
    codes, places = [], []
    read_as = READ_AS[language]
    for i, c in enumerate(word):
        if is_mark(c):
            continue
        code = CODES.get(c)
        if code is None or len(codes) == 30:
            return None, None
        codes.append(read_as.get(code, code))
        places.append(i)
    places.append(len(word))
    return tuple(codes), places


def spelled(text):
    return tuple(CODES[c] for c in text)


# Clitics as their parts; the model chooses between all that fit.
PROCLITICS = {
    'ar': ['', 'و', 'ف', 'ب', 'ل', 'ک', 'س', 'و+ب', 'و+ل', 'و+ک', 'و+س', 'ف+ب', 'ف+ل', 'ف+ک', 'ف+س'],
    'fa': [''],
}
ENCLITICS = {
    'ar': ['', 'ه', 'ها', 'هم', 'هما', 'هن', 'ک', 'کم', 'کن', 'کما', 'نا', 'نی', 'ی', 'ل+ی', 'ل+هم', 'ل+ه', 'ل+ها', 'ل+نا', 'ل+ک'],
    'fa': ['', 'م', 'ت', 'ش', 'مان', 'تان', 'شان', 'ام', 'ات', 'اش', 'یم', 'یت', 'یش', 'یمان', 'یتان', 'یشان', 'ست', 'ند', 'اند', 'اید', 'ایم', 'را', 'ان', 'ین'],
}
# ان and ین are parts of بدان and بدین, درین, ازین, برین alone, را of مرا and ترا; the others with an alef follow a half-space or a vowel.
AFTER_JOINER = ('ام', 'ات', 'اش', 'اند', 'اید', 'ایم')


class Clitic:
    def __init__(self, number, text):
        self.number = number
        self.parts = [len(part) for part in text.split('+')] if text else []
        self.codes = spelled(text.replace('+', ''))
        self.text = text.replace('+', '')


PRO = {l: [Clitic(i, t) for i, t in enumerate(PROCLITICS[l])] for l in PROCLITICS}
EN = {l: [Clitic(i, t) for i, t in enumerate(ENCLITICS[l])] for l in ENCLITICS}
ALEF, LAM, BEH, WAW, YEH, DAL = (CODES[c] for c in 'البوید')
ARTICLE = (ALEF, LAM)


def may_stand_alone(p, e):
    return p.text in ('ب', 'ل', 'وب', 'ول', 'فب', 'فل') and e.text in ('ه', 'ها', 'هم', 'هما', 'هن', 'ک', 'کم', 'کن', 'کما', 'نا', 'ی')


def candidates(language, codes):
    """All ways to part a word, the whole one first: (proclitic, enclitic, stem begin, stem end)."""
    found = []
    for p in PRO[language]:
        if codes[:len(p.codes)] != p.codes:
            continue
        for e in EN[language]:
            begin, end = len(p.codes), len(codes) - len(e.codes)
            if end < begin or codes[end:] != e.codes:
                continue
            length = end - begin
            if p.number or e.number:
                if length == 0 and not may_stand_alone(p, e):
                    continue
                if language == 'ar':
                    if length == 1 or (e.parts[1:] and length < 3):
                        continue
                elif e.text in ('ان', 'ین'):
                    others = (spelled('در'), spelled('از'), spelled('بر')) if e.text == 'ین' else ()
                    if codes[:end] != (BEH, DAL) and codes[:end] not in others:
                        continue
                elif e.text == 'را':
                    if codes[:end] not in ((CODES['م'],), (CODES['ت'],)):
                        continue
                elif length < 2 or (e.text in AFTER_JOINER and codes[end - 1] != JOINER):
                    continue
            found.append((p, e, begin, end))
    return found


# --- counts

MASK = 0xFFFFFFFF
LEAST = {'ar': 3, 'fa': 6}
COUNT_LEVELS = 8


def key_of(codes, exact=False):
    key = 0x811C9DC5
    for c in codes:
        key = (key ^ (c if exact else COUNTED_AS.get(c, c))) * 0x01000193 & MASK
    return key


EXCEPTIONS = {'ar': 340, 'fa': 10}  # at most
FIRST_EXCEPTION, SECOND_EXCEPTION = 60, 61  # stand before an exception in the lexicon


def level_of(count):
    return min(COUNT_LEVELS - 1, count.bit_length())


def prime_from(number):
    while any(number % d == 0 for d in range(2, int(number ** 0.5) + 1)):
        number += 1
    return number


class Lexicon:
    """Counts of words by levels: open addressing with double hashing, a slot has 10 bits of the key and 3 of the level."""
    def __init__(self, language, counts):
        rows = sorted(((-c, w) for w, c in counts.items() if c >= LEAST[language]))
        self.held = len(rows)
        rows = [(codes, level_of(-count)) for count, codes in rows]
        if language == 'fa':
            own = known_words()
            own.update((codes, level) for codes, level in rows if level > own.get(codes, level))
            rows = sorted(verbs().items()) + sorted(affixes()) + sorted(own.items()) + [row for row in rows if row[0] not in own]
        self.size = prime_from((len(rows) + 2 * EXCEPTIONS[language]) * 20 // 17)
        self.slots = [0] * self.size
        for codes, level in rows:
            self.put(codes, level)

    def put(self, codes, level, exact=False):
        place, tag, step = self.where(codes, exact)
        while self.slots[place]:
            if self.slots[place] >> 3 == tag:
                return
            place = (place + step) % self.size
        self.slots[place] = tag << 3 | level

    def where(self, codes, exact=False):
        mixed = key_of(codes, exact) * 0x9E3779B1 & MASK
        mixed ^= mixed >> 15
        return mixed * self.size >> 32, mixed & 1023, 1 + (mixed >> 10 & 2047)

    def level(self, codes, exact=False):
        place, tag, step = self.where(codes, exact)
        while self.slots[place]:
            if self.slots[place] >> 3 == tag:
                return self.slots[place] & 7
            place = (place + step) % self.size
        return 0


# --- features

BITS = {'ar': 14, 'fa': 13}


def features(language, codes, way, lexicon, whole_level, whole_key):
    p, e, begin, end = way
    stem = codes[begin:end]
    n = min(len(stem), 7)
    stem_level = lexicon.level(stem) if p.number or e.number else whole_level
    parted = (1 if p.number else 0) + (2 if e.number else 0)
    c = lambda i: stem[i] if -len(stem) <= i < len(stem) else 0
    first2, last2 = c(0) | c(1) << 6, c(-1) | c(-2) << 6
    first3, last3 = first2 | c(2) << 12, last2 | c(-3) << 12
    stem_key = key_of(stem, True)
    levels = stem_level | whole_level << 3
    rows = []

    def add(template, a, b=0):
        h = ((template << 6 | a) * 0x85EBCA6B ^ b * 0xC2B2AE35) & MASK
        h ^= h >> 16
        h = h * 0x7FEB352D & MASK
        rows.append(h >> (32 - BITS[language]))

    P, E = p.number, 32 | e.number
    add(0, P, e.number)
    add(1, P, n)
    add(1, E, n)
    add(2, P, first2)
    add(3, P, first3)
    add(4, E, last2)
    add(5, E, last3)
    add(6, parted, levels)
    add(7, P, stem_level)
    add(7, E, stem_level)
    add(8, P, whole_level)
    add(8, E, whole_level)
    add(9, P, c(0) | stem_level << 6)
    add(9, E, c(-1) | stem_level << 6)
    add(10, P, c(0) | n << 6)
    add(10, E, c(-1) | n << 6)
    add(11, P, c(0) | e.number << 6)
    add(12, P, stem_key ^ e.number)
    add(13, parted & 1, stem_key)
    add(13, parted | 32, stem_key)
    if language == 'ar':
        article_level = lexicon.level(ARTICLE + stem)
        add(15, parted, article_level | stem_level << 3)
        add(16, P, article_level)
        add(16, E, article_level)
        front = article_at(stem)
        add(19, front)
        add(20, P, front)
        add(17, P, codes[1] | (codes[2] << 6 if len(codes) > 2 else 0))
    else:
        verb = verb_of(stem, lexicon)
        add(15, E, verb)
        add(16, E, verb | stem_level << 4)
        add(18, E, verb | whole_level << 4)
        add(17, E, (JOINER in stem) | whole_level << 1)
    return rows


def article_at(stem):
    """1 a stem begins with the article, 2 with a proclitic and the article, 3 with the article after ل."""
    if stem[:2] == ARTICLE and len(stem) > 4:
        return 1
    if stem[1:3] == ARTICLE and len(stem) > 5 and stem[0] in (BEH, WAW, CODES['ک'], CODES['ف']):
        return 2
    return 3 if stem[:2] == (LAM, LAM) and len(stem) > 4 else 0


MEEM, NOON, HEH = (CODES[c] for c in 'منه')
VERB = 63  # stands before a verb's stem in the lexicon


def verb_of(stem, lexicon):
    """What a Persian stem looks like: 1 it begins with می‌ or نمی‌, 2 it ends in the plural ها or های, 3 in a half-space; 4 and 8 it is the past or
    present stem of a verb, less ب ن می نمی."""
    continuous = 0
    if stem[:3] == (MEEM, YEH, JOINER):
        continuous = 3
    elif stem[:4] == (NOON, MEEM, YEH, JOINER):
        continuous = 4
    kind = 1 if continuous else 3 if stem[-1:] == (JOINER,) else 2 if stem[-2:] == (HEH, ALEF) or stem[-3:] == (HEH, ALEF, YEH) else 0
    level = lexicon.level((VERB,) + stem[continuous:])
    if level == 0 and not continuous and stem[:1] in ((BEH,), (NOON,)):
        level = lexicon.level((VERB,) + stem[1:])
    return kind | level << 2


AFFIX = 62  # stands in the lexicon before what is a part of compounds, affixes, names: next to it no space is lost


def affixes():
    found = set()
    for path, column in (('../joiners/endings.tsv', 2), ('words.tsv', 1)):
        with open(os.path.join(HERE, path), encoding='utf-8') as file:
            for line in file:
                row = line.rstrip('\n').split('\t')
                if not line.startswith('#') and (column == 2 or row[0] == 'fa-affix'):
                    found.update((AFFIX,) + codes for codes in (letters_of('fa', word)[0] for word in row[column].split()) if codes)
    return [(codes, 1) for codes in found]


def known_words():
    """Words of Dari that the counted texts, most of them Iranian, have seldom: with the level of a frequent word."""
    with open(os.path.join(HERE, 'words.tsv'), encoding='utf-8') as file:
        rows = [line.split('\t')[1].split() for line in file if line.startswith('fa-word\t')]
    return {codes: 5 for codes in (letters_of('fa', word)[0] for row in rows for word in row) if codes}


def verbs():
    """Stems of Persian verbs: 1 past, 2 present, 3 both."""
    found = collections.Counter()
    with open(os.path.join(HERE, '../joiners/verbs.tsv'), encoding='utf-8') as file:
        for line in file:
            if line.strip() and not line.startswith('#'):
                past, present = line.rstrip('\n').split('\t')
                found[past] |= 1
                for stem in present.split():
                    if stem != '-' and len(stem) > 1:
                        found[stem] |= 2
    return {(VERB,) + letters_of('fa', stem)[0]: level for stem, level in found.items()}


# --- learning

def prepared(language, codes, ways, lexicon):
    level, key = lexicon.level(codes), key_of(codes, True)
    return [features(language, codes, way, lexicon, level, key) for way in ways]


ROUNDS = 5


def learned(language, rows, own, lexicon, epochs=12, margin=8):
    """Rows: (codes, number of the right way). Our own words are chosen for being hard, so they teach what they are themselves (the last feature) and
    nothing about other words."""
    data = []
    for teaches, (codes, right) in [(0, row) for row in rows] + [(-1 if language == 'ar' else 0, row) for row in own]:
        ways = candidates(language, codes)
        if len(ways) > 1:
            data.append((prepared(language, codes, ways, lexicon), right, teaches))
    mean = [0] * (1 << BITS[language])
    for seed in range(ROUNDS):  # each in another order: together they err less than one
        weights, sums, steps = [0] * (1 << BITS[language]), [0] * (1 << BITS[language]), 1
        order = list(range(len(data)))
        rnd = random.Random(seed)
        for _ in range(epochs):
            for i in range(len(order) - 1, 0, -1):  # our own shuffle: random.shuffle is not promised to stay the same
                j = int(rnd.random() * (i + 1))
                order[i], order[j] = order[j], order[i]
            for i in order:
                ways, right, teaches = data[i]
                steps += 1
                best, top = right, None
                for j, way in enumerate(ways):
                    score = sum(weights[f] for f in way) + (0 if j == right else margin)
                    if top is None or score > top:
                        best, top = j, score
                if best != right:
                    for f in ways[right][teaches:]:
                        weights[f] += 1
                        sums[f] += steps
                    for f in ways[best][teaches:]:
                        weights[f] -= 1
                        sums[f] -= steps
        mean = [m + w * steps - s for m, w, s in zip(mean, weights, sums)]
    most = max(1, max(abs(m) for m in mean))
    return [(abs(m) * 90 + most) // (most * 2) * (1 if m > 0 else -1) for m in mean]


def learn_exceptions(language, own, weights, lexicon):
    """Puts what the model does not learn of our own words into the lexicon: the number of the way. Twice, for a slot can be taken for another's."""
    count = 0
    for codes, right in own:
        ways = candidates(language, codes)
        if len(ways) > 1 and chosen(language, codes, ways, weights, lexicon) != ways[right] and right < 7:
            count += 1
            lexicon.put((FIRST_EXCEPTION,) + codes, right + 1, True)
            lexicon.put((SECOND_EXCEPTION,) + codes, right + 1, True)
    if count > EXCEPTIONS[language]:
        sys.exit(f'{count} exceptions: raise EXCEPTIONS')


def chosen(language, codes, ways, weights, lexicon):
    exception = lexicon.level((FIRST_EXCEPTION,) + codes, True)
    if exception and exception <= len(ways) and exception == lexicon.level((SECOND_EXCEPTION,) + codes, True):
        return ways[exception - 1]
    best, top = 0, None
    for j, way in enumerate(prepared(language, codes, ways, lexicon)):
        score = sum(weights[f] for f in way)
        if top is None or score > top:
            best, top = j, score
    return ways[best]


def cuts_of(way, places):
    p, e, begin, end = way
    cuts, at = [], 0
    for size in p.parts + ([end - begin] if end > begin else []) + e.parts:
        at += size
        cuts.append(places[at])
    return cuts


# --- data

def jsonl(path):
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def words_of(sentence):
    text = sentence['text'].encode()
    parts = collections.defaultdict(list)
    for form, token in sentence['words']:
        parts[token].append(form)
    for i, (begin, end) in enumerate(sentence['tokens']):
        yield text[begin:end].decode(), parts[i]


def rows_of(language, sentences):
    for sentence in sentences:
        for word, parts in words_of(sentence):
            row = row_of(language, word, parts)
            if row:
                yield row


def row_of(language, word, parts):
    codes, places = letters_of(language, word)
    if not codes or len(codes) < 2 or ''.join(parts) != word:
        return None
    right, at = [], 0
    for part in parts:
        at += len(part)
        right.append(at)
    for i, way in enumerate(candidates(language, codes)):
        if cuts_of(way, places) == right:
            return codes, i
    return None


def own_rows(language):
    with open(os.path.join(HERE, 'words.tsv'), encoding='utf-8') as file:
        for line in file:
            if line.startswith(language + '\t'):
                for word in line.rstrip('\n').split('\t')[1].split():
                    parts = word.split('+')
                    row = row_of(language, ''.join(parts), parts)
                    if row is None:
                        sys.exit(f'words.tsv: no way to part {word}')
                    yield row


WORD = re.compile('[\u0610-\u061a\u0621-\u065f\u0670-\u06d3\u06d5-\u06ed\u06fa-\u06ff\u200c\u200d]+')


def counted(language, texts):
    counts = collections.Counter()
    for text in texts:
        for found in WORD.finditer(text):
            codes, _ = letters_of(language, found.group().strip('\u200c\u200d'))
            if codes:
                counts[tuple(COUNTED_AS.get(c, c) for c in codes)] += 1
    return counts


def corpus(data, language, without):
    without = set(sentence['text'] for sentence in without)
    with open(os.path.join(data, 'corpus', language + '.txt'), encoding='utf-8') as file:
        for line in file:
            if line.rstrip('\n') not in without:
                yield line
    for name in {'ar': ['ar'], 'fa': ['fa', 'prs']}[language]:
        with open(os.path.join(data, 'lid/train', name + '.txt'), encoding='utf-8') as file, \
                open(os.path.join(data, 'lid/train_src', name + '.txt'), encoding='utf-8') as sources:
            for line, source in zip(file, sources):
                if source.strip() in SOURCES:
                    yield line


BANKS = {'ar': ['ar_pud', 'apc_madar'], 'fa': ['fa_perdt', 'fa_seraji']}


def f1(language, sentences, weights, lexicon, errors=None):
    same = ours = gold = 0
    for sentence in sentences:
        for word, parts in words_of(sentence):
            codes, places = letters_of(language, word)
            cuts = [len(word)]
            if codes and len(codes) > 1:
                ways = candidates(language, codes)
                cuts = cuts_of(chosen(language, codes, ways, weights, lexicon) if len(ways) > 1 else ways[0], places)
            right, at = [], 0
            for part in parts:
                at += len(part)
                right.append(at)
            mine, theirs = set(zip([0] + cuts, cuts)), set(zip([0] + right, right))
            same, ours, gold = same + len(mine & theirs), ours + len(mine), gold + len(theirs)
            if errors is not None and mine != theirs:
                errors.append((word, '+'.join(word[a:b] for a, b in zip([0] + cuts, cuts)), '+'.join(parts)))
    return same, ours, gold


def part_of(sentence, parts):
    return int.from_bytes(hashlib.sha256(sentence['id'].encode()).digest()[:4], 'big') % parts


def measure(data, parts, show):
    for language, names in BANKS.items():
        banks = {name: jsonl(os.path.join(data, 'tokens/dev', name + '.jsonl')) for name in names}
        every = [sentence for bank in banks.values() for sentence in bank]
        base = counted(language, corpus(data, language, every))
        totals, errors = collections.defaultdict(lambda: [0, 0, 0]), collections.defaultdict(list)
        for part in range(parts):
            seen = [s for s in every if part_of(s, parts) != part]
            lexicon = Lexicon(language, base + counted(language, (s['text'] for s in seen)))
            weights = learned(language, list(rows_of(language, seen)), list(own_rows(language)), lexicon)
            learn_exceptions(language, list(own_rows(language)), weights, lexicon)
            for name, bank in banks.items():
                result = f1(language, [s for s in bank if part_of(s, parts) == part], weights, lexicon, errors[name])
                totals[name] = [a + b for a, b in zip(totals[name], result)]
        for name, (same, ours, gold) in totals.items():
            print(f'{name}\tF1 {200 * same / (ours + gold):.2f}\twords wrong {len(errors[name])}\tlexicon {lexicon.held}')
            if show:
                for row in errors[name]:
                    print('   ', *row)


def printable(value):
    """A value of 0 to 90 as a character that needs no escape in a literal."""
    return chr(value + 35 + (value + 35 >= 92))


def literal(chars, pieces):
    lines = [chars[i:i + 128] for i in range(0, len(chars), 128)]
    per_piece = pieces // 128
    groups = [lines[i:i + per_piece] for i in range(0, len(lines), per_piece)]
    return ',\n'.join('\n'.join('    "' + line.replace('??', '?""?') + '"' for line in group) for group in groups)


def header(data, path, without):
    out = []
    for language, names in BANKS.items():
        every = [s for name in names for s in jsonl(os.path.join(data, 'tokens/dev', name + '.jsonl'))]
        kept = [s for s in every if without is None or part_of(s, without[1]) != without[0]]
        lexicon = Lexicon(language, counted(language, corpus(data, language, every)) + counted(language, (s['text'] for s in kept)))
        weights = learned(language, list(rows_of(language, kept)), list(own_rows(language)), lexicon)
        learn_exceptions(language, list(own_rows(language)), weights, lexicon)
        name = {'ar': 'arabic', 'fa': 'persian'}[language]
        slots = ''.join(printable(slot % 91) + printable(slot // 91) for slot in lexicon.slots)
        weights = ''.join(printable(weight + 45) for weight in weights)
        print(f'{name}: {lexicon.held} words, {sum(1 for slot in lexicon.slots if slot)} slots taken, {len(slots) + len(weights)} bytes')
        out.append(f"""inline constexpr std::uint32_t {name}_slot_count = {lexicon.size};
inline constexpr char {name}_slots[{len(slots) + 1}] =
{literal(slots, len(slots) + 128)};
inline constexpr std::uint32_t {name}_weight_bits = {BITS[language]};
inline constexpr char {name}_weights[{len(weights) + 1}] =
{literal(weights, len(weights) + 128)};
""")
    text = f"""// SPDX-License-Identifier: MIT
// How often words occur, and weights that choose how a word is parted: what clitic_model.hpp reads. Written by tools/clitics/train.py, which names the
// sources; not to be edited.
//
// Counted in and learned from Universal Dependencies' Arabic-PUD (CC BY-SA 3.0), South Levantine Arabic-MADAR, Persian-PerDT and Persian-Seraji (CC BY-SA
// 4.0), XQuAD, ARCD and PQuAD (Wikipedia, CC BY-SA), the PersoArabicLID corpora (Tatoeba, Wikipedia), and interface texts of the Wikipedia app, DHIS2, Bloom
// and IoGT.
#ifndef MATN_DETAIL_LEXICON_CLITICS_HPP
#define MATN_DETAIL_LEXICON_CLITICS_HPP

#include <matn/version.hpp>

#include <cstdint>

// clang-format off
namespace matn {{ inline namespace v0 {{ namespace detail {{ namespace parting {{

// A slot is two characters, each a digit of base 91 (their place among the characters from '#' without the backslash), the lower one first: 3 bits of
// level, 10 of the key. A weight is one such digit less 45.
{chr(10).join(out)}
}}}}}}}} // namespace matn::v0::detail::parting
// clang-format on

#endif
"""
    with open(path, 'w', encoding='utf-8', newline='\n') as file:
        file.write(text)


def main(arguments):
    if len(arguments) >= 3 and arguments[1] == '--folds':
        measure(arguments[0], int(arguments[2]), '--show' in arguments)
    elif len(arguments) in (2, 4) and (len(arguments) == 2 or arguments[2] == '--without'):
        header(arguments[0], arguments[1], tuple(map(int, arguments[3].split('/'))) if len(arguments) == 4 else None)
    else:
        sys.exit(__doc__)


if __name__ == '__main__':
    main(sys.argv[1:])
