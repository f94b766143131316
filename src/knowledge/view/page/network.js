"use strict";
// Who meets and works with whom, drawn on a canvas.
const canvas = $("graph");
const pen = canvas.getContext("2d");
const net = { nodes: [], links: [], at: draw.zoomIdentity, over: null, chosen: null, width: 0, height: 0, colors: {}, byId: new Map(), fitted: false };

const force = draw.forceSimulation([])
  .force("link", draw.forceLink([]).distance((l) => 46 + 70 / l.pair.events.size).strength((l) => Math.min(0.7, 0.12 + 0.08 * l.pair.events.size)))
  .force("charge", draw.forceManyBody().strength(-150).distanceMax(420))
  .force("x", draw.forceX().strength(0.05)).force("y", draw.forceY().strength(0.07))
  .force("apart", draw.forceCollide((n) => n.r + 5))
  .force("clear", keepClear)
  .stop();

// In a small network no line runs through a name that it does not belong to.
function keepClear(alpha) {
  if (net.nodes.length > 60 || net.links.length > 150) return;
  for (const { source, target } of net.links) {
    const dx = target.x - source.x, dy = target.y - source.y, length = dx * dx + dy * dy || 1;
    for (const n of net.nodes) {
      if (n === source || n === target) continue;
      const t = ((n.x - source.x) * dx + (n.y - source.y) * dy) / length;
      if (t <= 0 || t >= 1) continue;
      const x = n.x - source.x - t * dx, y = n.y - source.y - t * dy, far = Math.hypot(x, y) || 1, room = n.r + 30;
      if (far >= room) continue;
      const push = ((room - far) / far) * Math.max(alpha, 0.1) * 0.6;
      n.vx += x * push;
      n.vy += y * push;
    }
  }
}

let frame = 0;
const redraw = () => { if (!frame) frame = requestAnimationFrame(() => { frame = 0; paint(); }); };
force.on("tick", () => { if (!net.moved) fit(); redraw(); });

const toneOf = (type) => net.colors[type === "meeting" || type === "cooperation" ? type : "other"];

function lookUpColors() {
  for (const name of ["meeting", "cooperation", "other", "denied", "person", "place", "organization", "ink", "soft", "paper", "sheet", "focus"]) net.colors[name] = css(`--${name}`);
}

views.push(["network", () => {
  net.nodes = [...shown.actors].map(([id, events]) => {
    const node = net.byId.get(id) || { id, name: nameOf(id), type: SHAPES[D.entities[id].type] };
    node.r = 5 + Math.min(20, 2.6 * Math.sqrt(events));
    node.weight = events;
    node.near = new Set();
    net.byId.set(id, node);
    return node;
  }).sort((a, b) => b.weight - a.weight);
  net.links = shown.pairs.flatMap((pair) => {
    const source = net.byId.get(pair.a), target = net.byId.get(pair.b);
    source.near.add(target);
    target.near.add(source);
    const types = TYPES.filter((t) => pair.relations.some((r) => r.t === t));
    return types.map((t, i) => {
      const told = pair.relations.filter((r) => r.t === t);
      const fact = FACTS.find((f) => told.some((r) => r.fact === f));
      return { source, target, pair, type: t, fact, bend: types.length > 1 ? (i - (types.length - 1) / 2) * 0.28 : 0, width: 1.2 + Math.min(6, 0.9 * Math.log2(new Set(told.map((r) => r.e)).size + 1)) };
    });
  });
  force.nodes(net.nodes);
  force.force("link").links(net.links);
  net.moved = false;
  // Large networks settle out of sight first, so that the page stays fluid.
  force.alpha(1).alphaDecay(net.nodes.length > 800 ? 0.06 : 0.03);
  const ticks = calm ? 200 : net.nodes.length > 800 ? 12 : 60;
  for (let i = 0; i < ticks && force.alpha() > force.alphaMin(); i += 1) force.tick();
  fit();
  if (!calm) force.restart();
  redraw();
}]);

function fit() {
  if (!net.nodes.length || !net.width) return;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const n of net.nodes) { x0 = Math.min(x0, n.x - n.r); x1 = Math.max(x1, n.x + n.r); y0 = Math.min(y0, n.y - n.r); y1 = Math.max(y1, n.y + n.r); }
  const k = Math.min(2, 0.8 * Math.min(net.width / Math.max(120, x1 - x0), net.height / Math.max(120, y1 - y0)));
  net.fitting = true;
  draw.select(canvas).call(zooming.transform, draw.zoomIdentity.translate(net.width / 2, net.height / 2).scale(k).translate(-(x0 + x1) / 2, -(y0 + y1) / 2));
  net.fitting = false;
}

