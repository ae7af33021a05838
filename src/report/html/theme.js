
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.add("script");
  let kept = "";
  try { kept = localStorage.getItem("wirelint-theme") || ""; } catch (error) { /* Storage may be forbidden. */ }
  const known = ["light", "dark"].includes(kept) ? kept : "";
  if (known) root.dataset.theme = known;
  document.addEventListener("DOMContentLoaded", function () {
    const choice = document.getElementById("theme");
    if (!choice) return;
    choice.value = known;
    choice.addEventListener("change", function () {
      if (choice.value) root.dataset.theme = choice.value; else delete root.dataset.theme;
      try { localStorage.setItem("wirelint-theme", choice.value); } catch (error) { /* It lasts as long as the page. */ }
    });
  });
})();
