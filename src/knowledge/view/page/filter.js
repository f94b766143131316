"use strict";
// What is shown: chosen types, statuses, dates, pairs.
const state = { types: new Set(TYPES), facts: new Set(FACTS), from: "", to: "", undated: true, min: 1, words: "" };
let shown = { relations: [], pairs: [], actors: new Map() };
// What is drawn anew when the filters change: [tab or null, how].
const views = [];

const haystack = D.relations.map((r) => [...r.actors.map(nameOf), r.s, ...r.by.map((b) => b[1])].join("\n").toLowerCase());

function fits(r) {
  if (!state.types.has(r.t) || !state.facts.has(r.fact)) return false;
  if (state.from || state.to) {
    if (!r.day) return state.undated;
    if (state.from && (firstDay(r.end) || r.day) < state.from) return false;
    if (state.to && r.day > state.to) return false;
  }
  return !state.words || state.words.split(/\s+/).every((w) => haystack[r.n].includes(w));
}

// Pairs of actors with their events: [a, b, events, relations].
function pairsOf(relations) {
  const pairs = new Map();
  for (const r of relations) {
    for (let i = 0; i < r.actors.length; i += 1) {
      for (let j = i + 1; j < r.actors.length; j += 1) {
        const key = `${r.actors[i]} ${r.actors[j]}`;
        let pair = pairs.get(key);
        if (!pair) pairs.set(key, (pair = { key, a: r.actors[i], b: r.actors[j], events: new Set(), relations: [] }));
        pair.events.add(r.e);
        pair.relations.push(r);
      }
    }
  }
  return [...pairs.values()].sort((x, y) => y.events.size - x.events.size || y.relations.length - x.relations.length || x.a - y.a || x.b - y.b);
}

function update() {
  const relations = D.relations.filter(fits);
  const all = pairsOf(relations);
  const pairs = state.min > 1 ? all.filter((p) => p.events.size >= state.min) : all;
  const kept = new Set(pairs.flatMap((p) => p.relations));
  const actors = new Map();
  for (const p of pairs) for (const n of [p.a, p.b]) actors.set(n, (actors.get(n) || 0) + p.events.size);
  shown = { relations: state.min > 1 ? relations.filter((r) => kept.has(r)) : relations, pairs, actors };
  const events = new Set(shown.relations.map((r) => r.e)).size;
  const count = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
  $("counts").textContent = [count(D.documents.length, "document", "documents"), count(actors.size, "actor", "actors"), count(events, "event", "events"), count(shown.relations.length, "telling", "tellings")].join(" · ");
  const all_ = shown.relations.length === D.relations.length;
  $("filter-state").textContent = all_ ? "" : `· ${shown.relations.length.toLocaleString("en")} of ${D.relations.length.toLocaleString("en")}`;
  for (const [tab, view] of views) if (!tab || tab === "network" || !$(tab).hidden) view();
}

let due = 0;
const soon = () => { clearTimeout(due); due = setTimeout(update, 120); };

function chips(box, values, chosen, color, countOf) {
  for (const value of values) {
    const chip = make("button", { type: "button", class: "chip", "aria-pressed": "true", "data-value": value, style: `--c: ${color(value)}`, onclick: () => {
      const on = !chosen.has(value);
      if (on) chosen.add(value); else chosen.delete(value);
      chip.setAttribute("aria-pressed", on);
      update();
    } }, make("i"), value, make("small", {}, countOf(value).toLocaleString("en")));
    box.append(chip);
  }
}

function fillChips() {
  for (const chip of document.querySelectorAll(".chip")) chip.remove();
  const count = (of) => (value) => D.relations.filter((r) => of(r) === value).length;
  chips($("types"), TYPES, state.types, colorOf, count((r) => r.t));
  const present = FACTS.filter((f) => D.relations.some((r) => r.fact === f));
  chips($("facts"), present, state.facts, (f) => (f === "denied" ? "var(--denied)" : "var(--soft)"), count((r) => r.fact));
}

function startFilters() {
  fillChips();
  const most = pairsOf(D.relations).map((p) => p.events.size);
  $("min").max = Math.max(2, Math.min(30, most[0] || 1));
  // Begin with what can be seen at a glance: some 400 pairs.
  while (state.min < $("min").max && most.filter((n) => n >= state.min).length > 400) state.min += 1;
  const show = () => { $("min").value = state.min; $("min-out").textContent = state.min; };
  show();
  const days = D.relations.map((r) => r.day).filter(Boolean).sort();
  for (const id of ["from", "to"]) {
    if (days.length) { $(id).min = days[0]; $(id).max = days[days.length - 1]; }
    $(id).addEventListener("change", () => { state[id] = $(id).value; update(); });
  }
  $("undated").addEventListener("change", () => { state.undated = $("undated").checked; update(); });
  $("min").addEventListener("input", () => { state.min = Number($("min").value); show(); soon(); });
  $("search").addEventListener("input", () => { state.words = $("search").value.trim().toLowerCase(); soon(); });
  $("reset").addEventListener("click", () => {
    Object.assign(state, { types: new Set(TYPES), facts: new Set(FACTS), from: "", to: "", undated: true, min: 1, words: "" });
    fillChips();
    for (const id of ["from", "to", "search"]) $(id).value = "";
    $("undated").checked = true;
    show();
    update();
  });
  if (matchMedia("(max-width: 720px)").matches) $("filter-box").open = false;
}

function chooseDates(from, to) {
  Object.assign(state, { from, to, undated: !from && !to });
  $("from").value = from;
  $("to").value = to;
  $("undated").checked = state.undated;
  update();
}

// How a pair looks: a dot for each type, hollow where nothing is said to have happened.
const dots = (pair) => TYPES.filter((t) => pair.relations.some((r) => r.t === t)).map((t) => make("i", { class: pair.relations.some((r) => r.t === t && r.fact === "actual") ? "" : "hollow", style: `--c: ${colorOf(t)}`, title: t }));

views.push([null, () => {
  const list = $("pairs");
  list.replaceChildren(...shown.pairs.slice(0, 200).map((pair) => make("li", {}, make("button", { type: "button", "data-pair": pair.key, onclick: () => openPair(pair.a, pair.b) },
    make("span", { class: "names" }, `${nameOf(pair.a)} — ${nameOf(pair.b)}`), make("span", { class: "dots" }, ...dots(pair)), make("span", { class: "n" }, String(pair.events.size))))));
  if (!shown.pairs.length) list.append(make("li", { class: "empty" }, "Nothing fits these filters."));
}]);
