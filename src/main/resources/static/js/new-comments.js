// Marks what came since the last visit. When that was stands in this browser only, for the articles read last.
(() => {
  const KEY = "seen-comments";
  const ARTICLES = 100;

  addEventListener("DOMContentLoaded", () => {
    const line = document.querySelector(".since");
    if (!line) return;
    const total = Number(line.dataset.total);
    const link = line.querySelector("a");
    try {
      const seen = JSON.parse(localStorage.getItem(KEY)) ?? {};
      const last = seen[location.pathname];
      delete seen[location.pathname];
      const kept = [...Object.entries(seen).slice(1 - ARTICLES), [location.pathname, [Date.now(), total]]];
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
      if (!last) return;
      const fresh = [...document.querySelectorAll(".comment:not(.mine) .when time")].filter((time) => Date.parse(time.dateTime) > last[0]);
      for (const time of fresh) {
        const mark = document.createElement("span");
        mark.className = "badge new";
        mark.textContent = link.dataset.word;
        time.parentElement.after(" ", mark);
      }
      const n = Math.max(fresh.length, total - last[1]);
      link.textContent = link.dataset.words.replace("{n}", n.toLocaleString(document.documentElement.lang));
      line.hidden = n < 1;
    } catch {
      // no storage: nothing is remembered
    }
  });
})();
