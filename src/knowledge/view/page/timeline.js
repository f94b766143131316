"use strict";
// Events over time, by day, week, month or year, whichever can be seen at a glance.
const DAY = 86400000;
const numberOf = (day) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (number) => new Date(number).toISOString().slice(0, 10);

const STEPS = [
  { name: "day", start: (d) => d, next: (d) => dayOf(numberOf(d) + DAY) },
  { name: "week", start: (d) => dayOf(numberOf(d) - ((new Date(numberOf(d)).getUTCDay() + 6) % 7) * DAY), next: (d) => dayOf(numberOf(d) + 7 * DAY) },
  { name: "month", start: (d) => `${d.slice(0, 7)}-01`, next: (d) => { const [y, m] = d.split("-").map(Number); return `${m === 12 ? String(y + 1).padStart(4, "0") : d.slice(0, 4)}-${String((m % 12) + 1).padStart(2, "0")}-01`; } },
  { name: "year", start: (d) => `${d.slice(0, 4)}-01-01`, next: (d) => `${String(Number(d.slice(0, 4)) + 1).padStart(4, "0")}-01-01` },
];

function binsOf(events) {
  const days = events.map((e) => e.day).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  for (const step of STEPS) {
    const bins = [];
    for (let d = step.start(first); d <= last && bins.length <= 150; d = step.next(d)) bins.push({ from: d, to: dayOf(numberOf(step.next(d)) - DAY), counts: new Map() });
    if (bins.length <= 150 || step.name === "year") {
      const byStart = new Map(bins.map((b) => [b.from, b]));
      for (const e of events) { const b = byStart.get(step.start(e.day)); if (b) b.counts.set(e.t, (b.counts.get(e.t) || 0) + 1); }
      return [step.name, bins];
    }
  }
  return ["year", []];
}

function drawTimeline() {
  const seen = new Map();
  for (const r of shown.relations) {
    const e = D.events[r.e];
    const day = firstDay(e.date) || firstDay(D.documents[r.d].date);
    if (day && !seen.has(r.e)) seen.set(r.e, { n: r.e, t: e.t, day, exact: Boolean(e.date), r });
  }
  const events = [...seen.values()];
  const svg = $("bars");
  const width = svg.getBoundingClientRect().width || 600, height = 240, low = height - 26, left = 30;
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const put = (tag, attributes, text) => {
    const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    if (text !== undefined) e.textContent = text;
    svg.append(e);
    return e;
  };
  svg.replaceChildren();
  if (!events.length) { put("text", { x: width / 2, y: 80, "text-anchor": "middle" }, "Nothing with a date fits these filters."); $("days").replaceChildren(); return; }
  const [step, bins] = binsOf(events);
  const total = (b) => [...b.counts.values()].reduce((a, n) => a + n, 0);
  const most = Math.max(...bins.map(total));
  const wide = Math.min(40, (width - left - 6) / bins.length);
  for (const n of [...new Set([0, Math.ceil(most / 2), most])]) {
    const y = low - (n / most) * (low - 16);
    put("line", { class: "grid", x1: left, x2: width, y1: y, y2: y });
    put("text", { x: left - 5, y: y + 4, "text-anchor": "end" }, n);
  }
  bins.forEach((b, i) => {
    let y = low;
    const x = left + i * wide;
    for (const t of TYPES) {
      const n = b.counts.get(t) || 0;
      if (!n) continue;
      const h = (n / most) * (low - 16);
      y -= h;
      put("rect", { x: x + 0.5, y, width: Math.max(1, wide - 1.5), height: h, rx: Math.min(2, wide / 4), style: `fill: ${colorOf(t)}` });
    }
    if (!total(b)) return;
    const words = `${step} of ${b.from}: ${[...b.counts].map(([t, n]) => `${n} ${t}`).join(", ")}`;
    const touch = put("rect", { x, y: 0, width: wide, height: low, fill: "transparent", tabindex: 0, role: "button", "aria-label": words });
    touch.append(Object.assign(document.createElementNS("http://www.w3.org/2000/svg", "title"), { textContent: words }));
    touch.addEventListener("keydown", (e) => { if (e.key === "Enter") chooseDates(b.from, b.to); });
  });
  const every = Math.ceil(72 / wide);
  bins.forEach((b, i) => { if (i % every === 0) put("text", { x: left + i * wide, y: height - 8 }, step === "year" ? b.from.slice(0, 4) : step === "month" ? b.from.slice(0, 7) : b.from); });
  let start = null, pick = null;
  const binAt = (e) => { const box = svg.getBoundingClientRect(); return Math.max(0, Math.min(bins.length - 1, Math.floor((e.clientX - box.left - left) / wide))); };
  svg.onpointerdown = (e) => { start = binAt(e); pick = put("rect", { class: "pick", x: left + start * wide, y: 0, width: wide, height: low }); svg.setPointerCapture(e.pointerId); };
  svg.onpointermove = (e) => { if (start === null) return; const at = binAt(e), [a, b] = [Math.min(start, at), Math.max(start, at)]; pick.setAttribute("x", left + a * wide); pick.setAttribute("width", (b - a + 1) * wide); };
  svg.onpointerup = (e) => { if (start === null) return; const at = binAt(e), [a, b] = [Math.min(start, at), Math.max(start, at)]; start = null; chooseDates(bins[a].from, bins[b].to); };
  svg.onpointercancel = () => { start = null; if (pick) pick.remove(); };
  events.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.n - b.n));
  $("days").replaceChildren(...events.slice(0, 300).map((e) => make("li", {}, make("time", { title: e.exact ? "date of the event" : "date of the report" }, e.exact ? D.events[e.n].date : `≈ ${e.day}`),
    make("button", { type: "button", onclick: () => openRelation(e.r.n) }, make("span", { style: `color: ${colorOf(e.t)}; font-weight: 600` }, e.t), D.events[e.n].fact !== "actual" ? ` (${D.events[e.n].fact})` : "", `: ${D.events[e.n].a.map(nameOf).join(", ")}`))));
}

views.push(["timeline", drawTimeline]);
