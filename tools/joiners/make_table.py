#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes include/matn/detail/lexicon_joiners.hpp: the words of joiner.hpp as one automaton.

    tools/joiners/make_table.py DATA include/matn/detail/lexicon_joiners.hpp [--without FILE.jsonl[:PART/PARTS]]...

DATA is a folder with
    tokens/dev/zwnj/fa_zwnj_forms.tsv, fa_vocab.tsv  forms counted from Universal Dependencies' Persian-PerDT (train) and the next; CC BY-SA 4.0
    corpus/fa.txt                                    UD Persian-PerDT and Persian-Seraji, and PQuAD (Persian Wikipedia); CC BY-SA 4.0
    lid/train{,_src}/{fa,prs}.txt                    only lines of these sources: pali (Tatoeba, Wikipedia, news; MIT repository, text CC BY and
                                                     CC BY-SA), wp-android (Apache-2.0), dhis2 (BSD-3-Clause), iogt (BSD-2-Clause), bloom (MIT)
What is taken from them is which spellings of a word occur and how often. verbs.tsv, endings.tsv, beginnings.tsv, context.tsv, forms.tsv and one_word.tsv
beside this file were written for matn. The same data gives the same bytes.

--without leaves out the sentences of a file (one JSON object a line with "id" and "text"), or those whose id hashes to PART of PARTS: for measuring on
sentences that the table has not seen.
"""
import collections
import hashlib
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
JOINER = '\u200c'
LETTERS = 'ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی '  # codes 1, 2, ...; the space stands for a gap in a word typed with spaces
NON_JOINING = set('اآدذرزژوء')
FOLDS = str.maketrans({'ي': 'ی', 'ى': 'ی', 'ئ': 'ی', 'ك': 'ک', 'أ': 'ا', 'إ': 'ا', 'ٱ': 'ا', 'ؤ': 'و', 'ۀ': 'ه', 'ة': 'ه'})
MARKS = re.compile('[\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200d]')
WORD = re.compile('[ء-غـ-\u065fٮ-ۓەۺ-ۿ\u200c\u200d]+')
MUST = re.compile('ه\u200c|می\u200c|\u200cآ')  # without the joiner a mistake, not another spelling
PLAIN_WORD = re.compile('[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ\u200c]+')  # how the two tables were counted


def fold(word):
    word = word.replace('ا\u0653', 'آ').translate(FOLDS)
    word = MARKS.sub('', word).strip(JOINER)
    return re.sub(JOINER + '+', JOINER, word)


def words_of(text):
    for found in WORD.finditer(text):
        word = fold(found.group())
        if word:
            yield word


def read(*path):
    with open(os.path.join(*path), encoding='utf-8', newline='\n') as file:
        return file.read()


def rows(name):
    for line in read(HERE, name).split('\n'):
        if line and not line.startswith('#'):
            yield line.split('\t')


def count(texts):
    counted = collections.Counter()
    for text in texts:
        counted.update(words_of(text))
    return counted


def left_out(arguments):
    texts = []
    for argument in arguments:
        path, _, part = argument.partition(':')
        k, n = map(int, part.split('/')) if part else (0, 1)
        for line in read(path).splitlines():
            sentence = json.loads(line)
            if hashlib.sha256(sentence['id'].encode()).digest()[5] % n == k:
                texts.append(sentence['text'])
    return texts


# How often each spelling of each word was seen, and each pair of words with a space between them.
def spellings(data, without):
    corpus = read(data, 'corpus', 'fa.txt').split('\n')
    seen = count(corpus)
    as_counted = collections.Counter()
    for line in corpus:
        as_counted.update(w.strip(JOINER) for w in PLAIN_WORD.findall(line.replace('ي', 'ی').replace('ك', 'ک')))
    # What the tables have more than the corpus comes from PerDT's train part.
    more = collections.Counter()
    # The treebank of older news is small beside the others, and is all that speaks for its style: it counts several times.
    news = [json.loads(line)['text'] for line in read(data, 'tokens', 'dev', 'fa_seraji.jsonl').splitlines()]
    more_of_news = count(t for t in news if t not in set(without))
    for line in read(data, 'tokens', 'dev', 'zwnj', 'fa_zwnj_forms.tsv').splitlines():
        plain, best, times, of = line.split('\t')
        more[best] += int(times) - max(as_counted[best], seen[best])
        more[plain] += int(of) - int(times) - max(as_counted[plain], seen[plain])
    for line in read(data, 'tokens', 'dev', 'zwnj', 'fa_vocab.tsv').splitlines():
        plain, times = line.split('\t')
        more[plain] += int(times) - max(as_counted[plain], seen[plain])
    texts = list(corpus)
    for language, sources in (('fa', ('pali', 'wp-android')), ('prs', ('dhis2', 'iogt', 'bloom'))):
        lines = read(data, 'lid', 'train', language + '.txt').split('\n')
        tags = read(data, 'lid', 'train_src', language + '.txt').split('\n')
        texts += [t for t, s in zip(lines, tags) if s in sources]
    total = count(texts)
    running = collections.Counter(total)  # what was seen in running text, where the words beside it are known too
    for word, times in more.items():
        if times > 0 and PLAIN_WORD.fullmatch(word):
            total[fold(word)] += times
    for word, times in more_of_news.items():
        total[word] += times * 3
    pairs = collections.Counter()
    for text in texts:
        chunk = [fold(w) for w in re.split('[ \u00a0]+', text)]
        for a, b in zip(chunk, chunk[1:]):
            if WORD.fullmatch(a) and WORD.fullmatch(b):
                pairs[a.replace(JOINER, '') + ' ' + b] += 1
        for a, b, c in zip(chunk, chunk[1:], chunk[2:]):
            if b == 'و':
                pairs[a + ' و ' + c] += 1
    for word, times in count(without).items():
        total[word] = max(0, total[word] - times)
        running[word] = max(0, running[word] - times)
    for text in without:
        chunk = [fold(w) for w in text.split()]
        for a, b in zip(chunk, chunk[1:]):
            pairs[a.replace(JOINER, '') + ' ' + b] -= 1
        for a, b, c in zip(chunk, chunk[1:], chunk[2:]):
            pairs[a + ' و ' + c] -= 1
    return total, running, pairs


def verb_forms():
    forms = set()
    for row in rows('verbs.tsv'):
        past, present = row[0], [] if row[1] == '-' else row[1].split()
        for ending in ('', 'م', 'ی', 'یم', 'ید', 'ند', 'ه', 'ین', 'ن'):
            forms.add(past + ending)
        for stem in present:
            vowel = stem[-1] in 'اوآ' and stem not in ('رو', 'شو', 'شنو', 'دو', 'درو', 'جو', 'گرو', 'کاو', 'تراو', 'غنو')
            for ending in ('یم', 'یی', 'ین') if vowel else ('م', 'ی', 'د', 'یم', 'ید', 'ند', 'ین', 'ن', 'ه'):
                forms.add(stem + ending)
    # Spoken forms.
    for stem, endings in (('گ', 'م ی ه یم ین ن ید ند'), ('ش', 'م ی ه یم ین ن ید ند'), ('ر', 'م ی ه یم ین ن ید ند'), ('تون', 'م ی ه یم ین ن ید ند'),
                          ('خوا', 'م ی د یم ین ن ید ند'), ('خواس', 'تم تی ت تیم تین تن'), ('یا', 'م ی د یم ین ن ید ند'), ('یار', 'م ی ه یم ین ن'),
                          ('د', 'م ی ه یم ین ن'), ('دون', 'م ی ه یم ین ن ید ند'), ('مون', 'م ی ه یم ین ن'), ('خون', 'م ی ه یم ین ن'), ('شین', 'م ی ه یم ین ن'),
                          ('تونس', 'تم تی ت تیم تین تن'), ('دونس', 'تم تی ت تیم تین تن'), ('ذار', 'م ی ه یم ین ن'), ('زار', 'م ی ه یم ین ن'), ('شد', 'ن'),
                          ('آ', 'یم یی ید یند ید یه')):
        forms.update(stem + e for e in endings.split())
    forms.update(('باید', 'بایست', 'بایستی', 'شاید', 'شد', 'رود', 'شود', 'آید', 'آیم', 'آیی', 'آیند', 'آییم', 'آیید', 'گوید', 'گویند', 'توان'))
    # Objects as endings: می‌بینمش, می‌گویندشان.
    for form in sorted(forms):
        if len(form) > 2 and form[-1] in 'مدتی' and not form.endswith('ید'):
            forms.update(form + e for e in ('ش', 'شان', 'تان', 'مان', 'ت') if form[-1] != e[0])
    return {f for f in forms if len(f) > 1}


# --- Automata. A state is a frozen (payload, edges); equal states are one.
class builder:
    def __init__(self):
        self.known, self.states = {}, []

    def add(self, entries):
        """The state that reads these: {word: payload}, every payload > 0 or None."""
        path, before = [[None, []]], ''
        for word in sorted(entries, key=lambda w: [LETTERS.index(c) for c in w]):
            same = 0
            while same < len(before) and same < len(word) and before[same] == word[same]:
                same += 1
            for i in range(len(before), same, -1):
                done = path.pop()
                path[-1][1].append((LETTERS.index(before[i - 1]) + 1, self.freeze(done)))
            path += [[None, []] for _ in word[same:]]
            path[-1][0] = entries[word]
            before = word
        for i in range(len(before), 0, -1):
            done = path.pop()
            path[-1][1].append((LETTERS.index(before[i - 1]) + 1, self.freeze(done)))
        return self.freeze(path[0])

    def freeze(self, state):
        key = (state[0], tuple(state[1]))
        if key not in self.known:
            self.known[key] = len(self.states)
            self.states.append(key)
        return self.known[key]

    def place(self):
        """Where each state's slots begin, so that none is used twice."""
        size = 1 << 18
        free = (1 << size) - 1  # a bit a slot; whole numbers as sets, for Python shifts and ands them fast
        for i in range(8191, size, 8192):
            free &= ~(1 << i)  # the last slot of a piece has no room: its literal ends with a NUL
        unused = (1 << size) - 2  # a bit a base
        bases, last = {}, 0
        for i in sorted(range(len(self.states)), key=lambda i: (-len(self.states[i][1]), i)):
            payload, edges = self.states[i]
            labels = ([0] if payload is not None else []) + [l for l, _ in edges]
            fits = unused
            for l in labels:
                fits &= free >> l
            bit = fits & -fits
            base = bases[i] = bit.bit_length() - 1
            unused ^= bit
            for l in labels:
                free ^= bit << l
            last = max(last, base + max(labels))
        slots = [(63, 0)] * (last + 64)
        for i, base in bases.items():
            payload, edges = self.states[i]
            if payload is not None:
                slots[base] = (0, payload)
            for label, to in edges:
                slots[base + label] = (label, bases[to])
        return bases, slots


