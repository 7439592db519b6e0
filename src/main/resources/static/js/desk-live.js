// <div data-live>: its forms are sent without leaving the page. The page that answers takes the place of this one, so that
// what the server says is what stands here; a decided row is gone, and the focus is on the one that follows.
(() => {
  const region = () => document.querySelector("[data-live]");
  const rows = () => [...document.querySelectorAll(".queue > .item")];
  const boxes = () => [...document.querySelectorAll(".queue input[name=chon]")];
  let sending = false;

  const place = (index) => {
    const row = rows()[Math.min(index, rows().length - 1)];
    const target = row ?? region().querySelector("h1");
    target.tabIndex = -1;
    target.focus();
    row?.scrollIntoView({ block: "nearest" });
  };

  const show = (next, form) => {
    const row = form.closest(".item");
    const index = row ? rows().indexOf(row) : 0;
    const picked = new Set(boxes().filter((box) => box.checked).map((box) => box.value));
    region().replaceWith(document.adoptNode(next));
    boxes().filter((box) => picked.has(box.value)).forEach((box) => (box.checked = true));
    document.querySelector("[data-say]").textContent = region().querySelector(".toast p, .notice")?.textContent ?? "";
    place(index);
  };

  addEventListener("submit", async (event) => {
    const form = event.target;
    if (!region()?.contains(form) || form.method !== "post") return;
    event.preventDefault();
    if (sending) return;
    sending = true;
    try {
      const action = event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : form.action;
      const answer = await fetch(action, { method: "POST", body: new URLSearchParams(new FormData(form, event.submitter)) });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
      if (!answer.ok || !next) throw new Error(answer.status);
      show(next, form);
    } catch {
      location.reload(); // signed out, or no network: the server says what holds
    } finally {
      sending = false;
    }
  });

  addEventListener("change", ({ target }) => {
    if (target.matches("[data-pick-all]")) boxes().forEach((box) => (box.checked = target.checked));
  });
})();
