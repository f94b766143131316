"use strict";
// The panel beside the views: a pair, an actor, a telling, with the sentences that say so.
let back = null;

function openPanel(title, sub, ...children) {
  if (!document.body.classList.contains("open")) back = document.activeElement;
  $("detail").replaceChildren(make("button", { type: "button", class: "close", "aria-label": "Close details", onclick: closePanel }, "×"), make("h3", {}, title), make("p", { class: "sub" }, sub), ...children);
  document.body.classList.add("open");
  $("detail").scrollTop = 0;
  if (matchMedia("(max-width: 1100px)").matches) $("detail").focus();
}

function closePanel() {
  document.body.classList.remove("open");
  welcome();
  choose(null);
  if (back && back.isConnected) back.focus();
}

function welcome() {
  $("detail").replaceChildren(make("p", { class: "empty" }, "Choose a line, a name, a pair or a highlighted word to see who, when, where, on what, and which sentence says so."));
}

const actor = (n) => make("button", { type: "button", class: "link", onclick: () => openActor(n) }, nameOf(n));
const commas = (items) => items.flatMap((item, i) => (i ? [", ", item] : [item]));

function spansOf(r) {
  const spans = r.a.filter((a) => a[2] >= 0).map((a) => [a[2], a[3], D.entities[a[1]].type, undefined, nameOf(a[1])]);
  if (r.k) spans.push([r.k[0], r.k[1], "", r.n]);
  return spans;
}

function telling(r, chosen) {
  const d = D.documents[r.d];
  const facts = make("dl");
  const fact = (name, ...value) => facts.append(make("dt", {}, name), make("dd", {}, ...value));
  const roles = new Map();
  for (const [role, n] of r.a) roles.set(role, [...(roles.get(role) || []), n]);
  for (const [role, actors] of roles) fact(role + (actors.length > 1 && !role.endsWith("s") ? "s" : ""), ...commas([...new Set(actors)].map(actor)));
  if (r.fact !== "actual" || r.mc || r.pc) fact("status", make("span", { class: `status ${r.fact}` }, r.fact), ...(r.mc || r.pc ? [` (“${r.pc || r.mc}”)`] : []));
  if (r.date) fact("date", say(r.date, r.end), r.dk !== "exact" ? ` (${r.dk})` : "");
  if (r.at !== undefined) fact("place", actor(r.at));
  if (r.topic) fact("topic", r.topic);
  if (r.by.length) fact("said by", ...commas(r.by.map(([n, words, cue]) => make("span", {}, n >= 0 ? actor(n) : words, cue ? ` (${cue})` : ""))));
  fact("code", make("code", {}, `${r.plover} ${r.cameo}`));
  fact("rule", make("code", {}, r.rule));
  fact("in", make("button", { type: "button", class: "link", onclick: () => openArticle(r.d, r.n) }, titleOf(d) + (d.date ? `, ${d.date}` : "")));
  return make("div", { class: `telling${chosen ? " on" : ""}`, "data-relation": r.n }, make("blockquote", {}, marked(r.s, spansOf(r))), facts);
}

function eventCard(e, relations, chosen) {
  const top = make("div", { class: "top" }, make("span", { class: "kind" }, e.t), e.fact !== "actual" ? make("span", { class: `status ${e.fact}` }, e.fact) : null,
    make("span", { class: "when" }, [say(e.date, e.end), e.at !== undefined ? nameOf(e.at) : ""].filter(Boolean).join(", ")), e.x ? make("span", { class: "flag" }, "contradicted") : null);
  return make("section", { class: "event", style: `--c: ${colorOf(e.t)}` }, top, make("div", {}, ...commas(e.a.map(actor))), ...relations.map((r) => telling(r, r.n === chosen)));
}

// Events of some relations, latest first, at most so many at once.
function cards(relations, chosen) {
  const events = new Map();
  for (const r of relations) events.set(r.e, [...(events.get(r.e) || []), r]);
  const list = [...events].sort((a, b) => (firstDay(D.events[b[0]].date) || "").localeCompare(firstDay(D.events[a[0]].date) || ""));
  const box = make("div");
  let at = 0;
  const more = () => {
    box.append(...list.slice(at, at + 40).map(([e, told]) => eventCard(D.events[e], told, chosen)));
    at += 40;
    if (at < list.length) box.append(make("button", { type: "button", onclick: (event) => { event.target.remove(); more(); } }, `Show more of ${list.length} events`));
  };
  more();
  return box;
}

function openPair(a, b) {
  const told = shown.relations.filter((r) => r.actors.includes(a) && r.actors.includes(b));
  const events = new Set(told.map((r) => r.e)).size;
  openPanel(`${nameOf(a)} — ${nameOf(b)}`, `${events} ${events === 1 ? "event" : "events"}, ${told.length} ${told.length === 1 ? "telling" : "tellings"}`, cards(told));
  choose({ a, b });
}

function openActor(n) {
  const e = D.entities[n];
  const told = shown.relations.filter((r) => r.actors.includes(n) || r.at === n || r.by.some((b) => b[0] === n));
  const ids = [e.id, ...(e.same || [])].map((id) => {
    const [base, rest] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
    const href = base === "wikidata" ? `https://www.wikidata.org/wiki/${rest}` : base === "geonames" ? `https://www.geonames.org/${rest}` : null;
    return href ? make("a", { href, rel: "noreferrer" }, id) : make("code", {}, id);
  });
  openPanel(e.name, [e.kind || e.type.toLowerCase(), e.country].filter(Boolean).join(" · "), make("p", {}, ...commas(ids)), cards(told));
  choose({ a: n });
}

function openRelation(n) {
  const r = D.relations[n];
  const e = D.events[r.e];
  const chosen = [r, ...e.told.filter((o) => o !== r)];
  openPanel(r.actors.map(nameOf).join(" — "), `${r.t}, ${r.fact}`, eventCard(e, chosen, n));
  choose(r.actors.length > 1 ? { a: r.actors[0], b: r.actors[1] } : null);
  for (const t of document.querySelectorAll("#article .trigger")) t.classList.toggle("on", Number(t.dataset.relation) === n);
}