CLASSES = {'plural': 0, 'heh': 1, 'yeh': 2, 'copula': 3, 'comparative': 4, 'element': 5, 'name': 6, 'auxiliary': 7, 'bound': 8, 'never': 9, 'counted': 10}
BEGINNINGS = {'می', 'نمی', 'بی', 'هم', 'به', 'پیش', 'بر'}


def never_alone(running, pairs):
    """Second parts of compounds that the counted texts hardly ever have behind a space: {word: class}."""
    parts = {w[::-1] for w, what in endings().items() if what >> 3 & (1 << CLASSES['element'])} - verb_forms()
    joined, spaced = collections.Counter(), collections.Counter()
    for word, times in running.items():
        rest = word.split(JOINER)
        while len(rest) > 2 and rest[-1] in PLURALS:
            rest.pop()
        if len(rest) > 1 and times > 0:
            joined[rest[-1]] += times
    for pair, times in pairs.items():
        a, _, b = pair.partition(' ')
        if times > 0 and a and a[-1] not in NON_JOINING:
            spaced[b.split(JOINER)[0]] += times
    levels = {}
    for word in parts:
        share = joined[word] / (joined[word] + spaced[word] + .5)
        if joined[word] >= 3 and share > .85:
            levels[word] = 'never' if share > .9 else 'bound'
    return levels