const zooming = draw.zoom().scaleExtent([0.05, 8]).filter((e) => (!e.button && !e.ctrlKey) || e.type === "wheel").on("zoom", (e) => { net.at = e.transform; if (!net.fitting) net.moved = true; redraw(); });

function shape(n) {
  pen.beginPath();
  if (n.type === "person") pen.arc(n.x, n.y, n.r, 0, 7);
  else if (n.type === "organization") pen.rect(n.x - n.r * 0.88, n.y - n.r * 0.88, n.r * 1.76, n.r * 1.76);
  else { const r = n.r * 1.2; pen.moveTo(n.x, n.y - r); pen.lineTo(n.x + r, n.y); pen.lineTo(n.x, n.y + r); pen.lineTo(n.x - r, n.y); pen.closePath(); }
}

function control(l) {
  const dx = l.target.x - l.source.x, dy = l.target.y - l.source.y;
  return [(l.source.x + l.target.x) / 2 - dy * l.bend, (l.source.y + l.target.y) / 2 + dx * l.bend];
}

const isChosen = (l) => net.chosen && net.chosen.b !== undefined && l.pair.a === Math.min(net.chosen.a, net.chosen.b) && l.pair.b === Math.max(net.chosen.a, net.chosen.b);

function paint() {
  const ratio = devicePixelRatio || 1;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, net.width, net.height);
  if (!net.nodes.length) { pen.fillStyle = net.colors.soft; pen.textAlign = "center"; pen.fillText("Nothing fits these filters.", net.width / 2, net.height / 2); return; }
  pen.translate(net.at.x, net.at.y);
  pen.scale(net.at.k, net.at.k);
  const focus = net.over || (net.chosen && net.chosen.b === undefined && net.byId.get(net.chosen.a)) || null;
  const many = net.links.length > 3000;
  for (const l of net.links) {
    const lit = isChosen(l) || (focus && (l.source === focus || l.target === focus));
    pen.globalAlpha = lit ? 1 : focus || (net.chosen && net.chosen.b !== undefined) ? 0.18 : many ? 0.35 : 0.72;
    pen.strokeStyle = l.fact === "denied" ? net.colors.denied : toneOf(l.type);
    pen.lineWidth = (isChosen(l) ? 2 : 0) + l.width;
    pen.setLineDash(l.fact === "actual" ? [] : l.fact === "denied" ? [2, 4] : [7, 5]);
    pen.beginPath();
    pen.moveTo(l.source.x, l.source.y);
    if (l.bend) pen.quadraticCurveTo(...control(l), l.target.x, l.target.y); else pen.lineTo(l.target.x, l.target.y);
    pen.stroke();
  }
  pen.setLineDash([]);
  for (const n of net.nodes) {
    const lit = !focus || n === focus || focus.near.has(n);
    pen.globalAlpha = lit ? 1 : 0.3;
    shape(n);
    pen.fillStyle = net.colors[n.type];
    pen.fill();
    pen.lineWidth = n === focus ? 3 : 1.5;
    pen.strokeStyle = n === focus ? net.colors.focus : net.colors.sheet;
    pen.stroke();
  }
  labels(focus);
}

