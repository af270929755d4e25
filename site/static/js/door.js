/* The door on a slow network. What is tapped shows at once, waits in the browser's storage, and is sent in its
   order until the house has answered. A tick says how the seat must be and a walk-in carries its own key, so
   that one sent twice changes nothing. What the house refuses stays in the storage and on the list, with its
   reason, until it is tried again or put away. Without this file each button is a plain form. */

const door = document.getElementById("porte");
const STORE = `porte-${door.dataset.session}`;
const PATIENCE_MS = 8000;
const AGAIN_MS = 5000;
const people = door.querySelector("[data-people]");
const status = door.querySelector("[data-queue]");
let sending = false;
let timer = 0;

function freshKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/* The storage is read anew each time: another tab may hold the same door. */
function stored() {
  return JSON.parse(localStorage.getItem(STORE) || "[]");
}

function waiting() {
  return stored().filter((item) => !item.refusal);
}

function store(items) {
  localStorage.setItem(STORE, JSON.stringify(items));
  sayHowMany();
}

function add(item) {
  const older = stored().filter((other) => !(item.seat && other.seat === item.seat));
  store([...older, { ...item, id: freshKey() }]);
  flush();
}

function change(id, facts) {
  store(stored().map((item) => (item.id === id ? { ...item, ...facts } : item)));
}

function remove(id) {
  store(stored().filter((item) => item.id !== id));
}

function counted(count, one, many) {
  return count === 1 ? one : many.replace("%n", count);
}

function sayHowMany() {
  const { sent, one, many, refusedOne, refusedMany } = door.dataset;
  const left = waiting().length;
  const refused = stored().length - left;
  if (left) status.textContent = counted(left, one, many);
  else status.textContent = refused ? counted(refused, refusedOne, refusedMany) : sent;
  status.hidden = !left && !refused && status.hidden;
}

async function send(item) {
  const body = new URLSearchParams(item.fields);
  body.set("csrfmiddlewaretoken", door.querySelector("[name=csrfmiddlewaretoken]").value);
  return fetch(item.address, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}

/* One at a time, the oldest first. Only an answer of the house takes something off the queue. */
async function flush() {
  if (sending || !navigator.onLine) return;
  sending = true;
  clearTimeout(timer);
  for (let item = waiting()[0]; item; item = waiting()[0]) {
    let answer;
    try {
      answer = await send(item);
    } catch {
      answer = null;
    }
    if (!answer || answer.status >= 500) break;
    if (answer.status === 200) {
      welcome(item, await answer.json());
      remove(item.id);
    } else if (answer.status === 422) {
      const { refusal } = await answer.json();
      change(item.id, { refusal });
      showRefusal({ ...item, refusal });
    } else {
      status.textContent = door.dataset.again;
      status.hidden = false;
      sending = false;
      return;
    }
  }
  sending = false;
  if (waiting().length) timer = setTimeout(flush, AGAIN_MS);
}

function rowsOf(item) {
  if (!item.seat) return [...people.querySelectorAll(`[data-key="${item.fields.form_key}"]`)];
  return [document.getElementById(`place-${item.seat}`)].filter(Boolean);
}

function welcome(item, answer) {
  // An earlier answer was lost on its way: the page has come with the walk-in already.
  const isListed = answer.seats?.some(({ seat }) => document.getElementById(`place-${seat}`));
  for (const row of rowsOf(item)) {
    row.classList.remove("door__person--unsent");
    if (item.seat) row.dataset.known = item.fields.attendance;
    else if (isListed) row.remove();
  }
  count();
}

function showRefusal(item) {
  const rows = rowsOf(item);
  for (const row of rows) {
    row.classList.remove("door__person--unsent");
    if (item.seat) paint(row, row.dataset.known);
    else row.removeAttribute("data-attendance");
    if (row !== rows[0]) row.remove(); // a party that did not come in is one line
  }
  if (rows.length) {
    const said = door.querySelector("[data-refusal]").content.firstElementChild.cloneNode(true);
    said.querySelector("[data-words]").textContent = item.refusal;
    for (const who of said.querySelectorAll("[data-who]")) who.textContent = rows[0].dataset.name;
    said.querySelector("[data-retry]").addEventListener("click", () => retry(item));
    said.querySelector("[data-put-away]").addEventListener("click", () => putAway(item));
    rows[0].append(said);
  }
  count();
}

function retry(item) {
  if (item.seat) showTick(item);
  else {
    putOff(item);
    showWalkIn(item);
  }
  change(item.id, { refusal: "" });
  status.focus();
  flush();
}

function putAway(item) {
  putOff(item);
  remove(item.id);
  status.focus();
}

/* Off the list: the whole row of somebody who is not on it, the words alone beside somebody who is. */
function putOff(item) {
  for (const row of rowsOf(item)) item.seat ? row.querySelector(".door__refusal").remove() : row.remove();
}

function paint(row, attendance) {
  row.dataset.attendance = attendance;
  row.querySelector(".door__refusal")?.remove();
  for (const button of row.querySelectorAll("[name=attendance]"))
    button.setAttribute("aria-pressed", String(button.value === attendance));
}

function count() {
  const rows = [...people.querySelectorAll("[data-attendance]")];
  const having = (attendance) => rows.filter((row) => row.dataset.attendance === attendance).length;
  door.querySelector("[data-count=came]").textContent = having("came");
  door.querySelector("[data-count=absent]").textContent = having("absent");
  door.querySelector("[data-count=unknown]").textContent = having("");
}

function showTick(item) {
  for (const row of rowsOf(item)) {
    paint(row, item.fields.attendance);
    row.classList.add("door__person--unsent");
  }
  count();
}

function showWalkIn(item) {
  const seats = Number(item.fields.seats) || 1;
  const name = item.fields.name || door.dataset.unnamed;
  const rows = Array.from({ length: seats }, (_, others) => {
    const row = door.querySelector("[data-person]").content.firstElementChild.cloneNode(true);
    row.querySelector(".door__name").textContent = others ? `${name} + ${others}` : name;
    row.dataset.name = name;
    row.dataset.key = item.fields.form_key;
    row.classList.add("door__person--unsent");
    return row;
  });
  people.querySelector(".door__nobody")?.remove();
  people.prepend(...rows);
  count();
}

door.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-tick]")) {
    event.preventDefault();
    const attendance = event.submitter.value;
    const seat = form.elements.seat.value;
    const item = { seat, address: form.action, fields: { seat, attendance } };
    showTick(item);
    add(item);
  } else if (form.matches("[data-walk-in]")) {
    event.preventDefault();
    const { name, seats, form_key: key } = form.elements;
    const item = {
      address: form.action,
      fields: { name: name.value, seats: seats.value, form_key: key.value },
    };
    showWalkIn(item);
    add(item);
    form.reset();
    key.value = freshKey();
  } else if (form.matches("[role=search]")) event.preventDefault();
});

