(() => {
  "use strict";
  const frame = document.getElementById("frame");
  const svg = frame.querySelector("svg");
  const card = document.getElementById("card");
  const whole = svg.viewBox.baseVal;
  const all = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
  let now = { ...all };
  const show = () => {
    now.w = Math.min(all.w, Math.max(all.w / 24, now.w));
    now.h = now.w * all.h / all.w;
    now.x = Math.min(all.x + all.w - now.w, Math.max(all.x, now.x));
    now.y = Math.min(all.y + all.h - now.h, Math.max(all.y, now.y));
    svg.setAttribute("viewBox", `${now.x} ${now.y} ${now.w} ${now.h}`);
  };
  const zoom = (by, at) => {
    const to = Math.min(all.w, Math.max(all.w / 24, now.w * by));
    const share = to / now.w;
    now.x = at.x - (at.x - now.x) * share;
    now.y = at.y - (at.y - now.y) * share;
    now.w = to;
    show();
  };
  const middle = () => ({ x: now.x + now.w / 2, y: now.y + now.h / 2 });
  const pan = (x, y) => {
    now.x += x * now.w;
    now.y += y * now.h;
    show();
  };
  const back = () => { now = { ...all }; show(); };
  // Where a mark stands in the picture, whatever of it is shown.
  const heart = (mark) => {
    const box = mark.getBBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const chosen = () => {
    const mark = document.activeElement.closest("[data-events]");
    return mark && svg.contains(mark) ? heart(mark) : middle();
  };
  // A mark that has the keyboard is in sight.
  const reveal = (mark) => {
    const at = heart(mark);
    const edge = { x: now.w * 0.06, y: now.h * 0.06 };
    const hidden = (at, from, size, edge) => at < from + edge || at > from + size - edge;
    if (hidden(at.x, now.x, now.w, edge.x)) now.x = at.x - now.w / 2;
    if (hidden(at.y, now.y, now.h, edge.y)) now.y = at.y - now.h / 2;
    show();
  };
  const place = (event) => {
    const box = svg.getBoundingClientRect();
    return {
      x: now.x + (event.clientX - box.left) / box.width * now.w,
      y: now.y + (event.clientY - box.top) / box.height * now.h,
    };
  };
  document.getElementById("in").addEventListener("click", () => zoom(0.7, middle()));
  document.getElementById("out").addEventListener("click", () => zoom(1 / 0.7, middle()));
  document.getElementById("whole").addEventListener("click", back);
  // The wheel alone scrolls the page; with Ctrl, or fingers spread, it zooms.
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    // Wheels step by a hundred and more, fingers by a few.
    zoom(Math.exp(Math.min(40, Math.max(-40, event.deltaY)) * 0.01), place(event));
  }, { passive: false });
  let held = null;
  let moved = false;
  frame.addEventListener("pointerdown", (event) => {
    held = { x: event.clientX, y: event.clientY };
    moved = false;
  });
  window.addEventListener("pointermove", (event) => {
    if (!held || now.w >= all.w) return;
    const box = svg.getBoundingClientRect();
    const dx = event.clientX - held.x;
    const dy = event.clientY - held.y;
    if (Math.abs(dx) + Math.abs(dy) > 3) moved = true;
    now.x -= dx / box.width * now.w;
    now.y -= dy / box.height * now.h;
    held = { x: event.clientX, y: event.clientY };
    show();
  });
  window.addEventListener("pointerup", () => { held = null; });
  window.addEventListener("pointercancel", () => { held = null; });

  let opener = null;
  const close = () => {
    card.hidden = true;
    if (opener) opener.focus();
    opener = null;
  };
  const open = (mark) => {
    opener = mark;
    card.replaceChildren();
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = CLOSE;
    button.addEventListener("click", close);
    card.append(button);
    const list = document.createElement("ol");
    for (const number of mark.dataset.events.split(" ")) {
      const event = document.getElementById("event-" + number);
      if (!event) continue;
      const copy = event.cloneNode(true);
      copy.removeAttribute("id");
      list.append(copy);
    }
    card.append(list);
    card.setAttribute("aria-label", mark.getAttribute("aria-label"));
    card.hidden = false;
    card.focus();
  };
  const marks = [...svg.querySelectorAll("[data-events]")];
  // One stop for Tab; arrows go from mark to mark.
  const rove = (to) => {
    for (const mark of marks) mark.setAttribute("tabindex", mark === to ? "0" : "-1");
    to.focus({ preventScroll: true });
    reveal(to);
    to.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  marks.forEach((mark, at) => {
    mark.setAttribute("tabindex", at === 0 ? "0" : "-1");
    mark.addEventListener("click", () => { if (!moved) open(mark); });
    mark.addEventListener("keydown", (event) => {
      const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        open(mark);
      } else if (event.key in steps && !event.shiftKey) {
        event.preventDefault();
        rove(marks[(at + steps[event.key] + marks.length) % marks.length]);
      } else if (event.key === "Home" || event.key === "End") {
        event.preventDefault();
        rove(marks[event.key === "Home" ? 0 : marks.length - 1]);
      }
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !card.hidden) close();
    // The browser's own zoom is its own.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") zoom(0.7, chosen());
    if (event.key === "-") zoom(1 / 0.7, chosen());
    if (event.key === "0") back();
    const ways = { ArrowRight: [0.2, 0], ArrowLeft: [-0.2, 0], ArrowDown: [0, 0.2], ArrowUp: [0, -0.2] };
    if (event.shiftKey && event.key in ways && now.w < all.w) {
      event.preventDefault();
      pan(...ways[event.key]);
    }
  });
  document.documentElement.classList.add("live");
})();
