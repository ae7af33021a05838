// Uses the page of a pair.
const seen = () => all(".finding").filter((item) => item.checkVisibility());
const current = () => document.querySelector('.finding[aria-current="true"]');
const total = all(".finding").length;
claim("all findings are listed at first", total > 10 && seen().length === total);

document.querySelector('input[value="minor"]').click();
claim("a severity can be left out", seen().length < total && seen().every((item) => item.dataset.severity !== "minor"));
claim("its marks go as well", all("mark.minor.off").length > 0 && all("mark.critical.off").length === 0);
claim("the number shown is said", document.getElementById("status").textContent === seen().length + " of " + total + " findings");
document.querySelector('input[value="minor"]').click();
document.querySelector('input[value="name"]').click();
claim("a category can be left out", seen().every((item) => item.dataset.category !== "name"));
document.querySelector('input[value="name"]').click();
set(document.getElementById("least"), "95");
claim("the less sure can be left out", seen().length < total && seen().every((item) => Number(item.dataset.confidence) >= 95));
set(document.getElementById("least"), "0");
claim("all come back", seen().length === total);

set(document.getElementById("sort"), "start");
const starts = seen().map((item) => Number(item.dataset.start));
claim("sorted by place", starts.every((start, at) => at === 0 || starts[at - 1] <= start));
set(document.getElementById("sort"), "number");
claim("sorted by harm again", seen()[0].dataset.number === "1");

press("j");
claim("j goes to the first finding", current() === seen()[0] && document.activeElement === seen()[0]);
press("j");
press("ArrowDown");
claim("j and the arrow go on", current() === seen()[2]);
press("k");
claim("k goes back", current() === seen()[1]);
const number = current().dataset.number;
claim("its words are marked as chosen", all("mark.on").some((mark) => (mark.dataset.f || "").split(" ").includes(number)));
claim("its evidence too", all(".reference mark.on").some((mark) => (mark.dataset.e || "").split(" ").includes(number)));
const isSeen = (element) => {
  const [inner, outer] = [element.getBoundingClientRect(), element.closest(".text").getBoundingClientRect()];
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.bottom <= innerHeight;
};
press("j");
press("j");
press("j");
claim("words and evidence are scrolled to", isSeen(document.querySelector(".candidate mark.on")) && isSeen(document.querySelector(".reference mark.on")));
press("k");
press("k");
press("k");
press("Enter");
claim("Enter goes to the evidence", document.activeElement.closest(".reference mark.target") !== null);
press("Escape");
claim("Escape goes back to the finding", document.activeElement === current() && current().dataset.number === number);

const mark = document.querySelector(".candidate mark.major a");
mark.click();
claim("a click on words chooses their finding", current().dataset.number === mark.parentElement.dataset.f.split(" ")[0]);
const evidence = document.querySelector(".reference mark.evidence a");
evidence.click();
claim("a click on evidence chooses its finding", evidence.parentElement.dataset.e.split(" ").includes(current().dataset.number));
const last = seen()[total - 1];
last.querySelector(".at").click();
claim("a link to a line goes to the words", current() === last && document.activeElement.closest("mark") !== null);

claimContrast();
set(document.getElementById("theme"), "dark");
claim("the switch makes it dark", getComputedStyle(document.body).backgroundColor === "rgb(20, 23, 27)");
claimContrast();
set(document.getElementById("theme"), "light");
claim("the switch makes it light", getComputedStyle(document.body).backgroundColor === "rgb(255, 255, 255)");
set(document.getElementById("theme"), "");
done();