/* Names narrow down as one types, accents or not. */
function plain(words) {
  return words.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();
}

const search = door.querySelector("[data-search]");

function narrow() {
  const asked = plain(search.value.trim());
  for (const row of people.querySelectorAll("[data-name]"))
    row.hidden = !plain(row.dataset.name).includes(asked);
}

search.addEventListener("input", narrow);
narrow(); // whoever types fast was there before this file

/* Where the browser reads codes itself; elsewhere the phone's own camera opens the same page. */
const camera = door.querySelector("[data-camera]");
const scanButton = door.querySelector("[data-scan]");
let stream = null;

function stopScanning() {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = null;
  camera.hidden = true;
}

async function scan() {
  const video = camera.querySelector("video");
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    scanButton.hidden = true;
    return;
  }
  camera.hidden = false;
  video.srcObject = stream;
  await video.play();
  const reader = new BarcodeDetector({ formats: ["qr_code"] });
  while (stream) {
    for (const { rawValue } of await reader.detect(video)) follow(rawValue);
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

function follow(address) {
  const found = URL.canParse(address) ? new URL(address).pathname.match(/\/porte\/place\/[\w-]+\/$/) : null;
  if (!found) return;
  stopScanning();
  location.assign(found.input);
}

if ("BarcodeDetector" in window && navigator.mediaDevices) {
  scanButton.hidden = false;
  scanButton.addEventListener("click", scan);
  camera.querySelector("[data-scan-stop]").addEventListener("click", stopScanning);
}

/* What an earlier visit could not send shows again, then leaves; what was refused says so again. */
for (const row of people.querySelectorAll("[data-seat]")) row.dataset.known = row.dataset.attendance;
for (const item of stored()) {
  if (!item.seat) showWalkIn(item);
  else if (!item.refusal) showTick(item);
  if (item.refusal) showRefusal(item);
}
if (stored().length) {
  sayHowMany();
  flush();
}
window.addEventListener("online", flush);
