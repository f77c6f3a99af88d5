// The playground's page: gives the text to matn, and shows each layer that comes back as a highlight over plain text.
(async () => {
"use strict";
const $ = id => document.getElementById(id);
const element = (name, text, attributes = {}) => Object.assign(document.createElement(name), { textContent: text ?? "" }, attributes);
const languageNames = { prs: "Dari", fa: "Persian", ps: "Pashto", ar: "Arabic", ur: "Urdu", en: "English", und: "undecided" };
const scriptNames = { Arab: "Arabic", Latn: "Latin", Cyrl: "Cyrillic", Zyyy: "common", Zinh: "inherited" };
const namesOf = (type, code) => {
  try { return new Intl.DisplayNames(["en"], { type }).of(code); } catch { return code; }
};

// The layers that are drawn as lines and colours, each with a key, and which lies over which.
const layers = [["person", "people", true, 7], ["org", "organisations", true, 6], ["place", "places", true, 5], ["other", "other names", true, 4],
  ["date", "dates", true, 8], ["time", "times", true, 3], ["number", "numbers", true, 2], ["warning", "warnings", true, 10],
  ["changed", "misspelt letters", false, 1]];
// The layers that cover the text are drawn as a background, one at a time.
const grounds = [["none", "none"], ["languages", "languages"], ["scripts", "scripts"], ["sentences", "sentences"], ["tokens", "tokens"],
  ["words", "words"], ["parts", "words inside tokens"]];
const tables = [["names", "Names"], ["dates", "Dates"], ["times", "Other expressions of time"], ["numbers", "Numbers"],
  ["changes", "Words with letters of another language"], ["warnings", "Warnings"]];
// What stands first on the card of each layer.
const headings = { names: "name", dates: "day", times: "value", numbers: "value", changes: "as its language is written", warnings: "warning" };

const trouble = text => { $("trouble").textContent = text; $("trouble").hidden = false; };
if (!window.Highlight || !CSS.highlights) trouble("This browser does not know custom highlights: the tables below are there, the colours are not.");

// --- matn itself

const packed = Uint8Array.from(atob($("module").textContent.replace(/\s+/g, "")), c => c.charCodeAt(0));
const wasmBinary = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
const matn = await matn_module({ wasmBinary });
const encoder = new TextEncoder(), decoder = new TextDecoder();
function analyse(text, names, written, across) {
  [text, names].forEach((value, which) => {
    const bytes = encoder.encode(value), at = matn._matn_room(which, bytes.length); // the memory may grow, and then has a new view
    matn.HEAPU8.set(bytes, at);
  });
  matn._matn_read(written === null ? 0 : 1, written ?? 0, across ? 1 : 0);
  const at = matn._matn_answer();
  return JSON.parse(decoder.decode(matn.HEAPU8.subarray(at, at + matn._matn_answer_size())));
}

// --- The text as paragraphs of plain text nodes. What hides in a text is shown by name.

const hidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]/;
let segments = []; // of the text as drawn: { from, to, node, whole }
function drawText(text, found) {
  segments = [];
  const root = $("a1");
  root.replaceChildren();
  let next = 0;
  for (const [begin, end, dir, lang] of found.paragraphs) {
    const p = element("p", "", { dir, lang });
    while (next > 0 && found.languages[next - 1][1] > begin) --next;
    for (let at = begin; at < end;) {
      while (next < found.languages.length && found.languages[next][1] <= at) ++next;
      const span = found.languages[next], to = Math.min(end, span ? span[1] : end);
      const parent = span && span[2] !== lang && span[2] !== "und" ? p.appendChild(element("span", "", { lang: span[2] })) : p;
      drawPiece(parent, text, at, to);
      at = to;
    }
    root.append(p);
  }
  if (text === "") root.replaceChildren(element("p", "There is no text yet.", { className: "empty" }));
}
function drawPiece(parent, text, from, to) {
  const add = (at, end, node, whole) => { parent.append(node); segments.push({ from: at, to: end, node, whole }); };
  while (from < to) {
    const piece = text.slice(from, to), at = piece.search(hidden);
    if (at === 0) {
      const code = piece.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      add(from, from + 1, element("span", `⟦U+${code}⟧`, { className: "harm" }), true);
      ++from;
    } else {
      const end = at < 0 ? to : from + at;
      add(from, end, document.createTextNode(text.slice(from, end)), false);
      from = end;
    }
  }
}
function segmentAt(offset, last) { // the one that a range begins in, or, for `last`, ends in
  let low = 0, high = segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (last ? segments[middle].to < offset : segments[middle].to <= offset) low = middle + 1;
    else high = middle;
  }
  return segments[low];
}
function rangeOf(begin, end) {
  const first = segmentAt(begin, false), last = segmentAt(end, true);
  if (!first || !last || begin >= end) return null;
  const range = document.createRange();
  if (first.whole) range.setStartBefore(first.node); else range.setStart(first.node, Math.max(0, begin - first.from));
  if (last.whole) range.setEndAfter(last.node); else range.setEnd(last.node, Math.max(0, end - last.from));
  return range;
}

