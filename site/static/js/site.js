/* Small comforts. Every page works without this file. */

/* Minus and plus beside a number field. */
function wakeQuantities(root) {
  for (const button of root.querySelectorAll("[data-quantity] [data-step]")) button.hidden = false;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-quantity] [data-step]");
  if (!button) return;
  const input = button.closest("[data-quantity]").querySelector("input");
  if (button.dataset.step === "1") input.stepUp();
  else input.stepDown();
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("htmx:load", (event) => wakeQuantities(event.detail.elt));
wakeQuantities(document);

/* A printed page is one click away where a page offers it. */
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

/* Folded on a phone, where room is scarce; the style sheet shows it on a laptop, and this says so to whoever listens. */
const wide = window.matchMedia("(min-width: 54rem)");
function unfold() {
  for (const fold of document.querySelectorAll("[data-open-when-wide]")) {
    fold.open = wide.matches;
    fold.querySelector("summary").tabIndex = wide.matches ? -1 : 0;
  }
}
wide.addEventListener("change", unfold);
unfold();
