
// What the page does beyond being read: claims and their paths light up together, claims are filtered, tables sorted,
// colours chosen. Without it the page still shows everything.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const ids = (element, name, between = " ") => (element.getAttribute(name) || "").split(between).filter(Boolean);

  // Colours
  const theme = document.getElementById("theme");
  const wear = (name) => {
    if (name === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.dataset.theme = name;
  };
  const memory = { get: () => null, set: () => {} };
  try {
    memory.get = ((store) => () => store.getItem("rawi-theme"))(window.localStorage);
    memory.set = ((store) => (name) => store.setItem("rawi-theme", name))(window.localStorage);
  } catch { /* a page from a file may have no memory */ }
  const remembered = memory.get();
  if (["light", "dark"].includes(remembered)) { theme.value = remembered; wear(remembered); }
  theme.addEventListener("change", () => { wear(theme.value); memory.set(theme.value); });
  document.getElementById("print").addEventListener("click", () => window.print());

  // Tables
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  for (const table of all("table.sortable")) {
    const body = table.tBodies[0];
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent;
        const rows = [...body.rows].sort((a, b) => compare(value(a), value(b)) * (up ? 1 : -1));
        body.append(...rows);
      });
    });
  }

  // Articles
  for (const article of all("article.report")) {
    const cards = all(".claim", article);
    if (cards.length === 0) continue;
    for (const part of all(".hint, .filters", article)) part.hidden = false;
    const diagram = article.querySelector(".diagram");
    const marks = all(".mark, .ref, .dot[data-claim]", article);
    const nodes = diagram ? all(".node[data-key]", diagram) : [];
    const edges = diagram ? all(".edge[data-from], .label[data-from]", diagram) : [];
    const path = new Map(cards.map((card) => [card.dataset.claim, ids(card, "data-path", "\n")]));
    const through = (from, to) => (keys) => keys.some((key, i) => key === from && (to === undefined || keys[i + 1] === to));
    let kept = [];

    const light = (claims) => {
      const on = new Set(claims);
      for (const card of cards) card.classList.toggle("lit", on.has(card.dataset.claim));
      for (const mark of marks) {
        mark.classList.toggle("lit", (mark.dataset.in ? ids(mark, "data-in") : [mark.dataset.claim]).some((id) => on.has(id)));
        mark.classList.toggle("lit-of", ids(mark, "data-of").some((id) => on.has(id)));
      }
      if (!diagram) return;
      const lit = claims.map((id) => path.get(id) || []);
      diagram.classList.toggle("dim", lit.length > 0);
      for (const node of nodes) node.classList.toggle("lit", lit.some(through(node.dataset.key)));
      for (const edge of edges) edge.classList.toggle("lit", lit.some(through(edge.dataset.from, edge.dataset.to)));
    };

    const claimsOf = (element) => {
      const node = element.closest(".node[data-key], [data-from]");
      if (node) {
        const fits = node.dataset.key ? through(node.dataset.key) : through(node.dataset.from, node.dataset.to);
        return cards.filter((card) => !card.hidden && fits(path.get(card.dataset.claim))).map((card) => card.dataset.claim);
      }
      const owner = element.closest("[data-claim]");
      return owner ? [owner.dataset.claim] : [];
    };

    // Within its own list or frame; the page itself stays where the reader is.
    const reveal = (element, frame) => {
      if (!element || !frame) return;
      const inner = element.getBoundingClientRect(), outer = frame.getBoundingClientRect();
      if (inner.top < outer.top || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - 16;
      if (inner.left < outer.left || inner.right > outer.right) frame.scrollLeft += inner.left - outer.left - 16;
    };
    // A path whose ends are far apart is shown by its middle.
    const revealPath = (lit, frame) => {
      if (lit.length === 0 || !frame) return;
      const boxes = lit.map((node) => node.getBoundingClientRect()), outer = frame.getBoundingClientRect();
      const left = Math.min(...boxes.map((box) => box.left)), right = Math.max(...boxes.map((box) => box.right));
      const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
      if (left < outer.left || right > outer.right) frame.scrollLeft += (left + right - outer.left - outer.right) / 2;
      if (top < outer.top || bottom > outer.bottom) frame.scrollTop += (top + bottom - outer.top - outer.bottom) / 2;
    };
    const keep = (claims) => {
      kept = claims;
      light(claims);
      reveal(cards.find((card) => claims.includes(card.dataset.claim)), article.querySelector(".list"));
      revealPath(nodes.filter((node) => node.classList.contains("lit")), diagram?.parentElement);
    };

    article.addEventListener("pointerover", (event) => {
      const claims = claimsOf(event.target);
      light(claims.length > 0 ? claims : kept);
    });
    article.addEventListener("pointerleave", () => light(kept));
    article.addEventListener("focusin", (event) => {
      const claims = claimsOf(event.target);
      if (claims.length > 0) light(claims);
    });
    article.addEventListener("focusout", () => light(kept));
    article.addEventListener("click", (event) => {
      if (event.target.closest("summary, button, select, input, label")) return;
      const claims = claimsOf(event.target);
      keep(claims.join() === kept.join() && !event.target.closest("a") ? [] : claims);
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") keep([]); });

    // The diagram's nodes are buttons for those who do not point.
    if (diagram) {
      diagram.setAttribute("role", "group");
      for (const node of nodes) {
        node.setAttribute("tabindex", "0");
        node.setAttribute("role", "button");
        node.setAttribute("aria-label", node.querySelector("title")?.textContent ?? node.dataset.key);
        node.addEventListener("keydown", (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          keep(claimsOf(node));
        });
      }
    }

    // Filters: a claim stays that fits all that is ticked.
    const form = article.querySelector(".filters");
    const status = form.querySelector("[role=status]");
    const filter = () => {
      const flags = all("input:checked", form).map((input) => input.value);
      const agent = form.querySelector("select")?.value ?? "";
      let shown = 0;
      for (const card of cards) {
        card.hidden = !(flags.every((flag) => ids(card, "data-flags").includes(flag)) && (!agent || ids(card, "data-agents").includes(agent)));
        if (!card.hidden) ++shown;
      }
      const visible = new Set(cards.filter((card) => !card.hidden).map((card) => card.dataset.claim));
      for (const mark of marks) if (mark.dataset.in) mark.classList.toggle("off", !ids(mark, "data-in").some((id) => visible.has(id)));
      for (const ref of all(".ref", article)) ref.hidden = !visible.has(ref.dataset.claim);
      article.querySelector(".claims .empty").hidden = shown > 0;
      let place = 0;
      status.textContent = status.dataset.words.replace(/\{\}/g, () => String([shown, cards.length][place++]));
      keep(kept.filter((id) => visible.has(id)));
    };
    form.addEventListener("change", filter);
    form.querySelector("[type=reset]").addEventListener("click", (event) => {
      event.preventDefault();
      form.reset();
      filter();
    });
    form.addEventListener("submit", (event) => event.preventDefault());

    // A link to a claim shows it.
    const follow = () => {
      const card = cards.find((one) => location.hash === "#" + one.id || location.hash === "#t" + one.id);
      if (card) keep([card.dataset.claim]);
    };
    addEventListener("hashchange", follow);
    follow();
  }
})();
