// The queue by keyboard: j and k move among .item, "?" lists the keys, a digit gives the reason of an open <details>, any other
// key presses the item's control with that data-key. <input type="checkbox" data-keys checked> switches the keys off and on
// (WCAG 2.1.4) and is remembered.
(() => {
  const OFF = "desk-keys-off";
  const TYPING = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])";
  const items = () => [...document.querySelectorAll(".queue > .item")];
  const toggle = () => document.querySelector("input[data-keys]");
  const current = () => document.activeElement?.closest(".queue > .item");
  const help = () => document.querySelector("dialog.keys-help");

  const go = (index) => {
    const all = items();
    const item = all[Math.max(0, Math.min(index, all.length - 1))];
    if (!item) return;
    item.tabIndex = -1;
    item.focus();
    item.scrollIntoView({ block: "nearest" });
  };

  const press = (control) => {
    if (!control) return false;
    control.click();
    const opened = control.closest("details[open]");
    if (control.matches("summary") && opened) opened.querySelector("textarea, button").focus();
    return true;
  };

  const reason = (item, key) => {
    const buttons = item?.querySelectorAll("details[open] [role=group] button") ?? [];
    return /^[0-9]$/.test(key) ? buttons[(Number(key) + 9) % 10] : undefined;
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.matches(TYPING)) return;
    if (localStorage.getItem(OFF) || help()?.open || !help()) return;
    const key = event.key.toLowerCase();
    const item = current();
    if (key === "?") return help().showModal();
    if (key === "j") return go(item ? items().indexOf(item) + 1 : 0);
    if (key === "k") return go(item ? items().indexOf(item) - 1 : 0);
    const keyed = (within, name) => [...(within?.querySelectorAll(`[${name}]`) ?? [])].find((one) => one.getAttribute(name) === key);
    if (press(reason(item, key) ?? keyed(item, "data-key") ?? keyed(document, "data-key-always"))) event.preventDefault();
  });

  addEventListener("click", ({ target }) => {
    const opener = target.closest?.("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
  });

  addEventListener("change", ({ target }) => {
    if (!target.matches("input[data-keys]")) return;
    if (target.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });

  addEventListener("DOMContentLoaded", () => {
    if (toggle()) toggle().checked = !localStorage.getItem(OFF);
    document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  });
})();
