// What the page draws with. README.md tells how the bundle is made.
export { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
export { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
export { select } from "d3-selection";
export { zoom, zoomIdentity } from "d3-zoom";
export { feature, mesh } from "topojson-client";
