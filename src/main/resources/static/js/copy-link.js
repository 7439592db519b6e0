// <a data-copy="Đã sao chép" href="…"> copies its address and says so in the role=status that follows it.
// Without this script, or where the browser forbids copying, it is a plain link.
(() => {
  const SHOWN_MS = 4000;

  addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-copy]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      location.assign(link.href);
      return;
    }
    const status = link.parentElement.querySelector("[role=status]");
    if (!status) return;
    status.textContent = link.dataset.copy;
    setTimeout(() => (status.textContent = ""), SHOWN_MS);
  });
})();
