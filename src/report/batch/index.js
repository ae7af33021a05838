
(function () {
  "use strict";
  const table = document.querySelector("table.pairs");
  const form = document.querySelector(".choose");
  if (!table || !form) return;
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const words = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const status = document.getElementById("status");
  const find = document.getElementById("find");
  const critical = document.getElementById("critical");
  const choices = Array.from(form.querySelectorAll("select[data-column]"));

  function filter() {
    const word = find.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const stays = (!word || words.get(row).includes(word))
        && (!critical.checked || Number(row.cells[5].dataset.value) > 0)
        && choices.every((choice) => !choice.value || row.cells[Number(choice.dataset.column)].textContent === choice.value);
      row.classList.toggle("off", !stays);
      if (stays) count += 1;
    }
    status.textContent = count === rows.length ? "" : count + " of " + rows.length + " pairs";
  }
  function key(row, column) {
    const cell = row.cells[column];
    return "value" in cell.dataset ? Number(cell.dataset.value) : cell.textContent.toLowerCase();
  }
  table.tHead.addEventListener("click", function (event) {
    const button = event.target.closest("button[data-sort]");
    if (!button) return;
    const column = Number(button.dataset.sort);
    const head = button.parentElement;
    // Figures are first sorted with the most first, quality and words with the least.
    const first = column >= 2 && column <= 7 ? "descending" : "ascending";
    const now = head.getAttribute("aria-sort");
    const next = !now ? first : now === "ascending" ? "descending" : "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", next);
    const sign = next === "ascending" ? 1 : -1;
    const places = new Map(rows.map((row, at) => [row, at]));
    const sorted = rows.slice().sort(function (a, b) {
      const one = key(a, column);
      const other = key(b, column);
      return sign * (one < other ? -1 : one > other ? 1 : 0) || places.get(a) - places.get(b);
    });
    body.append(...sorted);
  });
  form.addEventListener("input", filter);
  form.addEventListener("reset", function () { setTimeout(filter, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
