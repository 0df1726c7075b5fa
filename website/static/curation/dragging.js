// Dragging by mouse, finger or pen, with pointer events: the browser's own drag and drop knows
// no touch. Escape, or a drop outside the days, leaves all as it was.

const EDGE = 60; // pixels from the window's edge at which it scrolls
const STEP = 12; // pixels a frame

// Calls drop(session, place): {before}, {behind} or {to_day}, with the day of the neighbour.
export function dragging(board, drop) {
  board.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".board-session__handle");
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    handle.focus();
    new Drag(board, handle, event, drop);
  });
}

class Drag {
  constructor(board, handle, event, drop) {
    this.board = board;
    this.session = handle.closest("[data-session]");
    this.drop = drop;
    this.from = { x: event.clientX, y: event.clientY + window.scrollY };
    this.at = { x: event.clientX, y: event.clientY };
    this.moved = false;
    this.listening = new AbortController();
    const { signal } = this.listening;
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", (moved) => this.follow(moved), { signal });
    handle.addEventListener("pointerup", () => this.end(true), { signal });
    handle.addEventListener("pointercancel", () => this.end(false), { signal });
    window.addEventListener(
      "keydown",
      (pressed) => pressed.key === "Escape" && this.end(false),
      { signal },
    );
  }

  follow(event) {
    this.at = { x: event.clientX, y: event.clientY };
    if (!this.moved) {
      this.moved = true;
      this.session.classList.add("board-session--dragged");
      this.frame = requestAnimationFrame(() => this.scroll());
    }
    this.show();
  }

  scroll() {
    const { y } = this.at;
    const step = y < EDGE ? -STEP : y > window.innerHeight - EDGE ? STEP : 0;
    if (step) {
      window.scrollBy(0, step);
      this.show();
    }
    this.frame = requestAnimationFrame(() => this.scroll());
  }

  show() {
    const x = this.at.x - this.from.x;
    const y = this.at.y + window.scrollY - this.from.y;
    this.session.style.transform = `translate(${x}px, ${y}px)`;
    this.unmark();
    this.place = this.placeHere();
    this.place?.mark.classList.add(this.place.style);
  }

  placeHere() {
    const under = document.elementFromPoint(this.at.x, this.at.y);
    const day = under?.closest(".board-day");
    if (!day || !this.board.contains(day)) return null;
    const others = [...day.querySelectorAll("[data-session]")].filter((s) => s !== this.session);
    const following = others.find((other) => {
      const box = other.getBoundingClientRect();
      return this.at.y < box.top + box.height / 2;
    });
    if (following) return place(day, "before", following);
    if (others.length) return place(day, "behind", others.at(-1));
    return { mark: day, style: "board-day--drop", sent: { to_day: day.dataset.day } };
  }

  end(dropped) {
    this.listening.abort();
    cancelAnimationFrame(this.frame);
    this.session.style.transform = "";
    this.session.classList.remove("board-session--dragged");
    this.unmark();
    if (dropped && this.moved && this.place) this.drop(this.session, this.place.sent);
  }

  unmark() {
    for (const marked of this.board.querySelectorAll("[class*='--drop']")) {
      marked.classList.remove(
        "board-session--drop-before",
        "board-session--drop-behind",
        "board-day--drop",
      );
    }
  }
}

function place(day, side, session) {
  return {
    mark: session,
    style: `board-session--drop-${side}`,
    sent: { day: day.dataset.day, [side]: session.dataset.session },
  };
}
