"use strict";
// What the records say, read once, and what follows from it.
const D = JSON.parse(document.getElementById("records").textContent);
const $ = (id) => document.getElementById(id);
const FACTS = ["actual", "planned", "possible", "denied"];
const TYPES = [...new Set(D.relations.map((r) => r.t))].sort((a, b) => (a === "meeting" ? -1 : b === "meeting" ? 1 : a < b ? -1 : 1));
const SHAPES = { PERSON: "person", PLACE: "place", ORGANIZATION: "organization" };
const colorOf = (type) => `var(--${type === "meeting" || type === "cooperation" ? type : "other"})`;
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const nameOf = (n) => D.entities[n].name;
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

// The first day a date may mean, and how it reads.
const firstDay = (date) => date && (date + "-01-01".slice(date.length - 4)).slice(0, 10);
const say = (date, end) => (end ? `${date} – ${end}` : date || "");

for (const r of D.relations) {
  r.fact = r.p ? "denied" : FACTS[r.m];
  r.day = firstDay(r.date);
  r.actors = [...new Set(r.a.map((a) => a[1]))].sort((a, b) => a - b);
  const document_ = D.documents[r.d];
  const source = r.f ? document_.title : document_.text;
  if (r.s === undefined) r.s = source.slice(r.o, r.o + r.l);
}
const titleOf = (d) => d.title || (d.text ? d.text.trim().split("\n")[0].slice(0, 110) : d.id);
D.documents.forEach((d, i) => { d.n = i; d.told = []; });
D.relations.forEach((r, i) => { r.n = i; D.documents[r.d].told.push(r); });
D.events.forEach((e) => { e.told = []; });
for (const r of D.relations) D.events[r.e].told.push(r);

// Makes an element: tag, properties, children.
function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") element.style.cssText = value;
    else if (value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((c) => c !== null && c !== undefined));
  return element;
}

// A sentence or an article with its names and triggers marked. `spans`: [start, end, class, relation or undefined].
function marked(text, spans) {
  const cuts = [...new Set([0, text.length, ...spans.flatMap((s) => [s[0], s[1]])])].sort((a, b) => a - b);
  const out = document.createDocumentFragment();
  // Triggers are short and decide over names that they cross.
  const order = [...spans].sort((a, b) => (b[3] !== undefined) - (a[3] !== undefined) || a[0] - b[0]);
  let i = 0;
  while (i < cuts.length - 1) {
    const at = cuts[i];
    const span = order.find((s) => s[0] <= at && at < s[1]);
    let j = i + 1;
    while (j < cuts.length - 1 && order.find((s) => s[0] <= cuts[j] && cuts[j] < s[1]) === span) j += 1;
    const words = text.slice(at, cuts[j]);
    if (!span) out.append(words);
    else if (span[3] !== undefined) out.append(make("button", { type: "button", class: "trigger", "data-relation": span[3], onclick: () => openRelation(span[3]) }, words));
    else out.append(make("mark", { class: span[2], title: span[4] }, words));
    i = j;
  }
  return out;
}
