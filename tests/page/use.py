"""Uses the page of `chancery view` as a reader would, and fails where it does not do what it should.

    use.py DIR     DIR holds page.html with its records.jsonl, and many.html; pictures are put beside them
"""

import csv
import io
import json
import sys
import time
from pathlib import Path

from driver import Browser

place = Path(sys.argv[1]).resolve()
records = [json.loads(line) for line in (place / "records.jsonl").open(encoding="utf-8")]
relations = [relation for record in records for relation in record["relations"]]
failures = 0


def check(what, good, found=""):
    global failures
    failures += not good
    print(f"{'ok  ' if good else 'FAIL'} {what}" + ("" if good else f": {found}"))


NETWORK = "return [net.nodes.length, net.links.length]"
DETAIL = "return document.getElementById('detail').textContent"


def opened(browser, file):
    browser.open((place / file).as_uri())
    browser.wait("return document.body.dataset.ready === 'yes'")


with Browser(1400, 900) as browser:
    browser.size(1400, 900)
    opened(browser, "page.html")
    check("opens without errors", not (found := browser.complaints()), found)
    nodes, links = browser.run(NETWORK)
    check("draws a network", nodes > 2 and links > 1, (nodes, links))
    time.sleep(1)
    browser.picture(place / "network.png")

    browser.click("#types .chip[data-value=meeting]")
    fewer = browser.run(NETWORK)
    check("a type left out changes the network", 0 < fewer[1] < links, fewer)
    left = browser.run("return shown.relations.every((r) => r.t !== 'meeting')")
    check("and is left out", left)
    browser.click("#reset")
    check("show all brings it back", browser.run(NETWORK)[0] >= nodes, browser.run(NETWORK))
    browser.keys("#search", "zzzz")
    browser.wait("return net.nodes.length === 0")
    check("a word that nobody wrote leaves nothing", True)
    browser.click("#reset")

    browser.click("#pairs button")
    sentence, rule = browser.run("const r = shown.pairs[0].relations[0]; return [r.s, r.rule]")
    detail = browser.run(DETAIL)
    check("a click on a pair shows its sentence", sentence in detail, sentence)
    check("and the rule that found it", rule in detail, rule)

    browser.click("#tab-table")
    rows = browser.run("return grid.rows.length")
    check("the table holds every telling", rows == len(relations), (rows, len(relations)))
    browser.click("#head span:nth-child(4) button")
    names = browser.run("return grid.rows.map((r) => COLUMNS[3][1](r))")
    check("it sorts by a column", names == sorted(names) or names == sorted(names, reverse=True), names[:5])
    lines = list(csv.reader(io.StringIO(browser.run("return csv()"))))
    check("and saves as CSV", len(lines) == len(relations) + 1 and {len(line) for line in lines} == {len(lines[0])}, len(lines))
    planned = next((r["id"] for r in relations if r["modality"] == "planned"), None)
    row = browser.run("const r = D.relations.find((r) => r.id === arguments[0]); openRelation(r.n); return r.s", planned)
    detail = browser.run(DETAIL)
    check("a relation shows its modality", row in detail and "planned" in detail, detail[:200])

    # By keys alone: from the head of the page to a row, and into its sentence.
    browser.run("document.querySelector('#body [role=row]').focus()")
    browser.keys("#body [role=row]", "\ue015\ue007")  # down, Enter
    second = browser.run("return grid.rows[1].s")
    check("keys reach a row and open it", second in browser.run(DETAIL), second)
    browser.click("#tab-network")
    browser.keys("#tab-network", "\ue014")  # right
    check("keys change the view", browser.run("return !document.getElementById('map').hidden"))
    check("listed places are on the map", browser.run("return document.querySelectorAll('#world circle, #world .at').length > 0"))

    browser.click("#tab-articles")
    browser.wait("return document.querySelector('#article .trigger')")
    browser.click("#article .trigger")
    told = browser.run("const n = Number(document.querySelector('#article .trigger').dataset.relation); return D.relations[n].s")
    check("a trigger in an article opens its telling", told in browser.run(DETAIL), told)
    browser.picture(place / "article.png")

    paper = "return getComputedStyle(document.body).backgroundColor"
    light = browser.run(paper)
    browser.prefers("dark")
    browser.wait("return document.documentElement.dataset.theme === 'dark'")
    check("dark is another colour than light", browser.run(paper) != light, light)
    browser.prefers("light")

    browser.size(375, 760)
    opened(browser, "page.html")
    for tab in ("network", "map", "timeline", "table", "articles"):
        browser.run(f"show('{tab}')")
        wide = browser.run("return document.documentElement.scrollWidth")
        check(f"fits a phone: {tab}", wide <= 375, wide)
    browser.run("show('network')")
    time.sleep(0.5)
    browser.picture(place / "phone.png")
    seen = browser.run("return net.nodes.map((n) => net.at.apply([n.x, n.y])).filter(([x, y]) => x > 0 && y > 0 && x < net.width && y < net.height).length")
    check("the network is in sight on a phone", browser.run("return net.height") > 300 and seen == browser.run("return net.nodes.length"), seen)
    check("still no errors", not (found := browser.complaints()), found)

    browser.size(1400, 900)
    begun = time.time()
    opened(browser, "many.html")
    ready = time.time() - begun
    many = browser.run("return D.relations.length")
    check("10,000 relations open", many >= 10_000, many)
    begun = time.time()
    browser.click("#types .chip[data-value=cooperation]")
    filtered = time.time() - begun
    browser.click("#reset")
    browser.click("#tab-table")
    begun = time.time()
    browser.run("document.getElementById('scroll').scrollTop = 5000 * ROW")
    browser.wait("return Number(document.querySelector('#body [role=row]').getAttribute('aria-rowindex')) > 4000")
    scrolled = time.time() - begun
    check("the table holds only the rows in sight", browser.run("return document.querySelectorAll('#body > div').length") < 100)
    check("without errors", not (found := browser.complaints()), found)
    print(f"     {many} relations: open after {ready:.1f} s, filtered in {filtered:.2f} s, scrolled in {scrolled:.2f} s")

sys.exit(1 if failures else 0)
