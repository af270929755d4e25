/* The door on a slow network. What is tapped shows at once, waits in the browser's storage, and is sent in its
   order until the house has answered. A tick says how the seat must be and a walk-in carries its own key, so
   that one sent twice changes nothing. Without this file each button is a plain form. */

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

/* The queue is read anew each time: another tab may hold the same door. */
function waiting() {
  return JSON.parse(localStorage.getItem(STORE) || "[]");
}

function keep(queue) {
  localStorage.setItem(STORE, JSON.stringify(queue));
  sayHowMany(queue.length);
}

function add(item) {
  const older = waiting().filter((other) => !(item.seat && other.seat === item.seat));
  keep([...older, { ...item, id: freshKey() }]);
  flush();
}

function remove(id) {
  keep(waiting().filter((item) => item.id !== id));
}

function sayHowMany(count) {
  const { sent, one, many } = door.dataset;
  status.textContent = count === 0 ? sent : count === 1 ? one : many.replace("%n", count);
  status.hidden = count === 0 && status.hidden;
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
    if (answer.status === 200) welcome(item, await answer.json());
    else if (answer.status === 422) refuse(item, (await answer.json()).refusal);
    else {
      status.textContent = door.dataset.again;
      status.hidden = false;
      sending = false;
      return;
    }
    remove(item.id);
  }
  sending = false;
  if (waiting().length) timer = setTimeout(flush, AGAIN_MS);
}

function rowOf(item) {
  return item.seat
    ? document.getElementById(`place-${item.seat}`)
    : people.querySelector(`[data-key="${item.fields.form_key}"]`);
}

function welcome(item) {
  rowOf(item)?.classList.remove("door__person--unsent");
  const row = rowOf(item);
  if (row && item.seat) row.dataset.known = item.fields.attendance;
}

function refuse(item, words) {
  const row = rowOf(item);
  if (!row) return;
  row.classList.remove("door__person--unsent");
  if (item.seat) paint(row, row.dataset.known);
  else row.removeAttribute("data-attendance");
  const said = document.createElement("p");
  said.className = "door__refusal";
  said.setAttribute("role", "alert");
  said.textContent = words;
  row.append(said);
  count();
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
  const row = rowOf(item);
  if (!row) return;
  paint(row, item.fields.attendance);
  row.classList.add("door__person--unsent");
  count();
}

function showWalkIn(item) {
  const seats = Number(item.fields.seats) || 1;
  people.querySelector(".door__nobody")?.remove();
  for (let number = 1; number <= seats; number += 1) {
    const row = door.querySelector("[data-person]").content.firstElementChild.cloneNode(true);
    const name = item.fields.name || door.dataset.unnamed;
    row.querySelector(".door__name").textContent = number === 1 ? name : `${name} + ${number - 1}`;
    row.dataset.name = name;
    if (number === 1) row.dataset.key = item.fields.form_key;
    row.classList.toggle("door__person--unsent", number === 1);
    people.prepend(row);
  }
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

/* What an earlier visit could not send shows again, then leaves. */
for (const row of people.querySelectorAll("[data-seat]")) row.dataset.known = row.dataset.attendance;
for (const item of waiting()) item.seat ? showTick(item) : showWalkIn(item);
if (waiting().length) {
  sayHowMany(waiting().length);
  flush();
}
window.addEventListener("online", flush);
