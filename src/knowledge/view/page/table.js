"use strict";
// Every telling as a row; only the rows in sight are in the page.
const ROW = 38;
const COLUMNS = [
  ["Date", (r) => say(r.date, r.end)],
  ["Type", (r) => r.t],
  ["Status", (r) => r.fact],
  ["Who", (r) => r.actors.map(nameOf).join(", ")],
  ["Place", (r) => (r.at === undefined ? "" : nameOf(r.at))],
  ["Said by", (r) => r.by.map(([n, words]) => (n >= 0 ? nameOf(n) : words)).join(" < ")],
  ["Sentence", (r) => r.s.replace(/\s+/g, " ")],
];
const grid = { rows: [], by: 0, down: true, first: -1 };

function sortRows() {
  const value = COLUMNS[grid.by][1];
  const keys = new Map(shown.relations.map((r) => [r, value(r)]));
  grid.rows = [...shown.relations].sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    // What is empty comes last, whichever way.
    if (!x !== !y) return x ? -1 : 1;
    return (x < y ? -1 : x > y ? 1 : a.n - b.n) * (grid.down ? -1 : 1);
  });
  $("space").style.height = `${grid.rows.length * ROW}px`;
  $("rows").setAttribute("aria-rowcount", grid.rows.length + 1);
  $("table-count").textContent = `${grid.rows.length.toLocaleString("en")} tellings`;
  [...$("head").children].forEach((cell, i) => cell.setAttribute("aria-sort", i !== grid.by ? "none" : grid.down ? "descending" : "ascending"));
  [...$("head").querySelectorAll("button")].forEach((b, i) => { b.textContent = COLUMNS[i][0] + (i !== grid.by ? "" : grid.down ? " ↓" : " ↑"); });
  grid.first = -1;
  showRows();
}

function showRows() {
  const box = $("scroll");
  const first = Math.max(0, Math.floor(box.scrollTop / ROW) - 8);
  if (first === grid.first) return;
  grid.first = first;
  const last = Math.min(grid.rows.length, first + Math.ceil(box.clientHeight / ROW) + 16);
  $("body").style.top = `${first * ROW}px`;
  $("body").replaceChildren(...grid.rows.slice(first, last).map((r, i) => make("div", { role: "row", tabindex: 0, "aria-rowindex": first + i + 2, "data-relation": r.n, onclick: () => openRelation(r.n), onkeydown: (e) => rowKey(e, r, first + i) },
    ...COLUMNS.map(([, value], c) => make("span", { role: "cell", title: value(r), style: c === 1 ? `color: ${colorOf(r.t)}; font-weight: 600` : c === 2 && r.fact === "denied" ? "color: var(--denied)" : "" }, value(r))))));
}

function rowKey(e, r, at) {
  if (e.key === "Enter") openRelation(r.n);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[e.key];
  if (to === undefined || to < 0 || to >= grid.rows.length) return;
  e.preventDefault();
  const box = $("scroll");
  if (to * ROW < box.scrollTop) box.scrollTop = to * ROW;
  if ((to + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (to + 1) * ROW - box.clientHeight;
  grid.first = -1;
  showRows();
  const row = document.querySelector(`#body [aria-rowindex="${to + 2}"]`);
  if (row) row.focus();
}

function csv() {
  const head = ["id", "document", "document_date", "type", "status", "date", "date_end", "participants", "place", "topic", "said_by", "rule", "sentence"];
  const cell = (value) => { const text = String(value ?? ""); return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text; };
  const rows = grid.rows.map((r) => [r.id, D.documents[r.d].id, D.documents[r.d].date, r.t, r.fact, r.date, r.end, r.actors.map(nameOf).join("; "), r.at === undefined ? "" : nameOf(r.at), r.topic, r.by.map(([n, words]) => (n >= 0 ? nameOf(n) : words)).join("; "), r.rule, r.s]);
  return [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function startTable() {
  $("head").append(...COLUMNS.map(([name], i) => make("span", { role: "columnheader" }, make("button", { type: "button", onclick: () => { grid.down = grid.by === i ? !grid.down : i === 0; grid.by = i; $("scroll").scrollTop = 0; sortRows(); } }, name))));
  $("scroll").addEventListener("scroll", showRows, { passive: true });
  new ResizeObserver(() => { grid.first = -1; showRows(); }).observe($("scroll"));
  $("csv").addEventListener("click", () => {
    const link = make("a", { href: URL.createObjectURL(new Blob([csv()], { type: "text/csv" })), download: "relations.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}

views.push(["table", sortRows]);
