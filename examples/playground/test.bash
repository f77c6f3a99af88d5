#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154 # check.bash sets $source and $program
# The playground in a real browser, from a file: test.bash MATN SOURCE_FOLDER. What it finds in WebAssembly is what the command finds, for every
# sample and layer; what it draws is what it found. Skipped (77) where there is no emscripten or no chromium.
source "$(dirname "${BASH_SOURCE[0]}")/../../tests/command/check.bash"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
  echo "skipped: it needs chromium (Debian's package of that name)"
  exit 77
}
command -v em++ >/dev/null || { echo "skipped: it needs em++ (Debian: emscripten)"; exit 77; }

"$source/examples/playground/build.bash" "$work/playground.html" 2>build.log || { cat build.log; exit 1; }
is "a page of at most 1.2 MB" "$(($(wc -c <playground.html) <= 1200000))" 1
is "nothing is asked of a network" "$(grep -cE '(src|href)="?(https?:)?//' playground.html)" 0

cat "$source/examples/articles/gazetteer.tsv" "$source/examples/playground/samples/names.tsv" >names.tsv
for sample in dari:articles/01-dari arabic:articles/02-arabic pashto:articles/05-pashto english:articles/04-english urdu:playground/samples/urdu \
  traps:playground/samples/traps; do
  printf '%s' "$(cat "$source/examples/${sample#*:}.txt")" >"${sample%%:*}.txt" # the page leaves out the last line's end
done
{
  sed 's:</body>.*::' playground.html
  printf '<pre id="verdict">the checks did not come to their end</pre>\n<script>\nconst said = '
  "$program" analyze --json --layers scripts,languages,words,tokens,syntactic_words,sentences,numbers,dates,mentions,warnings --gazetteer names.tsv \
    dari.txt arabic.txt pashto.txt english.txt urdu.txt traps.txt | sed 's:</:<\\/:g'
  cat <<'JS'
;
const wrong = [];
let checks = 0;
const check = (what, ok) => { ++checks; if (!ok) wrong.push(what); };
const byId = id => document.getElementById(id);
const sorted = places => [...new Set(places)].sort().join();
const paragraphs = () => [...document.querySelectorAll("#a1 p")];
// The places of a highlight in the text as it was given: what hides is one unit there, whatever is drawn for it.
function place(range) {
  const units = (node, offset) => {
    const before = document.createRange();
    before.setStart(byId("a1"), 0);
    before.setEnd(node, offset);
    const some = before.cloneContents();
    some.querySelectorAll(".harm").forEach(span => { if (span.textContent) span.textContent = "."; });
    return some.textContent.length + Math.max(0, some.querySelectorAll("p").length - 1);
  };
  return `${units(range.startContainer, range.startOffset)}-${units(range.endContainer, range.endOffset)}`;
}
const drawn = name => sorted([...(CSS.highlights.get(name) ?? [])].map(place));
const choose = ground => document.querySelector(`input[name=ground][value=${ground}]`).click();
const press = key => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const updated = async action => {
  const before = document.body.dataset.ready;
  action();
  while (document.body.dataset.ready === before) await new Promise(later => setTimeout(later, 5));
};
const write = (id, text) => updated(() => { byId(id).value = text; byId(id).dispatchEvent(new Event("input", { bubbles: true })); });

(async () => {
  while (!document.body.dataset.ready) await new Promise(later => setTimeout(later, 20));
  for (const [i, name] of ["dari", "arabic", "pashto", "english", "urdu", "traps"].entries()) {
    await updated(() => document.querySelector(`[data-sample=${name}]`).click());
    const notes = said.documents[i].annotations, spans = wanted => sorted(notes.filter(wanted).map(a => a.utf16.join("-")));
    for (const [ground, type] of [["scripts", "script"], ["languages", "language"], ["words", "word"], ["tokens", "token"], ["sentences", "sentence"],
      ["parts", "syntactic_word"]]) {
      choose(ground);
      const all = sorted(["g0", "g1", "g2", "g3", "g4", "g5"].flatMap(g => drawn(g).split(",")).filter(Boolean));
      check(`${name}: ${ground}`, all.length > 0 && all === spans(a => a.type === type));
    }
    for (const type of ["person", "org", "place"]) check(`${name}: ${type} ${drawn(type)}`, drawn(type) === spans(a => a.entity_type === type));
    check(`${name}: dates and times ${drawn("date")} ${drawn("time")}`,
      sorted([...drawn("date").split(","), ...drawn("time").split(",")].filter(Boolean)) === spans(a => a.calendar !== undefined));
    const numbers = spans(a => ["number", "ordinal", "percent"].includes(a.type)).split(",");
    check(`${name}: numbers ${drawn("number")}`, drawn("number") !== "" && drawn("number").split(",").every(n => numbers.includes(n)));
    check(`${name}: the text is whole`, paragraphs().map(p => p.textContent).join("\n").replace("⟦U+202E⟧", "\u202E") === byId("source").value);
    check(`${name}: directions`, paragraphs().every(p => !p.textContent || p.dir === (/^(english)$/.test(name) ? "ltr" : name === "traps" ? p.dir : "rtl")));
  }
  check("directions of mixed text", paragraphs().filter(p => p.textContent).map(p => p.dir).join() === "rtl,ltr,ltr");
  check("warnings: a hidden override, a word of two scripts, a day that is none", CSS.highlights.get("warning").size === 3);
  check("three calendars", /2020-02-29 Saturday.*1398-12-10.*1441-07-05/.test(byId("found").textContent));
  choose("none");
  check("no background", !["g0", "g1"].some(g => CSS.highlights.has(g)));

  const card = byId("pointed");
  byId("a1").focus();
  press("n");
  const first = card.textContent;
  press("n");
  check("n: the next finding and its card", !card.hidden && card.textContent !== first);
  press("p");
  check("p: the one before", card.textContent === first);
  press("Escape");
  check("Escape puts it away", card.hidden && !CSS.highlights.has("here"));
  press("1");
  check("a key switches people off", !CSS.highlights.has("person") && !byId("show-person").checked);
  press("1");
  press("b");
  check("b: the next background", CSS.highlights.has("g0"));

  await write("source", "Gul Agha visited Herat on 3 May 2021.");
  check("as you type", CSS.highlights.get("date").size === 1 && !CSS.highlights.has("person"));
  await write("names", "ga\tperson\ten\tGul Agha\nno tabs here\n");
  check("a list of one's own", CSS.highlights.get("person").size === 1 && byId("entries").textContent === "(1)");
  check("a defect is told of", byId("problems").textContent.includes("names:2"));
  await write("source", "گل آغا دیروز آمد.");
  check("a name in another script is not listed", !CSS.highlights.has("person"));
  await updated(() => byId("across").click());
  check("and found across scripts", CSS.highlights.get("person")?.size === 1);
  await updated(() => { byId("written").value = "2021-05-04"; byId("written").dispatchEvent(new Event("change")); });
  check("yesterday of a given day", byId("found").textContent.includes("2021-05-03"));
  await write("source", '<img src=x onerror="document.title=1"> \u0000 \u202E <\/script> & 5 \uD800');
  check("hostile text stays text", document.images.length === 0 && document.title === "matn playground" && byId("a1").textContent.includes("<img") &&
    document.querySelectorAll("#a1 .harm").length === 2);
  await write("source", "");
  check("an empty text", byId("a1").textContent === "There is no text yet." && byId("found").textContent === "");
  await write("source", "کابل 5 دسمبر 2023. ".repeat(4000));
  check("a text of 100 KB", CSS.highlights.get("date").size === 4000);
  check("nothing went wrong", byId("trouble").hidden);
  byId("verdict").textContent = wrong.length ? wrong.join(" | ") : `all ${checks} well`;
})().catch(error => { byId("verdict").textContent = String(error); });
</script>
</body>
</html>
JS
} >checked.html
verdict=$(HOME=$work timeout 240 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --virtual-time-budget=60000 --window-size=400,900 \
  --dump-dom "file://$work/checked.html" 2>browser.log | sed -n 's:.*<pre id="verdict">\(.*\)</pre>.*:\1:p')
is "what the page shows is what the command says" "$verdict" "all 97 well"

# --- At 400 pixels nothing but tables and the timeline is wider than the window.
{
  sed 's:</body>.*::' playground.html
  printf '<pre id="verdict"></pre><script>setTimeout(() => { document.querySelector("#verdict").textContent = [...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll, #verdict") && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 40)).join(); }, 3000);</script></body></html>\n'
} >narrow.html
is "it is not wider than the window" "$(HOME=$work timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --virtual-time-budget=6000 \
  --window-size=400,900 --dump-dom "file://$work/narrow.html" 2>browser.log | sed -n 's:.*<pre id="verdict">\(.*\)</pre>.*:\1:p')" ""

done_
