// Reads out what the page has to say at once: a live region speaks only of what comes into it later. So the words of every
// [data-announce], which stand on the page for all to see, are put into the empty role=status region after a moment.
(() => {
  const READY_MS = 150; // for a screen reader to have noticed the region
  const HEARD_MS = 10000; // by then it is said; nobody shall read it twice

  addEventListener("DOMContentLoaded", () => {
    const region = document.getElementById("loi-bao");
    const words = [...document.querySelectorAll("[data-announce]")].map((one) => one.textContent.replace(/\s+/g, " ").trim());
    if (!region || !words.length) return;
    setTimeout(() => (region.textContent = words.join(" ")), READY_MS);
    setTimeout(() => (region.textContent = ""), HEARD_MS);
  });
})();
