#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2154 # check.bash sets $source and $program
# The page of the report in a real browser: report.bash NEWSROOM SOURCE_FOLDER MATN. The places that it highlights are those that the
# command gives, and keys and links do what they say. Skipped (77) where there is no chromium.
matn=$(realpath "$3")
source "$(dirname "${BASH_SOURCE[0]}")/check.bash"
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || {
  echo "skipped: it needs chromium (Debian's package of that name)"
  exit 77
}

# in_browser PAGE [WIDTH]: what the page's own script wrote into the element "verdict".
in_browser() {
  HOME=$work timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --virtual-time-budget=4000 --window-size="${2:-1280},900" \
    --dump-dom "file://$work/$1" 2>browser.log | sed -n 's:.*<pre id="verdict">\(.*\)</pre>.*:\1:p'
}

run "$source/examples/articles" --html report.html
is "a report" "$status" 0
is "at most 150 KB beyond the text" "$(($(wc -c <report.html) - $(cat "$source"/examples/articles/*.txt | wc -c) <= 150000))" 1
{
  sed 's:</body>.*::' report.html
  printf '<pre id="verdict">the checks did not come to their end</pre>\n<script>\nconst said = '
  "$matn" analyze --json --layers mentions,dates,numbers --gazetteer "$source/examples/articles/gazetteer.tsv" "$source"/examples/articles/*.txt | sed 's:</:<\\/:g'
  cat <<'JS'
;
const wrong = [];
let checks = 0;
const check = (what, ok) => { ++checks; if (!ok) wrong.push(what); };
const bytes = text => new TextEncoder().encode(text).length;
// The bytes of a range in the file that its article was read from.
function place(range) {
  const p = (range.startContainer.parentElement ?? range.startContainer).closest("p");
  const before = document.createRange();
  before.setStart(p, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const begin = Number(p.dataset.begin) + bytes(before.toString());
  return `${p.closest("article").id}:${begin}-${begin + bytes(range.toString())}`;
}
const marked = layer => [...(CSS.highlights.get(layer) ?? [])].map(place).sort();
const spans = wanted => said.documents.flatMap((d, i) => d.annotations.filter(wanted).map(a => `a${i + 1}:${a.begin}-${a.end}`)).sort();
const same = (a, b) => a.length > 0 && a.join() === b.join();
const press = key => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
addEventListener("load", () => {
  check("marks became highlights", CSS.highlights.size >= 4 && !document.querySelector("mark"));
  for (const type of ["person", "org", "place"])
    check(`${type}: ${marked(type)} / ${spans(a => a.entity_type === type)}`, same(marked(type), spans(a => a.entity_type === type)));
  const timed = spans(a => a.calendar !== undefined), days = marked("date");
  check(`dates: ${days.filter(d => !timed.includes(d))}`, days.length > 40 && days.every(d => timed.includes(d)));
  check("a contradiction is marked", marked("bad").length === 1 && days.includes(marked("bad")[0]));
  check("numbers are off at first", !CSS.highlights.has("number"));
  document.querySelector("#show-number").click();
  const numbers = spans(a => a.type === "number" || a.type === "ordinal" || a.type === "percent");
  check(`numbers: ${marked("number").filter(n => !numbers.includes(n))}`, marked("number").length > 20 && marked("number").every(n => numbers.includes(n)));
  check("no text node is cut inside a word",
    [...document.querySelectorAll(".text p")].every(p => [...p.childNodes].every(n => n.nodeType !== Node.TEXT_NODE || n.nextSibling?.nodeType !== Node.TEXT_NODE)));

  const card = document.querySelector("#pointed");
  press("n");
  check("n goes to the first of the page", !card.hidden && location.hash === "#a1n1" && card.textContent.includes("Oxus Water Council"));
  press("n");
  check("and on", location.hash !== "#a1n1");
  press("p");
  check("p goes back", location.hash === "#a1n1");
  press("e");
  check("e: the same name again", card.textContent.includes("Oxus Water Council") && location.hash !== "#a1n1");
  press("Escape");
  check("Escape puts it away", card.hidden && !CSS.highlights.has("here"));
  press(document.querySelector("#show-person").dataset.key);
  check("a key switches a layer off", !CSS.highlights.has("person"));
  press(document.querySelector("#show-person").dataset.key);
  check("and on", CSS.highlights.has("person"));
  const dot = [...document.querySelectorAll("svg a")].at(-1);
  dot.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  check("a dot of the timeline leads to its date", /^#a\d+d\d+$/.test(location.hash) && !card.hidden);
  const name = document.querySelector("a[data-entity]");
  name.click();
  const first = location.hash;
  name.click();
  check("a name leads to its next mention", /n\d+$/.test(first) && location.hash !== first);
  document.querySelector("#verdict").textContent = wrong.length ? wrong.join(" | ") : `all ${checks} well`;
});
</script>
</body>
</html>
JS
} >checked.html
is "what the page shows is what the command says" "$(in_browser checked.html)" "all 18 well"
# --- On a telephone too the page is no wider than the screen, nor the timeline or the names than their cards (chromium has no window below 500).
{
  sed 's:</body>.*::' report.html
  cat <<'JS'
<pre id="verdict"></pre><script>
const shown = [...document.querySelectorAll("svg")].filter(s => s.getBoundingClientRect().width > 0);
const wide = [...document.querySelectorAll("svg, .who")].map(s => s.closest(".scroll")).filter(s => s.scrollWidth > s.clientWidth + 1);
document.querySelector("#verdict").textContent =
  [innerWidth, shown.map(s => s.classList), wide.length, document.documentElement.scrollWidth <= innerWidth].join(" ");
</script></body></html>
JS
} >narrow.html
is "one timeline on a desk" "$(in_browser narrow.html)" "1280 wide 0 true"
is "another on a telephone" "$(in_browser narrow.html 500)" "500 narrow 0 true"

# --- Where nothing may run, the marks are there; where highlights are not known, they stay.
{
  sed 's:<script>:<script>delete window.Highlight;</script><script>:;s:</body>.*::' report.html
  printf '<pre id="verdict"></pre><script>document.querySelector("#verdict").textContent = document.querySelectorAll("mark.person").length + " people";</script></body></html>\n'
} >old.html
is "an old browser keeps the marks" "$(in_browser old.html)" "$(grep -o '<mark class="person' report.html | wc -l) people"

# --- Text that wants to be markup, or hides its direction.
printf 'A\tperson\ten\tAlice <img src=x onerror=alert(1)>\n' >names.tsv
printf 'Alice <img src=x onerror=alert(1)> met\xe2\x80\xae "x" </script><script>document.title=1</script> &amp; on 3 May 2021.\xff\nP\xd0\xb0ul\n' >bad.txt
run --gazetteer names.tsv --html bad.html bad.txt
{
  sed 's:</body>.*::' bad.html
  printf '<pre id="verdict"></pre><script>document.querySelector("#verdict").textContent = [document.images.length, document.title, document.querySelectorAll("script").length, [...document.querySelectorAll(".text p")].map(p => p.textContent).join("/")].join(" ");</script></body></html>\n'
} >bad2.html
is "hostile text stays text" "$(in_browser bad2.html)" \
  '0 Newsroom report 2 Alice &lt;img src=x onerror=alert(1)&gt; met⟦U+202E⟧ "x" &lt;/script&gt;&lt;script&gt;document.title=1&lt;/script&gt; &amp;amp; on 3 May 2021.⟦FF⟧/Pаul'

done_