// --- Layers and backgrounds

let items = []; // of all layers with cards, in text order: { layer, kind, begin, end, card, range }
let found = null;
const switches = new Map(), chosen = () => document.querySelector("input[name=ground]:checked").value;
layers.forEach(([name, label, on], i) => {
  const box = element("input", "", { type: "checkbox", id: "show-" + name, checked: on });
  box.dataset.key = String(i + 1);
  const line = element("li"), outer = element("label");
  outer.append(box, " ", element("span", label, { className: "swatch t-" + name }), " ", element("span", "0", { id: "count-" + name }), " ", element("kbd", String(i + 1)));
  line.append(outer);
  $("layers").append(line);
  switches.set(name, box);
  box.addEventListener("change", showLayers);
});
grounds.forEach(([name, label], i) => {
  const outer = element("label"), radio = element("input", "", { type: "radio", name: "ground", value: name, checked: i === 0 });
  outer.append(radio, " " + label);
  $("grounds").append(outer);
  radio.addEventListener("change", showGround);
});
const shown = item => switches.get(item.kind)?.checked;
function highlight(name, ranges, priority) {
  if (!CSS.highlights) return;
  const made = ranges.filter(Boolean);
  if (made.length === 0) { CSS.highlights.delete(name); return; }
  const some = new Highlight();
  for (const range of made) some.add(range); // not as arguments, of which there may be too many
  some.priority = priority;
  CSS.highlights.set(name, some);
}
function showLayers() {
  layers.forEach(([name, , , priority]) => {
    const of = items.filter(item => item.kind === name);
    $("count-" + name).textContent = of.length;
    highlight(name, switches.get(name).checked ? of.map(item => item.range) : [], priority);
  });
  highlight("bad", switches.get("date").checked ? items.filter(item => item.bad).map(item => item.range) : [], 9);
}
function showGround() {
  const ground = chosen(), list = found?.[ground] ?? [];
  const coloured = ground === "languages" || ground === "scripts"; // else one colour and the next in turn
  const colours = new Map();
  const groups = [[], [], [], [], [], []];
  list.forEach(([begin, end, kind], i) => {
    if (coloured && !colours.has(kind)) colours.set(kind, Math.min(colours.size, groups.length - 1));
    groups[coloured ? colours.get(kind) : i % 2].push(rangeOf(begin, end));
  });
  groups.forEach((ranges, i) => highlight("g" + i, ranges, 0));
  $("legend").replaceChildren();
  for (const [kind, colour] of colours) {
    const name = ground === "languages" ? languageNames[kind] ?? namesOf("language", kind) : scriptNames[kind] ?? namesOf("script", kind);
    $("legend").append(element("span", `${name} (${kind})`, { className: "g" + colour }));
  }
  if (!coloured && ground !== "none") $("legend").textContent = `${list.length} ${grounds.find(([name]) => name === ground)[1]}`;
}

