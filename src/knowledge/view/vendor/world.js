// Borders of the world from world-atlas, without Antarctica, names and lines that nothing uses.
const world = JSON.parse(require("fs").readFileSync(require.resolve("world-atlas/countries-110m.json")));
const countries = world.objects.countries;
countries.geometries = countries.geometries
  .filter((g) => g.properties.name !== "Antarctica")
  .map((g) => ({ type: g.type, arcs: g.arcs }));
const places = new Map();
const renumber = (arc) => {
  if (Array.isArray(arc)) return arc.map(renumber);
  const line = arc < 0 ? ~arc : arc;
  if (!places.has(line)) places.set(line, places.size);
  return arc < 0 ? ~places.get(line) : places.get(line);
};
for (const g of countries.geometries) g.arcs = renumber(g.arcs);
const arcs = [];
for (const [line, place] of places) arcs[place] = world.arcs[line];
process.stdout.write(JSON.stringify({ type: "Topology", transform: world.transform, objects: { countries }, arcs }));
