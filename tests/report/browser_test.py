"""Opens reports in headless Chromium and does what readers do.  usage: browser_test.py WHAT RAWI FIXTURES.
Ends with 77 where Chromium, its driver or Selenium is missing."""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "writing" / "readers"))
import samples  # noqa: E402

SKIPPED = 77


def skip(why):
    print("SKIPPED: " + why)
    sys.exit(SKIPPED)


try:
    from selenium import webdriver
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:
    skip("Selenium (python3-selenium) is not installed")


class Browser:
    """A window on one page. Whatever went wrong in it is told at the end."""

    def __init__(self, folder):
        options = webdriver.ChromeOptions()
        for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                         "--disable-dev-shm-usage", "--window-size=1400,1000", "--force-prefers-reduced-motion",
                         f"--user-data-dir={folder}/profile"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = shutil.which("chromedriver")
        if not driver or not (shutil.which("chromium") or shutil.which("google-chrome")):
            skip("Chromium or chromedriver is not installed")
        from selenium.webdriver.chrome.service import Service
        self.driver = webdriver.Chrome(service=Service(driver), options=options)

    def open(self, path, hash=""):
        self.driver.get("about:blank")
        self.driver.get(f"file://{path}{hash}")

    def all(self, css):
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def one(self, css):
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def run(self, script, *arguments):
        return self.driver.execute_script("return " + script, *arguments)

    def lit(self, css):
        """Of the elements lit: what their data says they are."""
        return self.run("[...document.querySelectorAll(arguments[0] + '.lit')]"
                        ".map(e => e.dataset.claim || e.dataset.key || e.dataset.from + ' ' + e.dataset.to)", css)

    def hover(self, element):
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        ActionChains(self.driver).move_to_element(element).perform()

    def leave(self):
        self.hover(self.one(".brand"))

    def complaints(self):
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def fetched(self):
        """Addresses that were asked for, but for the file itself."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        urls = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith(("file:", "about:", "data:", "chrome"))]


class Pages:
    def __init__(self, rawi, fixtures, folder):
        self.rawi, self.fixtures, self.folder = rawi, fixtures, folder
        self.analyses = samples.lines(rawi, fixtures)

    def page(self, analyses):
        path = pathlib.Path(self.folder) / f"page-{len(list(pathlib.Path(self.folder).iterdir()))}.html"
        path.write_bytes(samples.convert(self.rawi, analyses, "html"))
        return path

    def of(self, id):
        return next(one for one in self.analyses if one["id"] == id)


def path_of(q, number=1):
    """Nodes of a claim's path; of a claim with a speaker and no missing link."""
    return {"agent:" + agent for agent in q["chain"]}


