// Moves sessions on the board by dragging and by keys. Both send what the buttons of the plain
// form send, and show the page that comes back: the server alone decides where a session goes.
import { dragging } from "./dragging.js";

const board = document.querySelector("#board");
const said = document.querySelector("#board-said");
let queue = Promise.resolve();

function start() {
  document.querySelector("#board-keys").hidden = false;
  showHandles();
  board.addEventListener("submit", (event) => {
    event.preventDefault();
    const { name, value } = event.submitter;
    const chosen = event.target.elements.to_day?.value;
    const place = name ? { [name]: value } : { to_day: chosen };
    move(event.target.closest("[data-session]"), place, name && `button[name=${name}]`);
  });
  board.addEventListener("keydown", onKey);
  dragging(board, (session, place) => move(session, place));
}

function showHandles() {
  for (const handle of board.querySelectorAll(".board-session__handle")) handle.hidden = false;
}

function onKey(event) {
  if (!event.target.matches(".board-session__handle")) return;
  if (!["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(event.key)) return;
  event.preventDefault();
  const id = event.target.closest("[data-session]").dataset.session;
  const key = event.key;
  // Keys pressed while one is on its way are carried out on the board that comes back.
  queue = queue.then(() => {
    const session = sessionOf(id);
    const place = session && placeOf(session, key);
    return place ? send(session, place) : say(board.dataset.stuck);
  });
}

// What the buttons of the session would send for this key, or undefined.
function placeOf(session, key) {
  const form = session.querySelector("form");
  if (key === "ArrowUp" || key === "ArrowDown") {
    const button = form.querySelector(`button[name=${key === "ArrowUp" ? "before" : "behind"}]`);
    return button && { [button.name]: button.value };
  }
  const day = Number(form.elements.day.value) + (key === "ArrowLeft" ? -1 : 1);
  return board.querySelector(`.board-day[data-day="${day}"]`) && { to_day: day };
}

function move(session, place, focus) {
  queue = queue.then(() => send(session, place, focus));
}

async function send(session, place, focus = ".board-session__handle") {
  const form = session.querySelector("form");
  const body = new URLSearchParams({
    csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
    day: form.elements.day.value,
    ...place,
  });
  board.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (page.querySelector("#board")) show(page, session.dataset.session, focus);
    // Signed out meanwhile: the sign-in page came in place of the board, and leads back to it.
    else if (response.redirected) location.reload();
    else say(board.dataset.failed, true);
  } catch {
    say(board.dataset.failed, true);
  } finally {
    board.removeAttribute("aria-busy");
  }
}

function show(page, id, focus) {
  board.replaceChildren(...page.querySelector("#board").childNodes);
  showHandles();
  const messages = [...page.querySelectorAll(".messagelist li")];
  const failed = messages.some((message) => message.classList.contains("error"));
  say(messages.map((message) => message.textContent.trim()).join(" "), failed);
  const session = sessionOf(id);
  (session?.querySelector(focus) ?? session?.querySelector(".board-session__handle"))?.focus();
}

function say(sentence, failed = false) {
  said.textContent = sentence;
  said.classList.toggle("board-said--failed", failed);
}

const sessionOf = (id) => board.querySelector(`[data-session="${id}"]`);

start();
