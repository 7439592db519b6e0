// A reader's choice of light or dark and of text size, kept in this browser only.
// Loaded in <head> without defer, so that the first paint already has it.
(() => {
  const root = document.documentElement;
  const preferences = { theme: "auto", size: "normal" };

  const stored = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage forbidden: the choice lasts for this page
    }
  };

  const apply = (name, value) => {
    if (value === preferences[name]) root.removeAttribute(`data-${name}`);
    else root.setAttribute(`data-${name}`, value);
  };

  const keep = (name, value) => {
    try {
      if (value === preferences[name]) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch {
      // as above
    }
  };

  const restore = () => {
    for (const name in preferences) {
      apply(name, stored(name) ?? preferences[name]);
    }
  };

  const check = () => {
    for (const input of document.querySelectorAll(".prefs input")) {
      input.checked = input.value === (root.getAttribute(`data-${input.name}`) ?? preferences[input.name]);
    }
  };

  root.classList.add("js");
  restore();
  addEventListener("DOMContentLoaded", check);
  addEventListener("pageshow", check);
  addEventListener("storage", () => {
    restore();
    check();
  });
  addEventListener("change", ({ target }) => {
    if (!target.closest(".prefs")) return;
    apply(target.name, target.value);
    keep(target.name, target.value);
  });
})();