def test_behaviour(browser, pages):
    for id in ("ar-desalination", "en-terminal"):
        article = pages.of(id)
        browser.open(pages.page([article]))
        assert browser.run("document.documentElement.dir") == ("rtl" if id.startswith("ar") else "ltr")
        assert len(browser.all(".claim")) == len(article["attributions"])
        index, chained = next((i, q) for i, q in enumerate(article["attributions"])
                              if q["source"]["agent"] and len(q["chain"]) > 2 and "missing-link" not in q["flags"])
        claim = f"1-q{index + 1}"
        ours = path_of(chained)
        # Hover in the text, then away.
        browser.hover(browser.one(f".mark.content[data-claim='{claim}']"))
        assert browser.lit(".claim") == [claim]
        assert set(browser.lit(".node")) == ours
        steps = list(zip(chained["chain"], chained["chain"][1:]))
        assert set(browser.lit(".edge")) == {f"agent:{a} agent:{b}" for a, b in steps}
        assert browser.run("document.querySelector('.diagram').classList.contains('dim')")
        browser.leave()
        assert browser.lit(".claim") == [] and browser.lit(".node") == []
        # Focus does the same as the pointer.
        browser.run("document.querySelector(arguments[0]).focus()", f".ref[data-claim='{claim}']")
        assert browser.lit(".claim") == [claim] and set(browser.lit(".node")) == ours
        browser.run("document.activeElement.blur()")
        # From the diagram to the claims, by pointer and by keyboard.
        speaker = "agent:" + chained["chain"][0]
        through = [f"1-q{i + 1}" for i, q in enumerate(article["attributions"]) if speaker in path_of(q)]
        browser.hover(browser.one(f".node[data-key='{speaker}']"))
        assert browser.lit(".claim") == through
        browser.leave()
        node = browser.one(f".node[data-key='{speaker}']")
        browser.run("arguments[0].focus()", node)
        ActionChains(browser.driver).send_keys(Keys.ENTER).perform()
        browser.run("document.activeElement.blur()")
        assert browser.lit(".claim") == through, "Enter keeps what is lit"
        ActionChains(browser.driver).send_keys(Keys.ESCAPE).perform()
        assert browser.lit(".claim") == []
        # A click keeps it.
        browser.one(f".claim[data-claim='{claim}'] blockquote").click()
        browser.leave()
        assert browser.lit(".claim") == [claim]
        # The card says what the analysis says.
        text = browser.one(f".claim[data-claim='{claim}']").text
        names = {agent["id"]: agent["name"] for agent in article["agents"]}
        assert all(names[agent] in text for agent in chained["chain"])
        assert samples.words(article, chained["content"]) in text
        # Colours
        page = "getComputedStyle(document.documentElement).backgroundColor"
        light = browser.run(page)
        browser.one("#theme option[value=dark]").click()
        assert browser.run(page) != light
        browser.one("#theme option[value=light]").click()
        assert browser.run(page) == light


def test_filters(browser, pages):
    article = pages.of("ar-desalination")
    browser.open(pages.page([article]))
    said = article["attributions"]

    def shown():
        return [card.get_attribute("data-claim") for card in browser.all(".claim:not([hidden])")]

    def expect(fits):
        expected = [f"1-q{i + 1}" for i, q in enumerate(said) if fits(q)]
        assert shown() == expected, (shown(), expected)
        status = browser.one(".filters [role=status]").text
        assert str(len(expected)) in status and str(len(said)) in status
        return expected

    def second(q):
        return "second-hand" in q["flags"]

    browser.one(".chip input[value=second-hand]").click()
    assert 0 < len(expect(second)) < len(said)
    browser.one(".chip input[value=unnamed]").click()
    assert expect(lambda q: second(q) and "anonymous-source" in q["flags"])
    browser.one(".filters button[type=reset]").click()
    expect(lambda q: True)
    relay = next(q["chain"][1] for q in said if len(q["chain"]) > 2)
    browser.one(f".through option[value={relay}]").click()
    assert len(expect(lambda q: relay in q["chain"])) < len(said)
    # Several articles: an index that sorts.
    browser.open(pages.page(pages.analyses))
    assert len(browser.all("article.report")) == len(pages.analyses) == len(browser.all(".index tbody tr"))
    counts = [int(cell.text) for cell in browser.all(".index tbody td:nth-child(4)")]
    browser.all(".index th button")[3].click()
    assert [int(cell.text) for cell in browser.all(".index tbody td:nth-child(4)")] == sorted(counts)
    browser.all(".index th button")[3].click()
    assert [int(cell.text) for cell in browser.all(".index tbody td:nth-child(4)")] == sorted(counts, reverse=True)


# Tags, handlers, ends of scripts and styles, an id that looks like markup, direction overrides.
HOSTILE = ("<script>window.harm=1</script><img src=x onerror=\"window.harm=2\"><svg onload=window.harm=3>"
           "</style></title></textarea></svg>--><!--<iframe src=javascript:window.harm=4>\" onmouseover=\"window.harm=5\" "
           "' autofocus onfocus='window.harm=6' \u202eevil\u202c \u2066x {{body}} {{script}} &lt;b&gt;")


