// <textarea data-max="2000" data-left="Còn {n} ký tự" data-over="Quá {n} ký tự"> says near the end how much room is left.
(() => {
  const NEAR = 0.9; // of data-max
  const QUIET_MS = 400; // a pause in typing, so that a screen reader is not talked over
  const timers = new WeakMap();

  const counterOf = (field) => {
    const next = field.nextElementSibling;
    if (next?.matches(".counter")) return next;
    const counter = document.createElement("p");
    counter.className = "counter";
    counter.setAttribute("role", "status");
    field.after(counter);
    return counter;
  };

  const count = (field) => {
    const max = Number(field.dataset.max);
    const length = [...field.value.normalize()].length; // characters, not UTF-16 units
    const left = max - length;
    const counter = counterOf(field);
    const words = left < 0 ? field.dataset.over : field.dataset.left;
    counter.classList.toggle("over", left < 0);
    counter.textContent = length < max * NEAR ? "" : words.replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
  };

  addEventListener("input", ({ target }) => {
    if (!target.matches?.("textarea[data-max]")) return;
    clearTimeout(timers.get(target));
    timers.set(target, setTimeout(count, QUIET_MS, target));
  });

  addEventListener("DOMContentLoaded", () => document.querySelectorAll("textarea[data-max]").forEach(count));
})();
