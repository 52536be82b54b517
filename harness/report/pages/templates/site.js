// Comfort only: every page works without it.
"use strict";

// Escape hides what a focused process shows.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.activeElement) document.activeElement.blur();
});

// A box that narrows the matrix down by the names of scenarios.
const matrix = document.querySelector(".matrix");
if (matrix) {
  const box = document.createElement("input");
  box.type = "search";
  box.placeholder = "filter by name";
  box.setAttribute("aria-label", "filter scenarios by name");
  box.addEventListener("input", () => {
    for (const row of matrix.querySelectorAll(".scenario")) {
      row.hidden = !row.firstElementChild.textContent.includes(box.value);
    }
  });
  document.querySelector(".filtered .wide").before(box);
}