def test_hostile(browser, pages):
    evil = samples.hostile()
    plain = json.dumps(pages.of("en-terminal"))
    tagged = json.loads(plain)
    tagged["id"] = tagged["document"]["id"] = HOSTILE
    for key in ("outlet", "author", "published", "url"):
        tagged["document"][key] = HOSTILE if key != "url" else "javascript:window.harm=7"
    tagged["document"]["text"] += "\n" + HOSTILE
    for agent in tagged["agents"]:
        agent["name"] = agent["name"] + HOSTILE
    for q in tagged["attributions"]:
        q.update(lemma=HOSTILE, rule=HOSTILE, rule_place=HOSTILE, medium=HOSTILE)
        for hop in q["hops"]:
            hop["rule"] = HOSTILE
    for analyses in ([tagged], [evil], [evil, tagged, evil]):
        browser.open(pages.page(analyses))
        for mark in browser.all(".mark.content")[:5] + browser.all(".claim")[:5]:
            browser.hover(mark)
        assert browser.run("window.harm === undefined")
        foreign = browser.run("[...document.querySelectorAll('script, iframe, img, object, embed, base, style, title')]"
                              ".filter(e => !e.closest('svg')).map(e => e.localName)")
        assert sorted(foreign) == ["script", "style", "title"], foreign
        handlers = browser.run("[...document.querySelectorAll('*')].filter(e => e.getAttributeNames().some(n => n.startsWith('on'))).length")
        assert handlers == 0
        links = browser.run("[...document.querySelectorAll('a')].map(a => a.getAttribute('href') ?? a.getAttribute('xlink:href'))")
        assert all(link.startswith(("#", "http://", "https://")) for link in links)
        assert browser.run("/[\\u202A-\\u202E]/.test(document.querySelector('.prose').textContent)") is False
    # What was typed is what is read.
    browser.open(pages.page([tagged]))
    assert "<script>window.harm=1</script><img src=x" in browser.one(".prose").text