PLURALS = ('ها', 'های', 'هایی', 'هایش', 'هایشان', 'ای', 'اند', 'تر', 'ترین')


def endings(never=None):
    found = {}
    for kind, level, words in rows('endings.tsv'):
        for word in words.split():
            more = [word]
            if kind == 'element':
                if word[-1] == 'ه' and word[-2] == 'د':
                    more += [word[:-1] + 'گان', word[:-1] + 'گی']
                elif word[-1] not in 'ایوه':
                    more += [word + 'ی', word + 'ان']
            for w in more:
                w = fold(w).replace(JOINER, '')
                key = w[::-1]
                # A heh ending and a yeh ending may be the same word; each class has a bit.
                bits, best = found.get(key, (0, 0))
                # What may stand behind a space says nothing of what is glued.
                found[key] = (bits | 1 << CLASSES[kind], max(best, 0 if kind in ('never', 'counted') else int(level)))
    for w, kind in (never or {}).items():
        bits, best = found[fold(w).replace(JOINER, '')[::-1]]
        found[fold(w).replace(JOINER, '')[::-1]] = (bits | 1 << CLASSES[kind], best)
    return {w: bits << 3 | level for w, (bits, level) in found.items()}


def context():
    return {fold(w).replace(JOINER, ''): int(value) for value, words in rows('context.tsv') for w in words.split()}


