// The queue by keyboard: j and k move among .item, any other key presses the item's button with that data-key.
// <input type="checkbox" data-keys checked> switches the keys off and on (WCAG 2.1.4) and is remembered.
(() => {
  const PLACE = "desk-place";
  const OFF = "desk-keys-off";
  const TYPING = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])";
  const items = () => [...document.querySelectorAll(".queue > .item")];
  const toggle = () => document.querySelector("input[data-keys]");
  const current = () => document.activeElement?.closest(".queue > .item");

  const go = (index) => {
    const all = items();
    const item = all[Math.max(0, Math.min(index, all.length - 1))];
    if (!item) return;
    item.tabIndex = -1;
    item.focus();
    item.scrollIntoView({ block: "nearest" });
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.matches(TYPING)) return;
    if (localStorage.getItem(OFF)) return;
    const key = event.key.toLowerCase();
    const item = current();
    if (key === "j") return go(item ? items().indexOf(item) + 1 : 0);
    if (key === "k") return go(item ? items().indexOf(item) - 1 : 0);
    const button = item && [...item.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    if (!button) return;
    event.preventDefault();
    sessionStorage.setItem(PLACE, items().indexOf(item));
    button.click();
  });

  addEventListener("change", ({ target }) => {
    if (!target.matches("input[data-keys]")) return;
    if (target.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });

  // After a decision the page is drawn anew, or the list alone: go on where we were.
  const resume = () => {
    const place = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    if (place !== null) go(Number(place));
  };
  addEventListener("DOMContentLoaded", () => {
    if (toggle()) {
      toggle().checked = !localStorage.getItem(OFF);
      toggle().closest("[hidden]")?.removeAttribute("hidden");
    }
    resume();
  });
  addEventListener("htmx:afterSettle", resume);
})();
