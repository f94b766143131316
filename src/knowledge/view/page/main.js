"use strict";
// Tabs, theme, keys, and the start of it all.
const TABS = [["network", "Network"], ["map", "Map"], ["timeline", "Timeline"], ["table", "Table"], ["articles", "Articles"]];

function show(name) {
  for (const [id] of TABS) {
    $(id).hidden = id !== name;
    const tab = $(`tab-${id}`);
    tab.setAttribute("aria-selected", id === name);
    tab.tabIndex = id === name ? 0 : -1;
  }
  history.replaceState(null, "", `#${name}`);
  // The network is always drawn; the others only while they are seen.
  for (const [tab, view] of views) if (tab === name && tab !== "network") view();
}

function startTabs() {
  $("tabs").append(...TABS.map(([id, label]) => make("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": id, onclick: () => show(id) }, label)));
  $("tabs").addEventListener("keydown", (e) => {
    const to = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!to) return;
    const at = TABS.findIndex(([id]) => !$(id).hidden);
    const next = TABS[(at + to + TABS.length) % TABS.length][0];
    show(next);
    $(`tab-${next}`).focus();
  });
}

function paintTheme(theme) {
  document.documentElement.dataset.theme = theme;
  lookUpColors();
  redraw();
}

const dark = matchMedia("(prefers-color-scheme: dark)");
document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
dark.addEventListener("change", () => paintTheme(dark.matches ? "dark" : "light"));
$("theme").addEventListener("click", () => paintTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape") closePanel();
  if (e.key === "/" && !/INPUT|TEXTAREA/.test(document.activeElement.tagName)) { e.preventDefault(); $("search").focus(); }
});

startTabs();
startFilters();
startNetwork();
startMap();
startTable();
welcome();
show(TABS.some(([id]) => `#${id}` === location.hash) ? location.hash.slice(1) : D.relations.length ? "network" : "articles");
update();
document.body.dataset.ready = "yes";
