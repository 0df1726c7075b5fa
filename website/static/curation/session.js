// Rows for people without a trip to the server, and names found by typing. Without this script
// the buttons of the plain form do the same.
import { findByName } from "./finding.js";

const sheet = document.querySelector("form.sheet");
const people = document.querySelector("#people");
const pattern = document.querySelector("#person-pattern");
const total = sheet.querySelector("[name=appearances-TOTAL_FORMS]");
const said = document.querySelector("#sheet-said");
const MOST = Number(sheet.querySelector("[name=appearances-MAX_NUM_FORMS]").value);

function start() {
  for (const button of sheet.querySelectorAll("[data-without-script]")) button.hidden = true;
  dropSpareRows();
  for (const row of rows()) enhance(row);
  const add = document.querySelector("#add-person");
  add.hidden = false;
  add.addEventListener("click", addRow);
  document.querySelector(".conflict h2")?.focus();
}

const rows = () => [...people.querySelectorAll("[data-person]")];
const field = (row, name) => row.querySelector(`[name$="-${name}"]`);

// The plain form offers several rows to fill in; with the button below them one is enough.
function dropSpareRows() {
  while (rows().length > 1 && rows().slice(-2).every(isSpare)) {
    rows().at(-1).remove();
    total.value = rows().length;
  }
}

function isSpare(row) {
  return !field(row, "id").value && ["name", "job_title", "affiliation"].every(
    (name) => !field(row, name).value,
  );
}

function addRow() {
  const number = Number(total.value);
  if (number >= MOST) return;
  const holder = document.createElement("template");
  holder.innerHTML = pattern.innerHTML.replaceAll("__prefix__", number);
  people.append(holder.content);
  total.value = number + 1;
  const row = rows().at(-1);
  row.querySelector("[data-number]").textContent = number + 1;
  enhance(row);
  field(row, "name").focus();
}

function enhance(row) {
  const { speakers, organisations, newPerson, newOrganisation } = sheet.dataset;
  const shared = { say, foundLabel: sheet.dataset.found };
  findByName(field(row, "name"), {
    ...shared,
    address: speakers,
    newOne: newPerson,
    chosen: (found) => {
      choose(row, "speaker", found);
      fill(row, found.fill ?? {});
    },
  });
  findByName(field(row, "organisation_name"), {
    ...shared,
    address: organisations,
    newOne: newOrganisation,
    chosen: (found) => choose(row, "organisation", found),
  });
}

// The answer counts for the name beside it, as the server does when it asks.
function choose(row, what, found) {
  const asked = field(row, `${what}_asked`);
  let choice = field(row, `${what}_choice`);
  if (choice.type === "radio") {
    const { name } = choice;
    choice.closest(".offers").remove();
    choice = Object.assign(document.createElement("input"), { type: "hidden", name });
    asked.after(choice);
  }
  choice.value = found.id;
  asked.value = found.name;
}

// Only suggests: what somebody has typed stays, what an earlier choice filled in is replaced.
function fill(row, { organisation_choice: id, organisation_name: name, ...texts }) {
  const filled = Object.entries(texts).filter(([each, text]) => suggest(field(row, each), text));
  if (name && suggest(field(row, "organisation_name"), name)) {
    choose(row, "organisation", { id, name });
  }
  if (filled.length) say(sheet.dataset.filled);
}

function suggest(input, text) {
  if (!input || (input.value && input.value !== input.dataset.filled)) return false;
  input.value = input.dataset.filled = text;
  return true;
}

function say(sentence) {
  said.textContent = sentence;
}

start();