def test_offline(browser, pages):
    """Nothing is fetched, and the page holds without its script."""
    page = pages.page(pages.analyses)
    browser.open(page)
    browser.hover(browser.all(".mark.content")[0])
    assert browser.fetched() == []
    policy = browser.one("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "unsafe" not in policy and policy.startswith("default-src 'none'")
    injected = browser.run("(() => { const s = document.createElement('script'); s.textContent = 'window.harm = 1';"
                           "document.body.append(s); return window.harm })()")
    assert injected is None, "the policy lets no other script run"
    browser.driver.get_log("browser")  # which told that it was refused
    text = page.read_text()
    begin, end = text.rindex("<script>"), text.rindex("</script>")
    page.write_text(text[:begin] + "<script>" + text[end:])
    browser.open(page)
    assert browser.all(".claim") and browser.all(".diagram .node") and not browser.one(".filters").is_displayed()
    browser.driver.get_log("browser")  # an empty script is refused as well


def corpus_pages(pages):
    """The pages on a small corpus: what its outlets rely on, and a trace."""
    root = pathlib.Path(pages.fixtures).parent
    corpus, folder = pathlib.Path(pages.folder) / "news.rawi", pathlib.Path(pages.folder)
    subprocess.run([pages.rawi, "index", corpus, root / "corpus" / "breakwater.jsonl"], check=True, capture_output=True)
    subprocess.run([pages.rawi, "report", corpus, "-o", folder / "reliance.html"], check=True)
    found = subprocess.run([pages.rawi, "reliance", corpus, "-f", "json"], check=True, capture_output=True).stdout
    claims = subprocess.run([pages.rawi, "export", corpus], check=True, capture_output=True).stdout.decode().splitlines()
    articles = [json.loads(line) for line in claims]

    def traced(claim):
        done = subprocess.run([pages.rawi, "trace", corpus, "--claim", claim, "-f", "json"], check=True, capture_output=True)
        return json.loads(done.stdout)

    names = [f"{one['id']}/{q['id']}" for one in articles for q in one["attributions"]]
    longest = max(names, key=lambda name: len(traced(name)["claims"]))
    subprocess.run([pages.rawi, "report", corpus, "--claim", longest, "-o", folder / "trace.html"], check=True)
    return folder / "reliance.html", json.loads(found), folder / "trace.html", traced(longest)


def test_corpus(browser, pages):
    reliance_page, reliance, trace_page, trace = corpus_pages(pages)
    browser.open(reliance_page)
    rows = browser.all("table.sortable")[0].find_elements(By.CSS_SELECTOR, "tbody tr")
    own = [one for one in reliance["outlets"] if one["articles"] > 0]
    assert len(rows) == len(own) > 1
    button = browser.all("table.sortable thead button")[3]
    for order in (sorted, lambda counts: sorted(counts, reverse=True)):
        browser.run("arguments[0].click()", button)
        counts = browser.run("[...document.querySelector('table.sortable').tBodies[0].rows].map(r => +r.cells[3].textContent)")
        assert counts == order(counts) and sorted(counts) == sorted(one["claims"] for one in own)
    cells = browser.run("[...document.querySelectorAll('.matrix tbody td')].map(c => +c.textContent)")
    assert sum(cells) == sum(one["claims"] for one in reliance["pairs"])
    assert browser.all(".diagram .node")
    browser.open(trace_page)
    cards = browser.all(".claim")
    assert len(cards) == len(trace["claims"]) > 1
    # Filters
    second = [f"1-q{i + 1}" for i, one in enumerate(trace["claims"]) if len(one["path"]) > 2]
    browser.one(".chip input[value=second-hand]").click()
    shown = "[...document.querySelectorAll('.claim:not([hidden])')].map(c => c.dataset.claim)"
    assert browser.run(shown) == second and 0 < len(second) < len(cards)
    browser.one(".filters button[type=reset]").click()
    option = browser.all(".through option")[1]
    option.click()
    through = browser.run(shown)
    assert 0 < len(through) and all(option.text in browser.one(f"[id='{id}']").text for id in through), option.text
    browser.one(".filters button[type=reset]").click()
    assert len(browser.run(shown)) == len(cards)
    browser.hover(browser.one(".claim blockquote"))
    lit = browser.run("[...document.querySelectorAll('.node.lit')].map(n => n.dataset.key)")
    path = browser.run("document.querySelector('.claim').dataset.path.split('\\n')")
    assert set(lit) == set(path) and lit, (lit, path)
    assert browser.all(".claim a[href^='http']") and not browser.all(".diagram a"), "a click keeps a path, it leads nowhere"
    # A diagram that is larger than its frame: what is kept is brought into it.
    browser.run("document.querySelector('.frame').style.cssText = 'width: 9rem; height: 6rem'")
    for card in browser.all(".claim"):
        browser.run("arguments[0].click()", card.find_element(By.CSS_SELECTOR, "blockquote"))
        middle = browser.run("(() => { const f = document.querySelector('.frame').getBoundingClientRect();"
                             "const b = [...document.querySelectorAll('.node.lit')].map(n => n.getBoundingClientRect());"
                             "const x = (Math.min(...b.map(r => r.left)) + Math.max(...b.map(r => r.right))) / 2;"
                             "const y = (Math.min(...b.map(r => r.top)) + Math.max(...b.map(r => r.bottom))) / 2;"
                             "return x > f.left && x < f.right && y > f.top && y < f.bottom })()")
        assert middle, card.get_attribute("id")
    ActionChains(browser.driver).send_keys(Keys.ESCAPE).perform()
    browser.run("document.querySelector('.frame').style.cssText = ''")
    browser.hover(browser.one(".node"))
    key = browser.one(".node").get_attribute("data-key")
    expected = browser.run("[...document.querySelectorAll('.claim')].filter(c => c.dataset.path.split('\\n')"
                           ".includes(arguments[0])).map(c => c.dataset.claim)", key)
    assert browser.lit(".claim") == expected


def printed(browser, path):
    """The text of each page of the printed report, as lines."""
    if not shutil.which("pdftotext"):
        skip("pdftotext (poppler-utils) is not installed")
    browser.open(path)
    made = browser.driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=base64.b64decode(made["data"]), check=True,
                          capture_output=True).stdout.decode()
    return [[line.strip() for line in page.split("\n") if line.strip()] for page in text.split("\f")]