// --- Cards, and going from one finding to the next

const card = element("div", "", { id: "pointed", hidden: true });
card.setAttribute("role", "status");
document.body.append(card);
const linesOf = item => item.card.split("\n").slice(1).map(line => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]);
const isolated = (name, text) => {
  const outer = element(name);
  outer.append(element("bdi", text));
  return outer;
};
function showCard(pointed, box) {
  card.replaceChildren();
  for (const item of pointed) {
    const heading = isolated("h4", item.card.split("\n")[0]), list = element("dl");
    heading.className = "t-" + item.kind;
    for (const [what, value] of linesOf(item)) {
      const line = isolated("dd", value);
      if (what === "wrong") line.className = "t-bad";
      list.append(element("dt", what), line);
    }
    card.append(heading, list);
  }
  card.hidden = pointed.length === 0;
  if (card.hidden) return;
  card.style.left = Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8)) + "px";
  card.style.top = Math.max(8, box.bottom + 6 + card.offsetHeight > innerHeight ? box.top - card.offsetHeight - 6 : box.bottom + 6) + "px";
}
let kept = false, current = -1, waiting = false;
const within = (x, y) => r => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom;
function pointAt(event) {
  let box;
  const pointed = !event.target.closest?.("#a1 p") ? [] : items.filter(item => {
    const hit = shown(item) && item.range && event.target.closest("p").contains(item.range.startContainer) &&
      [...item.range.getClientRects()].find(within(event.clientX, event.clientY));
    if (hit) box = hit;
    return hit;
  });
  if (pointed.length || !kept) showCard(pointed, box);
  if (pointed.length) kept = false;
}
document.addEventListener("pointermove", event => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; pointAt(event); });
});
document.addEventListener("scroll", () => { if (!kept) card.hidden = true; }, { passive: true });
function putAway() {
  kept = false;
  card.hidden = true;
  CSS.highlights?.delete("here");
}
function go(index) {
  current = index;
  const item = items[index];
  if (!item?.range) return;
  highlight("here", [item.range], 0);
  const box = item.range.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) scrollTo({ top: box.top + scrollY - innerHeight / 3, behavior: "instant" });
  kept = true;
  showCard([item], item.range.getBoundingClientRect());
}
function step(by) {
  for (let i = 1, at = current; i <= items.length; ++i) {
    at = (Math.max(at, by > 0 ? -1 : 0) + by + items.length) % items.length;
    if (shown(items[at])) return go(at);
  }
}
document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    putAway();
    if (event.target.matches?.("textarea")) $("a1").focus({ preventScroll: true });
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.("textarea,input:not([type=checkbox],[type=radio])")) return;
  const box = [...switches.values()].find(b => b.dataset.key === event.key);
  if (box) box.click();
  else if (event.key === "n" || event.key === "p") step(event.key === "n" ? 1 : -1);
  else if (event.key === "b") {
    const radios = [...document.querySelectorAll("input[name=ground]")];
    radios[(radios.findIndex(r => r.checked) + 1) % radios.length].click();
  }
});
$("timeline").addEventListener("click", event => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  const date = /^#a1d(\d+)$/.exec(link.getAttribute("href"));
  if (date) go(items.findIndex(item => item.layer === "dates" && item.index === date[1] - 1));
});

// --- Tables of all that was found

