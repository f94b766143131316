"use strict";
// Where it happened, and between which countries.
const globe = { at: draw.zoomIdentity };

function startMap() {
  const world = JSON.parse($("borders").textContent);
  globe.land = draw.feature(world, world.objects.countries);
  const svg = draw.select($("world"));
  globe.zoom = draw.zoom().scaleExtent([1, 24]).on("zoom", (e) => { globe.at = e.transform; place(); });
  svg.call(globe.zoom);
  new ResizeObserver(() => { if (!$("map").hidden) drawMap(); }).observe($("map"));
  $("map-legend").innerHTML = '<span><svg viewBox="0 0 12 12" style="width:12px"><circle cx="6" cy="6" r="5" fill="var(--meeting)"/></svg>held there</span><span><svg viewBox="0 0 12 12" style="width:12px"><circle cx="6" cy="6" r="4" fill="none" stroke="var(--place)" stroke-width="2"/></svg>takes part</span>';
}

const located = (n) => D.entities[n].lat !== undefined;

// A person or body stands where its country does.
const countries = new Map(D.entities.map((e, n) => [e.id, n]));
function seat(n) {
  if (located(n)) return n;
  const country = countries.get(D.entities[n].country);
  return country !== undefined && located(country) ? country : undefined;
}

// A flat bow between two points of the drawing: great circles would leave the map at its edges.
function arc([x0, y0], [x1, y1]) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const lift = x0 < x1 ? -0.16 : 0.16;
  return `M${x0},${y0}Q${(x0 + x1) / 2 - dy * lift},${(y0 + y1) / 2 + dx * lift} ${x1},${y1}`;
}

function drawMap() {
  const box = $("map").getBoundingClientRect();
  if (!box.width) return;
  const svg = $("world");
  svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
  const projection = draw.geoEqualEarth().rotate([-11, 0]).fitExtent([[12, 12], [box.width - 12, box.height - 12]], globe.land);
  const path = draw.geoPath(projection);
  const svgMake = (tag, attributes, text) => {
    const e = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
    if (text) e.textContent = text;
    return e;
  };
  const layer = svgMake("g", {});
  layer.append(svgMake("path", { class: "land", d: path(globe.land) }));
  const held = new Map(), part = new Map(), lines = new Map();
  for (const r of shown.relations) {
    if (r.at !== undefined && located(r.at)) held.set(r.at, (held.get(r.at) || new Set()).add(r.e));
    const seats = [...new Set(r.actors.map(seat).filter((n) => n !== undefined))].sort((a, b) => a - b);
    for (const n of seats) part.set(n, (part.get(n) || new Set()).add(r.e));
    for (let i = 0; i < seats.length; i += 1) for (let j = i + 1; j < seats.length; j += 1) {
      const key = `${seats[i]} ${seats[j]} ${r.t}`;
      const line = lines.get(key) || { a: seats[i], b: seats[j], t: r.t, events: new Set() };
      lines.set(key, line);
      line.events.add(r.e);
    }
  }
  const point = (n) => [D.entities[n].lon, D.entities[n].lat];
  for (const l of [...lines.values()].sort((a, b) => b.events.size - a.events.size).slice(0, 600)) {
    layer.append(svgMake("path", { class: "arc", style: `--c: ${colorOf(l.t)}`, "stroke-width": 1 + Math.log2(l.events.size), d: arc(projection(point(l.a)), projection(point(l.b))) }));
  }
  globe.spots = [];
  const spot = (n, events, kind) => {
    const xy = projection(point(n));
    const r = 3.5 + Math.min(14, 2 * Math.sqrt(events.size));
    const label = `${nameOf(n)}: ${events.size} ${events.size === 1 ? "event" : "events"} ${kind === "at" ? "held there" : "it takes part in"}`;
    const circle = svgMake("circle", { class: kind, tabindex: 0, role: "button", "aria-label": label });
    circle.append(svgMake("title", {}, label));
    const open = () => openActor(n);
    circle.addEventListener("click", open);
    circle.addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); open(); } });
    const text = svgMake("text", {}, nameOf(n));
    globe.spots.push({ xy, r, circle, text, events: events.size });
    return circle;
  };
  const circles = [...[...part].sort((a, b) => b[1].size - a[1].size).slice(0, 300).map(([n, e]) => spot(n, e, "ring")), ...[...held].sort((a, b) => b[1].size - a[1].size).slice(0, 300).map(([n, e]) => spot(n, e, "at"))];
  svg.replaceChildren(layer, ...circles, ...globe.spots.map((s) => s.text));
  globe.layer = layer;
  if (!globe.spots.length) svg.append(svgMake("text", { x: box.width / 2, y: 24, "text-anchor": "middle" }, "No place of these records has coordinates."));
  place();
}

// Circles and names keep their size while the map grows.
function place() {
  if (!globe.layer) return;
  globe.layer.setAttribute("transform", globe.at.toString());
  const taken = [];
  for (const s of [...globe.spots].sort((a, b) => b.events - a.events)) {
    const [x, y] = globe.at.apply(s.xy);
    s.circle.setAttribute("cx", x);
    s.circle.setAttribute("cy", y);
    s.circle.setAttribute("r", s.r);
    const w = s.text.textContent.length * 6.2, box = [x + s.r + 3, y - 7, x + s.r + 3 + w, y + 7];
    const free = !taken.some((t) => t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3]);
    if (free) taken.push(box);
    s.text.setAttribute("x", box[0]);
    s.text.setAttribute("y", y + 4);
    s.text.setAttribute("display", free ? "inline" : "none");
  }
}

views.push(["map", drawMap]);