def test_print(browser, pages):
    """On paper nothing is cut off, no heading stands alone at the foot of a page, and the heat map has its colours."""
    article = pages.of("en-terminal")
    path = pages.page([article])
    leaves = printed(browser, path)
    everything = " ".join(word for page in leaves for line in page for word in line.split())
    for q in article["attributions"]:
        assert everything.count(" ".join(samples.words(article, q["content"]).split())) >= 1
    headings = set(browser.run("[...document.querySelectorAll('h2, h3')].map(h => h.textContent)"))
    assert not [page[-1] for page in leaves if page and page[-1] in headings]
    reliance, _, trace, _ = corpus_pages(pages)
    for path in (reliance, trace):
        leaves = printed(browser, path)
        headings = set(browser.run("[...document.querySelectorAll('h2, h3')].map(h => h.textContent)"))
        assert not [page[-1] for page in leaves if page and page[-1] in headings], path
    browser.open(reliance)
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                   {"width": 673, "height": 980, "deviceScaleFactor": 1, "mobile": False})  # A4, margins off
    try:
        cut = browser.run("[...document.querySelectorAll('table, svg')].filter(e => e.getBoundingClientRect().right >"
                          " document.documentElement.clientWidth + 1).map(e => e.className.baseVal ?? e.className)")
        assert cut == [], cut
        cells = browser.run("[...document.querySelectorAll('.matrix tbody td')].filter(c => c.textContent)"
                            ".map(c => getComputedStyle(c).printColorAdjust)")
        assert cells and set(cells) == {"exact"}
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_accessibility(browser, pages):
    axe = os.environ.get("RAWI_AXE_CORE", "")
    if not os.path.isfile(axe):
        skip("axe-core is not there: ./dev test fetches it, or RAWI_AXE_CORE names its axe.min.js")
    rules = pathlib.Path(axe).read_text()
    reliance, _, trace, _ = corpus_pages(pages)
    articles = [pages.page(one) for one in ([pages.of("ar-desalination")], [pages.of("en-terminal")], pages.analyses)]
    for page in [*articles, reliance, trace]:
        # axe-core is a script that the page's policy would refuse: DevTools may run it all the same.
        for theme, width in (("light", 1400), ("dark", 1400), ("light", 390)):
            browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                           {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
            browser.open(page)
            browser.one(f"#theme option[value={theme}]").click()
            browser.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": rules})
            found = browser.driver.execute_cdp_cmd("Runtime.evaluate", {
                "expression": "axe.run().then(r => JSON.stringify(r.violations.map(v => [v.id, v.help,"
                              " v.nodes.slice(0, 3).map(n => [n.html.slice(0, 200), n.failureSummary])])))",
                "awaitPromise": True})["result"]["value"]
            assert found == "[]", f"{theme}, {width}: " + json.dumps(json.loads(found), indent=1, ensure_ascii=False)


def main():
    what, rawi, fixtures = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        browser = Browser(folder)
        try:
            globals()["test_" + what](browser, Pages(rawi, fixtures, folder))
            complaints = browser.complaints()
            assert not complaints, complaints
        finally:
            browser.driver.quit()


if __name__ == "__main__":
    main()