function drawTables() {
  $("found").replaceChildren();
  for (const [layer, title] of tables) {
    const some = items.map((item, at) => [item, at]).filter(([item]) => item.layer === layer);
    if (some.length === 0) continue;
    const columns = [...new Set(some.flatMap(([item]) => linesOf(item).map(([what]) => what)))].filter(what => what !== "written" && what !== "bytes");
    const table = element("table"), head = element("tr"), frame = element("div", "", { className: "card scroll" });
    for (const what of ["written", headings[layer], ...columns]) head.append(element("th", what));
    table.append(head);
    for (const [item, at] of some) {
      const row = element("tr", "", { className: item.bad ? "bad" : "" }), lines = new Map(linesOf(item));
      const link = element("a", "", { href: "#a1" }), written = element("td");
      link.append(element("bdi", lines.get("written")));
      link.addEventListener("click", event => { event.preventDefault(); go(at); });
      written.append(link);
      row.append(written, isolated("td", item.card.split("\n")[0]), ...columns.map(what => Object.assign(isolated("td", lines.get(what) ?? ""), { className: what })));
      table.append(row);
    }
    frame.append(table);
    $("found").append(element("h3", `${title} (${some.length})`), frame);
  }
}
function drawParagraphs(into, text) { // directions are those of the text; folding keeps its lines
  const lines = text.split("\n");
  $(into).replaceChildren(...lines.map((line, i) => element("p", line, { dir: found.paragraphs[lines.length === found.paragraphs.length ? i : 0]?.[2] ?? "auto", lang: found.paragraphs[i]?.[3] ?? "" })));
}

// --- As you type

let pending = 0, slow = 0;
function update() {
  const text = $("source").value.replace(/\r/g, ""), written = $("written").valueAsNumber;
  const start = performance.now();
  try {
    found = analyse(text, $("names").value, Number.isNaN(written) ? null : Math.round(written / 86400000), $("across").checked);
  } catch (error) {
    trouble("matn stopped: " + error + ". Please reload the page.");
    throw error;
  }
  const took = performance.now() - start;
  putAway();
  current = -1;
  drawText(text, found);
  items = [];
  for (const [layer] of tables)
    found[layer].forEach(([begin, end, kind, text_], index) =>
      items.push({ layer, index, begin, end, kind: kind === "bad" ? "date" : kind, bad: kind === "bad", card: text_, range: rangeOf(begin, end) }));
  items.sort((a, b) => a.begin - b.begin || b.end - a.end);
  showLayers();
  showGround();
  drawTables();
  drawParagraphs("normalized", found.normalized);
  drawParagraphs("folded", found.folded);
  $("timeline").innerHTML = found.timeline; // made by matn, all text in it escaped
  $("timeline").hidden = found.timeline === "";
  const language = languageNames[found.language] ?? namesOf("language", found.language);
  $("timing").textContent = text === "" ? "" : `mostly ${language} (${found.confidence}), read in ${took.toFixed(1)} ms`;
  $("own-day").textContent = Number.isNaN(written) && found.written ? `not given; by the text itself: ${found.written}` : "";
  $("entries").textContent = `(${found.entries})`;
  $("problems").replaceChildren(...found.problems.slice(0, 20).map(problem => element("li", problem)));
  slow = performance.now() - start;
  document.body.dataset.ready = String(Number(document.body.dataset.ready ?? 0) + 1);
}
function soon() { // at once for a text of a page, when the keys rest for a book
  clearTimeout(pending);
  pending = setTimeout(update, slow < 40 ? 0 : Math.min(1000, slow * 2));
}
for (const id of ["source", "names"]) $(id).addEventListener("input", soon);
for (const id of ["written", "across"]) $(id).addEventListener("change", soon);
function sample(name) {
  $("source").value = name ? $("sample-" + name).textContent.trim() : "";
  document.querySelectorAll("[data-sample]").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.sample === name && name !== "")));
  update();
}
$("source").addEventListener("input", () => document.querySelectorAll("[data-sample]").forEach(button => button.setAttribute("aria-pressed", "false")));
document.querySelectorAll("[data-sample]").forEach(button => button.addEventListener("click", () => sample(button.dataset.sample)));
$("names").value = $("sample-names").textContent.trim() + "\n";
sample($("sample-" + location.hash.slice(1)) && location.hash !== "#names" ? location.hash.slice(1) : "dari"); // page.html#urdu
})();
