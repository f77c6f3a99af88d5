// SPDX-License-Identifier: MIT
// What the report does where scripts may run. Without them it is read as it is: marks, and their titles.
#ifndef MATN_EXAMPLES_REPORT_SCRIPT_HPP
#define MATN_EXAMPLES_REPORT_SCRIPT_HPP

#include <string_view>

namespace html {

/// Makes highlights of the marks, so that the text is plain again (copying, searching and the joining of letters are the browser's own), and
/// answers the pointer and the keys. Browsers without custom highlights keep the marks.
inline constexpr std::string_view script = R"js(
(() => {
"use strict";
const plain = Boolean(window.Highlight && CSS.highlights);
const items = new Map(), inOrder = [], byEntity = new Map(), byLayer = new Map(), byParagraph = new Map();
const switches = new Map([...document.querySelectorAll("input[id^=show-]")].map(box => [box.id.slice(5), box]));
const shown = item => switches.get(item.layer)?.checked ?? true;
const addTo = (map, key, item) => map.has(key) ? map.get(key).push(item) : map.set(key, [item]);

// The places of all marks in the text of their paragraph, whose elements may then go.
function readParagraph(p) {
  const article = p.closest("article").id, here = new Map();
  let at = 0;
  const note = (id, layer, begin, title) => {
    const item = here.get(id) ?? { id, layer, begin, title };
    here.set(id, item);
    item.end = at;
    return item;
  };
  const visit = node => {
    if (node.nodeType === Node.TEXT_NODE) { at += node.data.length; return; }
    const begin = at;
    for (const child of node.childNodes) visit(child);
    if (node.classList.contains("foreign")) note(article + "l" + p.dataset.begin + "+" + begin, "language", begin, "language: " + node.lang);
    if (node.localName !== "mark") return;
    const cards = node.title.split("\n\n");
    node.dataset.items.split(" ").forEach((text, i) => {
      const [key, layer, more] = text.split(":");
      const item = note(article + key, layer, begin, cards[i]);
      if (more === "bad") item.bad = true; else if (more) item.entity = more;
    });
  };
  visit(p);
  if (plain) {
    for (const mark of p.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    p.normalize();
  }
  const texts = [], walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  for (let from = 0; walker.nextNode(); from += walker.currentNode.data.length) texts.push([walker.currentNode, from]);
  const place = (offset, last) => {
    const [node, from] = texts.find(([n, f]) => last ? offset <= f + n.data.length : offset < f + n.data.length) ?? texts.at(-1);
    return [node, offset - from];
  };
  for (const item of [...here.values()].sort((a, b) => a.begin - b.begin || b.end - a.end)) {
    item.range = document.createRange();
    item.range.setStart(...place(item.begin, false));
    item.range.setEnd(...place(item.end, true));
    item.paragraph = p;
    items.set(item.id, item);
    inOrder.push(item);
    addTo(byParagraph, p, item);
    addTo(byLayer, item.layer, item);
    if (item.bad) addTo(byLayer, "bad", item);
    if (item.entity) addTo(byEntity, item.entity, item);
  }
}
document.querySelectorAll(".text p").forEach(readParagraph);

// Later layers are drawn over earlier ones.
const order = ["changed", "number", "other", "place", "org", "person", "date", "bad", "warning"];
const highlights = new Map();
if (plain) order.forEach((layer, priority) => {
  const highlight = new Highlight(...(byLayer.get(layer) ?? []).map(item => item.range));
  highlight.priority = priority;
  highlights.set(layer, highlight);
});
function showLayers() {
  for (const [layer, highlight] of highlights) {
    if (switches.get(layer === "bad" ? "date" : layer)?.checked) CSS.highlights.set(layer, highlight);
    else CSS.highlights.delete(layer);
  }
}
switches.forEach(box => box.addEventListener("change", showLayers));
showLayers();

// The card of what is pointed at.
const card = document.createElement("div");
card.id = "pointed";
card.setAttribute("role", "status");
card.hidden = true;
document.body.append(card);
function isolated(tag, text) {
  const outer = document.createElement(tag), inner = document.createElement("bdi");
  inner.textContent = text;
  outer.append(inner);
  return outer;
}
function showCard(pointed, box) {
  card.replaceChildren();
  for (const item of pointed) {
    const [title, ...lines] = item.title.split("\n"), list = document.createElement("dl");
    const heading = isolated("h4", title);
    heading.className = "t-" + item.layer;
    card.append(heading);
    for (const line of lines) {
      const colon = line.indexOf(": ");
      const term = document.createElement("dt");
      term.textContent = line.slice(0, colon);
      const value = isolated("dd", line.slice(colon + 2));
      if (term.textContent === "wrong") value.className = "t-bad";
      list.append(term, value);
    }
    card.append(list);
  }
  card.hidden = pointed.length === 0;
  if (card.hidden) return;
  const below = box.bottom + 6, left = Math.min(box.left, innerWidth - card.offsetWidth - 8);
  card.style.left = Math.max(8, left) + "px";
  card.style.top = Math.max(8, below + card.offsetHeight > innerHeight ? box.top - card.offsetHeight - 6 : below) + "px";
}
const within = (x, y) => r => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom;
function pointAt(event) {
  const p = event.target.closest?.(".text p");
  let box;
  const pointed = (byParagraph.get(p) ?? []).filter(item => {
    const hit = shown(item) && [...item.range.getClientRects()].find(within(event.clientX, event.clientY));
    if (hit) box = hit;
    return hit;
  });
  if (pointed.length || !kept) showCard(pointed, box);
  if (pointed.length) kept = false;
}
let kept = false, current = null, waiting = false;
document.addEventListener("pointermove", event => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; pointAt(event); });
});
document.addEventListener("scroll", () => { if (!kept) card.hidden = true; }, { passive: true });
if (!plain) for (const mark of document.querySelectorAll("mark")) mark.removeAttribute("title");

// Going to a mention or a date: it is marked, and its card stays until the next move.
function go(item) {
  current = item;
  if (plain) {
    const here = new Highlight(item.range);
    here.priority = -1;
    CSS.highlights.set("here", here);
  }
  const box = item.range.getBoundingClientRect();
  scrollTo({ top: box.top + scrollY - innerHeight / 3, behavior: "instant" });
  kept = true;
  showCard([item], item.range.getBoundingClientRect());
  history.replaceState(null, "", "#" + item.id);
}
function next(list, step) {
  const some = list.filter(shown);
  if (some.length === 0) return;
  const at = inOrder.indexOf(current);
  const places = some.map(item => inOrder.indexOf(item));
  const found = step > 0 ? places.findIndex(i => i > at) : places.findLastIndex(i => i < at);
  go(some[found >= 0 ? found : step > 0 ? 0 : some.length - 1]);
}
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href^='#'],a[*|href^='#']");
  if (!link) return;
  const entity = byEntity.get(link.dataset?.entity);
  const item = items.get((link.getAttribute("href") ?? "").slice(1));
  if (!entity && !item) return;
  event.preventDefault();
  if (entity) next(entity, 1); else go(item);
});
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const box = [...switches.values()].find(b => b.dataset.key === event.key);
  if (box) box.click();
  else if (event.key === "n" || event.key === "p") next(inOrder, event.key === "n" ? 1 : -1);
  else if ((event.key === "e" || event.key === "E") && current?.entity) next(byEntity.get(current.entity), event.key === "e" ? 1 : -1);
  else if (event.key === "Escape") { kept = false; card.hidden = true; CSS.highlights?.delete("here"); }
});
document.querySelectorAll(".keys").forEach(line => { line.hidden = false; });
const wanted = items.get(location.hash.slice(1));
if (wanted) go(wanted);
})();
)js";

} // namespace html

#endif
