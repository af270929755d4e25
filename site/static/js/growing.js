/* Gardens have poor networks. A form sent without one would leave for the browser's own page of error: it stays
   here instead, with what was typed, and says so. Without this file that page offers to send again, and the key
   of the form keeps a line from being noted twice. */

const notice = document.querySelector("[data-no-network]");

document.addEventListener("submit", (event) => {
  if (navigator.onLine || event.target.method !== "post") return;
  event.preventDefault();
  notice.hidden = false;
  notice.scrollIntoView({ block: "center" });
});

addEventListener("online", () => {
  notice.hidden = true;
});
