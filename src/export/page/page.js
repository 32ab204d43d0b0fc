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
  const place = (event) => {
    const box = svg.getBoundingClientRect();
    return {
      x: now.x + (event.clientX - box.left) / box.width * now.w,
      y: now.y + (event.clientY - box.top) / box.height * now.h,
    };
  };
  document.getElementById("in").addEventListener("click", () => zoom(0.7, middle()));
  document.getElementById("out").addEventListener("click", () => zoom(1 / 0.7, middle()));
  document.getElementById("whole").addEventListener("click", () => { now = { ...all }; show(); });
  // The wheel alone scrolls the page; with Ctrl, or fingers spread, it zooms.
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(Math.exp(event.deltaY * 0.01), place(event));
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
    card.hidden = false;
    card.focus();
  };
  const marks = [...svg.querySelectorAll("[data-events]")];
  // One stop for Tab; arrows go from mark to mark.
  const rove = (to) => {
    for (const mark of marks) mark.setAttribute("tabindex", mark === to ? "0" : "-1");
    to.focus();
  };
  marks.forEach((mark, at) => {
    mark.setAttribute("tabindex", at === 0 ? "0" : "-1");
    mark.addEventListener("click", () => { if (!moved) open(mark); });
    mark.addEventListener("keydown", (event) => {
      const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        open(mark);
      } else if (event.key in steps) {
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
    if (event.target.closest && event.target.closest("button, a")) return;
    if (event.key === "+") zoom(0.7, middle());
    if (event.key === "-") zoom(1 / 0.7, middle());
    if (event.key === "0") { now = { ...all }; show(); }
  });
  document.documentElement.classList.add("live");
})();
