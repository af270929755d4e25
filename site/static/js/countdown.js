/* How long something is still held. The hour itself is written beside it. */

function say(seconds) {
  const two = (number) => String(number).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours ? `${hours} h ${two(minutes)}` : `${minutes}:${two(seconds % 60)}`;
}

for (const clock of document.querySelectorAll("[data-until]")) {
  const until = Date.parse(clock.dataset.until);
  const show = () => {
    const left = Math.floor((until - Date.now()) / 1000);
    clock.textContent = left > 0 ? clock.dataset.left.replace("%s", say(left)) : clock.dataset.over;
    if (left <= 0) clearInterval(timer);
  };
  const timer = setInterval(show, 1000);
  clock.hidden = false;
  show();
}