def level_of(joined, plain):
    share = (joined + .3) / (joined + plain + .7) if joined else 0
    for level, least in ((7, .97), (6, .9), (5, .75), (4, .6), (3, .5), (2, .35), (1, .15)):
        if share >= least:
            return level
    return 0


def forms(data, without, patterns):
    total, running, pairs = spellings(data, without)
    plain, joined = collections.Counter(), collections.defaultdict(collections.Counter)
    for word, times in total.items():
        if times <= 0 or any(c not in LETTERS[:-1] and c != JOINER for c in word):
            continue
        if JOINER in word:
            joined[word.replace(JOINER, '')][word] += times
        else:
            plain[word] += times
    for row in rows('forms.tsv'):
        best = fold(row[0])
        joined[best.replace(JOINER, '')][best] += 3
    one_word = {fold(w) for row in rows('one_word.tsv') for w in row[0].split()}
    for best in one_word:
        if plain[best.replace(JOINER, '')] <= 0:  # else it is also written in one piece
            joined[best.replace(JOINER, '')][best] += 3
    tells = context()
    apart = {}  # words typed with spaces: "گفت و گو"
    plurals = {w for kind, _, ws in rows('endings.tsv') if kind == 'plural' for w in ws.split()}
    auxiliaries = {w for kind, _, ws in rows('endings.tsv') if kind == 'auxiliary' for w in ws.split()}
    entries = {}
    for word in sorted(set(plain) | set(joined) | set(tells)):
        if len(word) > 24 or (len(word) < 2 and word not in tells):
            continue
        value = tells.get(word, 0)
        n_plain = plain[word]
        payload = 0
        if word in joined:
            best, times = min(joined[word].items(), key=lambda x: (-x[1], x[0]))
            rest = n_plain + sum(joined[word].values()) - times
            level = level_of(times, rest) if rest else max(6, level_of(times, 0))
            if rest > 1 and level in (4, 5) and times < 6 * rest and not MUST.search(best):
                level = 3  # کتابها is an accepted spelling, and this word is often written so
            if level:
                parts, at, boundaries = best.split(JOINER), 0, []
                for i, part in enumerate(parts[:-1]):
                    at += len(part)
                    boundaries.append(at if i == 0 and part in BEGINNINGS else at - len(word))
                if len(boundaries) <= 4:
                    pattern = tuple(boundaries)
                    payload = patterns.setdefault(pattern, len(patterns) + 1)
                    # With a space between its parts?
                    spaced = sum(pairs[' '.join((''.join(parts[:i]), ''.join(parts[i:])))] for i in range(1, len(parts)))
                    if len(parts) == 3 and parts[1] == 'و':
                        spaced += pairs[' '.join(parts)]
                    payload |= level << 7
                    kept = parts[:-1] if parts[-1] in plurals else parts
                    if len(kept) > 1 and kept[-1] not in auxiliaries and parts[0] not in ('می', 'نمی'):
                        sure = level_of(running[best] + .3 * (times - running[best]), spaced)
                        key = ' '.join(kept)
                        sure = max(sure, 5 if best in one_word else 0)
                        if sure > 3 and parts[0] != 'به':  # the preposition stays apart
                            apart[key] = max(apart.get(key, 0), sure)
        if not payload and not n_plain and not value:
            continue
        if not payload and n_plain < 2 and not value and not 2 < len(word) < 8:  # long words seen once are stems of nothing
            continue
        if not payload:
            payload = min(3, (n_plain.bit_length() + 1) // 2) << 7  # how often, in powers of four
        entries[word] = payload | (value + 4) << 10 | (1 << 13 if n_plain > 1 or payload else 0)
    never = never_alone(running, pairs)
    for ending in endings(never):
        entries[ending[::-1]] = entries.get(ending[::-1], 4 << 10) | 1 << 14
    for best in one_word:
        apart.setdefault(best.replace(JOINER, ' '), 5)
    entries.update(apart)
    return entries, never


def literal(slots):
    text = ''.join(chr(48 + v) for label, value in slots for v in (label, value & 63, value >> 6 & 63, value >> 12))
    return '"%s"' % re.sub(r'(?<=\?)\?', r'\\?', text.replace('\\', '\\\\'))  # ?? could begin a trigraph


def main():
    arguments = sys.argv[1:]
    without = []
    while '--without' in arguments:
        i = arguments.index('--without')
        without.append(arguments[i + 1])
        del arguments[i:i + 2]
    data, target = arguments
    patterns = {}
    table = builder()
    words, never = forms(data, left_out(without), patterns)
    assert len(patterns) < 128, len(patterns)
    roots = [('words', table.add(words)),
             ('verbs', table.add({fold(f): 1 for f in verb_forms()})),
             ('endings', table.add(endings(never))),
             ('beginnings', table.add({fold(w): int(level) for level, ws in rows('beginnings.tsv') for w in ws.split()}))]
    bases, slots = table.place()
    out = []
    pieces = (len(slots) + 8191) // 8192
    for p in range(pieces):
        piece = slots[p * 8192:p * 8192 + 8191]
        out.append('\n'.join('    ' + literal(piece[i:i + 32]) for i in range(0, len(piece), 32)) + ',\n')
    shape = ', '.join('{%s}' % ', '.join(str(b) for b in pattern) for pattern, _ in sorted(patterns.items(), key=lambda x: x[1]))
    shape = re.sub(r'(.{90,118}?\}, )', lambda m: m.group(1).rstrip() + '\n    ', shape)
    text = f'''// SPDX-License-Identifier: MIT
// The words of joiner.hpp: {len(words)} forms with and without half-spaces, verbs, endings and beginnings, as one automaton. Written by
// tools/joiners/make_table.py, which names the sources; not to be edited.
//
// Which spellings occur and how often was counted in Universal Dependencies' Persian-PerDT and Persian-Seraji, PQuAD (Persian Wikipedia), all CC BY-SA
// 4.0, the Persian lines of the PersoArabicLID corpora (Tatoeba, Wikipedia), and interface texts of the Wikipedia app, DHIS2, Bloom and IoGT.
#ifndef MATN_DETAIL_LEXICON_JOINERS_HPP
#define MATN_DETAIL_LEXICON_JOINERS_HPP

#include <matn/version.hpp>

#include <cstdint>

// clang-format off
namespace matn {{ inline namespace v0 {{ namespace detail {{

// Where the automaton begins for each kind of entry.
struct joiner_roots {{
{chr(10).join(f"    static constexpr std::uint32_t {name} = {bases[root]};" for name, root in roots)}
}};

// Where the half-spaces of a form stand: after so many letters, or, below 0, so many letters before its end.
inline constexpr std::int8_t joiner_patterns[][4] = {{
    {{}}, {shape}
}};

// Slots of four characters, each of them six bits more than '0': the letter that leads here, and 18 bits, lowest first: the state that it
// leads to; or, where the letter is 0 and so the word may end, what the word is. 8191 slots a piece.
inline constexpr std::uint32_t joiner_slot_count = {len(slots)};
inline constexpr char joiner_slots[][32768] = {{
{''.join(out)}}};

}}}}}} // namespace matn::v0::detail

#endif
'''
    with open(target, 'w', encoding='utf-8', newline='\n') as file:
        file.write(text)
    print(f'{len(words)} words, {len(table.states)} states, {len(slots)} slots, {len(patterns)} patterns, {len(text)} bytes')


if __name__ == '__main__':
    main()
