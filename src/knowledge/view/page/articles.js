"use strict";
// The articles themselves, names and triggers marked; sentences where records came without text.
let reading = -1;

function openArticle(n, relation) {
  show("articles");
  readArticle(n);
  const trigger = relation !== undefined && document.querySelector(`#article .trigger[data-relation="${relation}"]`);
  if (trigger) { trigger.scrollIntoView({ block: "center" }); trigger.focus(); openRelation(relation); } else $("article").focus();
}

const spansIn = (d, field) => {
  const names = (field ? d.heads : d.names) || [];
  const spans = [];
  for (let i = 0; i < names.length; i += 4) {
    const e = D.entities[names[i + 2]];
    spans.push([names[i], names[i + 1], names[i + 3] ? "weak" : e.type, undefined, [e.name, e.kind].filter(Boolean).join(", ")]);
  }
  for (const r of d.told) if (Boolean(r.f) === field && r.k) spans.push([r.o + r.k[0], r.o + r.k[1], "", r.n]);
  return spans;
};

function readArticle(n) {
  reading = n;
  const d = D.documents[n];
  const box = $("article");
  const meta = make("p", { class: "meta" }, [d.date, d.publisher, d.id].filter(Boolean).join(" · "), d.url && /^https?:/.test(d.url) ? make("span", {}, " · ", make("a", { href: d.url, rel: "noreferrer" }, "source")) : null);
  const head = make("h3", {}, d.title && d.text !== undefined ? marked(d.title, spansIn(d, true)) : titleOf(d));
  let body;
  if (d.text !== undefined) body = make("div", { class: "text" }, marked(d.text, spansIn(d, false)));
  else {
    const sentences = new Map();
    for (const r of d.told) sentences.set(`${r.f ? 1 : 0} ${r.o}`, [...(sentences.get(`${r.f ? 1 : 0} ${r.o}`) || []), r]);
    body = make("div", { class: "text" }, ...[...sentences.values()].flatMap((told) => [make("p", {}, marked(told[0].s, told.flatMap(spansOf)))]));
    if (!d.told.length) body.append(make("p", { class: "empty" }, "No relation was found here, and the record holds no text (extract --with-text keeps it)."));
  }
  box.replaceChildren(head, meta, body);
  box.scrollTop = 0;
  for (const b of document.querySelectorAll("#documents button")) b.setAttribute("aria-current", Number(b.dataset.document) === n);
}

views.push(["articles", () => {
  const count = new Map();
  for (const r of shown.relations) count.set(r.d, (count.get(r.d) || 0) + 1);
  const listed = [...D.documents].sort((a, b) => (count.get(b.n) || 0) - (count.get(a.n) || 0) || a.n - b.n).slice(0, 500);
  $("documents").replaceChildren(...listed.map((d) => make("li", {}, make("button", { type: "button", "data-document": d.n, "aria-current": d.n === reading, onclick: () => readArticle(d.n) }, titleOf(d), make("small", {}, [d.date, `${count.get(d.n) || 0} tellings`].filter(Boolean).join(" · "))))));
  if (reading < 0 && listed.length) readArticle(listed[0].n);
}]);
