
(function () {
  "use strict";
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const items = all(".finding");
  const form = document.querySelector(".filters");
  const bar = byId("bar");
  if (!items.length || !form) return;

  // Of each pair the marks of each finding, so that a choice costs no search through the page.
  const marksOf = new Map();
  const findingsOf = new Map();
  const evidenceOf = new Map();
  for (const item of items) marksOf.set(item, []);
  for (const mark of all("mark")) {
    const pair = mark.closest(".pair");
    const prefix = prefixOf(pair);
    const numbers = ((mark.dataset.f || "") + " " + (mark.dataset.e || "")).split(" ").filter(Boolean);
    const found = Array.from(new Set(numbers)).map((number) => byId(prefix + "f" + number)).filter(Boolean);
    findingsOf.set(mark, found);
    for (const item of found) marksOf.get(item).push(mark);
  }
  function prefixOf(pair) {
    return pair.querySelector(".findings").id.slice(0, -"list".length);
  }
  function evidence(item) {
    if (!evidenceOf.has(item)) evidenceOf.set(item, all(".proofs a, .again a", item).map((link) => byId(link.hash.slice(1))).filter(Boolean));
    return evidenceOf.get(item);
  }

  let chosen = null;
  let proof = -1;
  const isNarrow = () => matchMedia("(max-width: 49.99rem)").matches;
  // On a phone the findings come first.
  if (isNarrow()) byId("fold").open = false;
  const shown = () => all(".finding").filter((item) => !item.classList.contains("off"));
  // At once: of several smooth movements at a time, browsers finish only the last.
  function reveal(element, place) {
    element.scrollIntoView({ block: place || "center", inline: "nearest" });
  }
  // A place is an empty element before its words: the words are what is seen and what takes the keyboard.
  function wordsAt(anchor) {
    let next = anchor.nextElementSibling;
    while (next && next.tagName !== "MARK") next = next.nextElementSibling;
    return next;
  }
  function clear() {
    for (const mark of all("mark.on, mark.target")) mark.classList.remove("on", "target");
    if (chosen) chosen.removeAttribute("aria-current");
  }
  function choose(item, focus) {
    clear();
    chosen = item;
    proof = -1;
    item.setAttribute("aria-current", "true");
    for (const mark of marksOf.get(item)) mark.classList.add("on");
    const own = byId(item.querySelector(".at").hash.slice(1));
    const first = evidence(item).find((anchor) => anchor.closest(".reference"));
    if (first && !isNarrow()) reveal(wordsAt(first) || first);
    if (own && (!isNarrow() || focus === "words")) reveal(wordsAt(own) || own);
    if (focus === "list") {
      item.focus({ preventScroll: true });
      reveal(item, "nearest");
    }
    if (focus === "words" && own && wordsAt(own)) wordsAt(own).querySelector("a").focus({ preventScroll: true });
    bar.hidden = false;
    byId("bar-message").textContent = item.dataset.number + ". " + item.querySelector(".message").textContent;
  }
  function step(by) {
    const list = shown();
    if (!list.length) return;
    const at = list.indexOf(chosen);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1);
    choose(list[next], isNarrow() ? "words" : "list");
  }
  function toEvidence() {
    if (!chosen) return;
    const places = evidence(chosen);
    const here = places.length ? places : [byId(chosen.querySelector(".at").hash.slice(1))].filter(Boolean);
    if (!here.length) return;
    proof = (proof + 1) % here.length;
    goTo(here[proof]);
  }
  function goTo(anchor) {
    for (const mark of all("mark.target")) mark.classList.remove("target");
    const words = wordsAt(anchor);
    reveal(words || anchor);
    if (!words) return;
    words.classList.add("target");
    words.querySelector("a").focus({ preventScroll: true });
  }
  function back() {
    if (!chosen) return;
    proof = -1;
    chosen.focus({ preventScroll: true });
    reveal(chosen, "nearest");
  }
  async function copy(button) {
    const words = button.parentElement.querySelector("b");
    let done = false;
    try { await navigator.clipboard.writeText(words.textContent); done = true; } catch (error) {
      const range = document.createRange();
      range.selectNodeContents(words);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      try { done = document.execCommand("copy"); } catch (refused) { done = false; }
    }
    button.textContent = done ? "Copied" : "Press Ctrl+C";
    byId("status").textContent = done ? "Copied: " + words.textContent : "The words are selected: copy them.";
    setTimeout(function () { button.textContent = "Copy"; }, 1500);
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest(".copy");
    if (button) { copy(button); return; }
    const link = event.target.closest("mark a");
    if (link) {
      event.preventDefault();
      const mark = link.parentElement;
      const found = findingsOf.get(mark).filter((item) => !item.classList.contains("off"));
      if (!found.length) return;
      // Where marks overlap, another click chooses the next of their findings.
      const next = found[(found.indexOf(chosen) + 1) % found.length];
      choose(next, isNarrow() ? "" : "list");
      return;
    }
    const item = event.target.closest(".finding");
    if (!item) return;
    const place = event.target.closest(".at, .proofs a, .again a");
    if (place) {
      event.preventDefault();
      const anchor = byId(place.hash.slice(1));
      if (item !== chosen) choose(item, "");
      if (anchor) { proof = evidence(item).indexOf(anchor); goTo(anchor); }
    } else if (String(getSelection()) === "") {
      choose(item, isNarrow() ? "words" : "list");
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const at = event.target instanceof Element ? event.target : document.body;
    if (at.closest("input, select, textarea") && event.key !== "Escape") return;
    const among = at.closest(".finding, mark");
    const mark = at.closest("mark");
    // On the words of another finding, Enter is the click on them.
    const isOther = mark && !findingsOf.get(mark).includes(chosen);
    const act = {
      j: () => step(1), k: () => step(-1),
      ArrowDown: among ? () => step(1) : null, ArrowUp: among ? () => step(-1) : null,
      Enter: isOther || at.closest("button, summary, .finding a, nav a, .skip") ? null : chosen ? toEvidence : null,
      Escape: back,
      c: () => { const button = chosen && chosen.querySelector(".copy"); if (button) copy(button); },
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  bar.addEventListener("click", function (event) {
    const what = event.target.dataset.step;
    if (what === "list") back(); else if (what === "evidence") toEvidence(); else if (what) step(Number(what));
  });

  function filter() {
    const allowed = (name) => new Set(all("input[name=" + name + "]:checked", form).map((box) => box.value));
    const categories = allowed("category");
    const severities = allowed("severity");
    const least = Number(byId("least").value);
    byId("least-shown").textContent = least + " %";
    let count = 0;
    for (const item of items) {
      const data = item.dataset;
      const stays = categories.has(data.category) && severities.has(data.severity) && Number(data.confidence) >= least;
      item.classList.toggle("off", !stays);
      if (stays) count += 1;
    }
    for (const [mark, found] of findingsOf) {
      const off = found.every((item) => item.classList.contains("off"));
      mark.classList.toggle("off", off);
      mark.querySelector("a").tabIndex = off ? -1 : 0;
    }
    if (chosen && chosen.classList.contains("off")) { clear(); chosen = null; bar.hidden = true; }
    byId("status").textContent = count === items.length ? count + (count === 1 ? " finding" : " findings") : count + " of " + items.length + " findings";
  }
  function sort() {
    const by = byId("sort").value;
    const sign = by === "confidence" ? -1 : 1;
    const value = (item) => Number(item.dataset[by]);
    for (const list of all(".findings")) {
      const order = all(".finding", list);
      order.sort((a, b) => sign * (value(a) - value(b)) || Number(a.dataset.number) - Number(b.dataset.number));
      list.append(...order);
    }
  }
  form.addEventListener("input", filter);
  form.addEventListener("change", function () { filter(); sort(); });
  form.addEventListener("reset", function () { setTimeout(function () { filter(); sort(); }, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  filter();
})();
