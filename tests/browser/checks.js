// What the tests of the pages share: claims that are written down, keys, and the contrast of what is seen.
"use strict";
const results = [];
function claim(words, holds) {
  results.push((holds ? "passed: " : "FAILED: ") + words);
}
function all(selector) {
  return Array.from(document.querySelectorAll(selector));
}
function press(key) {
  const target = document.activeElement || document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key: key, bubbles: true, cancelable: true }));
}
function set(control, value) {
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}
function channels(colour) {
  const numbers = colour.match(/[\d.]+/g).map(Number);
  return numbers.length > 3 && numbers[3] === 0 ? null : numbers.slice(0, 3);
}
function luminance(rgb) {
  const [r, g, b] = rgb.map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(element) {
  let under = element;
  let paper = null;
  while (under && !paper) {
    paper = channels(getComputedStyle(under).backgroundColor);
    under = under.parentElement;
  }
  const [a, b] = [luminance(channels(getComputedStyle(element).color)), luminance(paper || [255, 255, 255])];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
function claimContrast() {
  const texts = all("body *").filter((element) => element.checkVisibility()
    && Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
    && !element.closest("svg, script, .hidden, .skip"));
  const weak = texts.filter((element) => contrast(element) < 4.5).map((element) => element.outerHTML.slice(0, 80));
  claim("words have a contrast of 4.5 to 1: " + texts.length + " seen" + (weak.length ? ", weak: " + weak.join(" ") : ""),
    texts.length > 10 && weak.length === 0);
}
function done() {
  const shown = document.createElement("pre");
  shown.id = "results";
  shown.textContent = results.join("\n") + "\n" + (results.every((line) => line.startsWith("passed")) ? "all passed" : "some failed") + "\n";
  document.body.append(shown);
}
window.addEventListener("error", function (event) { claim("no error: " + event.message, false); done(); });