// Names where there is room for them, the most active first.
function labels(focus) {
  const taken = [];
  const size = 12.5;
  pen.setTransform(devicePixelRatio || 1, 0, 0, devicePixelRatio || 1, 0, 0);
  pen.font = `500 ${size}px system-ui, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "top";
  pen.lineJoin = "round";
  const first = focus ? [focus, ...focus.near] : [];
  const seen = new Set(first);
  for (const n of [...first, ...net.nodes.filter((n) => !seen.has(n))]) {
    const [x, y] = net.at.apply([n.x, n.y]);
    if (x < -60 || y < -20 || x > net.width + 60 || y > net.height + 20) continue;
    const w = pen.measureText(n.name).width / 2 + 3, top = y + n.r * net.at.k + 3;
    const box = [x - w, top, x + w, top + size + 3];
    if (taken.some((t) => t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3])) continue;
    taken.push(box);
    pen.globalAlpha = focus && !seen.has(n) ? 0.35 : 1;
    pen.strokeStyle = net.colors.paper;
    pen.lineWidth = 3.5;
    pen.strokeText(n.name, x, top);
    pen.fillStyle = net.colors.ink;
    pen.fillText(n.name, x, top);
    if (taken.length > 160) break;
  }
  pen.globalAlpha = 1;
}

function nodeAt(event) {
  const [x, y] = net.at.invert([event.offsetX, event.offsetY]);
  const slack = 6 / net.at.k;
  return net.nodes.find((n) => (n.x - x) ** 2 + (n.y - y) ** 2 < (n.r + slack) ** 2) || null;
}

function linkAt(event) {
  const [x, y] = net.at.invert([event.offsetX, event.offsetY]);
  let best = null, least = 7 / net.at.k;
  for (const l of net.links) {
    const [cx, cy] = control(l);
    for (let t = 0.06; t < 0.95; t += 0.06) {
      const u = 1 - t;
      const px = u * u * l.source.x + 2 * u * t * cx + t * t * l.target.x, py = u * u * l.source.y + 2 * u * t * cy + t * t * l.target.y;
      const far = Math.hypot(px - x, py - y);
      if (far < least) { least = far; best = l; }
    }
  }
  return best;
}

function choose(what) { net.chosen = what; for (const b of document.querySelectorAll("#pairs button")) b.setAttribute("aria-current", Boolean(what && what.b !== undefined && b.dataset.pair === `${Math.min(what.a, what.b)} ${Math.max(what.a, what.b)}`)); redraw(); }

// The nearest node in a direction, for arrow keys.
function step(dx, dy) {
  const from = net.chosen && net.byId.get(net.chosen.a);
  if (!from || !net.nodes.includes(from)) return net.nodes[0];
  let best = from, least = Infinity;
  for (const n of net.nodes) {
    const x = n.x - from.x, y = n.y - from.y, along = x * dx + y * dy;
    if (n === from || along <= 0) continue;
    const far = along + 2.5 * Math.abs(x * dy - y * dx);
    if (far < least) { least = far; best = n; }
  }
  return best;
}

function startNetwork() {
  lookUpColors();
  draw.select(canvas).call(zooming).on("dblclick.zoom", null);
  new ResizeObserver(() => {
    const box = canvas.getBoundingClientRect();
    if (!box.width) return;
    [net.width, net.height] = [box.width, box.height];
    [canvas.width, canvas.height] = [box.width, box.height].map((n) => n * (devicePixelRatio || 1));
    if (!net.moved) fit();
    paint();
  }).observe(canvas);
  canvas.addEventListener("pointermove", (e) => { const n = nodeAt(e); if (n !== net.over) { net.over = n; redraw(); } canvas.style.cursor = n || (net.links.length < 4000 && linkAt(e)) ? "pointer" : "grab"; });
  canvas.addEventListener("pointerleave", () => { net.over = null; redraw(); });
  canvas.addEventListener("click", (e) => { const n = nodeAt(e), l = !n && linkAt(e); if (n) openActor(n.id); else if (l) openPair(l.pair.a, l.pair.b); });
  canvas.addEventListener("keydown", (e) => {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (arrows[e.key] && net.nodes.length) { e.preventDefault(); const n = step(...arrows[e.key]); net.chosen = { a: n.id }; $("counts").setAttribute("data-near", n.name); redraw(); }
    else if ((e.key === "Enter" || e.key === " ") && net.chosen) { e.preventDefault(); openActor(net.chosen.a); }
    else if (e.key === "+" || e.key === "=") zoomBy(1.4);
    else if (e.key === "-") zoomBy(1 / 1.4);
  });
  const zoomBy = (k) => draw.select(canvas).call(zooming.scaleBy, k);
  $("zoom-in").addEventListener("click", () => zoomBy(1.4));
  $("zoom-out").addEventListener("click", () => zoomBy(1 / 1.4));
  $("zoom-fit").addEventListener("click", () => { net.moved = false; fit(); });
  const line = (label, color, dash) => `<span><svg viewBox="0 0 22 12"><line x1="0" x2="22" y1="6" y2="6" stroke="${color}" stroke-width="2.5" stroke-dasharray="${dash}"/></svg>${label}</span>`;
  const dot = (label, shape) => `<span><svg viewBox="0 0 12 12" style="width:12px">${shape}</svg>${label}</span>`;
  $("network-legend").innerHTML = [dot("person", '<circle cx="6" cy="6" r="5" fill="var(--person)"/>'), dot("place", '<path d="M6 0L12 6L6 12L0 6Z" fill="var(--place)"/>'), dot("organization", '<rect x="1" y="1" width="10" height="10" fill="var(--organization)"/>'),
    ...TYPES.map((t) => line(t.replace(/[<&]/g, ""), colorOf(t), "")), line("planned or possible", "var(--soft)", "5 4"), line("denied", "var(--denied)", "2 3")].join("");
}
