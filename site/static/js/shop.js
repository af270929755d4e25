/* Filling a basket without leaving the shelf. Every form of it works without this file. */

const choicesOf = (form) => (form.dataset.offers || "").split(" ").filter(Boolean);
const isOurs = (form) => form instanceof Element && form.matches("[data-choices] form");

/* Tell the answer which of these offers the page shows elsewhere too, so that it changes them there. */
document.addEventListener("htmx:configRequest", (event) => {
  const form = event.detail.elt;
  if (!isOurs(form)) return;
  const shown = choicesOf(form).filter((pk) => document.getElementById(`choix-${pk}`));
  if (shown.length) event.detail.parameters.vu = shown;
});

/* The button that was touched says that its answer is on the way. */
document.addEventListener("htmx:beforeRequest", (event) => {
  const button = event.detail.requestConfig.triggeringEvent?.submitter;
  if (isOurs(event.detail.elt) && button) button.setAttribute("aria-busy", "true");
});

/* No network, or no answer: the button is free again, and the card says so. */
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt;
  if (!isOurs(form) || event.detail.successful) return;
  for (const busy of form.querySelectorAll("[aria-busy]")) busy.removeAttribute("aria-busy");
  form.querySelector("[data-failure]")?.remove();
  form.prepend(document.getElementById("panne").content.cloneNode(true));
});

/* The focus stays on the same choice when its button goes: from "minus" to "Ajouter", from "plus" to "minus". */
let held = "";
document.addEventListener("htmx:beforeSwap", (event) => {
  const inside = document.activeElement?.closest(".taking, #habituels");
  held = inside && isOurs(event.detail.requestConfig?.elt) ? inside.id : "";
});
document.addEventListener("htmx:afterSettle", () => {
  const lost = !document.activeElement || document.activeElement === document.body;
  const place = held && lost ? document.getElementById(held) : null;
  held = "";
  (place?.querySelector("button:not([disabled])") ?? place?.querySelector("h2"))?.focus({ preventScroll: true });
});
