// A field that finds names while somebody types: the combobox of the ARIA Authoring Practices,
// with a list below it. Arrow keys go through the list, Enter takes, Escape closes.

const DELAY = 150; // milliseconds without a key before the server is asked
let lists = 0;

// options: address, newOne and foundLabel (texts), say(sentence), chosen({id, name, fill})
export function findByName(input, options) {
  new Finder(input, options);
}

class Finder {
  constructor(input, options) {
    Object.assign(this, { input, options, active: -1, found: [] });
    this.list = document.createElement("ul");
    this.list.id = `found-${(lists += 1)}`;
    this.list.className = "found";
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", options.foundLabel);
    this.list.hidden = true;
    input.after(this.list);
    for (const [name, value] of Object.entries({
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.ask());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    // Before the field loses the focus and closes the list.
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      const item = event.target.closest("[role=option]");
      if (item) this.take([...this.list.children].indexOf(item));
    });
  }

  ask() {
    clearTimeout(this.timer);
    this.waiting?.abort();
    if (!this.input.value.trim()) return this.close();
    this.timer = setTimeout(() => this.fetch(), DELAY);
  }

  async fetch() {
    const typed = this.input.value.trim();
    this.waiting = new AbortController();
    try {
      const address = `${this.options.address}?${new URLSearchParams({ q: typed })}`;
      const response = await fetch(address, { signal: this.waiting.signal });
      if (!response.ok) return;
      const { results } = await response.json();
      if (document.activeElement !== this.input) return;
      this.open(results, typed);
    } catch (error) {
      // Without suggestions the name is looked up when the form is saved.
      if (error.name !== "AbortError") this.close();
    }
  }

  open(results, typed) {
    this.found = [...results, { id: "new", name: typed, label: this.options.newOne }];
    this.list.replaceChildren(...this.found.map((each, number) => this.option(each, number)));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.point(-1);
    this.options.say(`${this.options.foundLabel}: ${results.length}`);
  }

  option(each, number) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${number}`;
    item.setAttribute("role", "option");
    const name = document.createElement("span");
    name.textContent = each.label ? `${each.label}: ${each.name}` : each.name;
    item.append(name);
    if (each.note) {
      const note = document.createElement("small");
      note.textContent = each.note;
      item.append(" ", note);
    }
    return item;
  }

  press(event) {
    if (event.key === "ArrowDown" && this.list.hidden) return this.ask();
    if (this.list.hidden) return;
    const last = this.found.length - 1;
    if (event.key === "ArrowDown") this.point(this.active === last ? 0 : this.active + 1);
    else if (event.key === "ArrowUp") this.point(this.active <= 0 ? last : this.active - 1);
    else if (event.key === "Enter" && this.active >= 0) this.take(this.active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  point(number) {
    this.active = number;
    [...this.list.children].forEach((item, place) =>
      item.setAttribute("aria-selected", String(place === number)));
    const item = this.list.children[number];
    if (item) {
      this.input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  take(number) {
    const chosen = this.found[number];
    this.input.value = chosen.name;
    this.close();
    this.options.say("");
    this.options.chosen(chosen);
  }

  close() {
    clearTimeout(this.timer);
    this.waiting?.abort();
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
