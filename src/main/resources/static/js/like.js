// <form action="/bl/…/thich"><button class="like" aria-pressed="false">Thích <span>18</span></button></form>, without a reload.
(() => {
  addEventListener("submit", async (event) => {
    const form = event.target;
    const button = form.querySelector?.("button.like");
    if (!button || form.hasAttribute("data-plain")) return;
    event.preventDefault();
    if (button.hasAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error();
      const { liked, likes } = await answer.json();
      button.setAttribute("aria-pressed", liked);
      button.querySelector("span").textContent = likes ? likes.toLocaleString(document.documentElement.lang) : "";
    } catch {
      form.setAttribute("data-plain", ""); // as without this script
      form.submit();
    }
    button.removeAttribute("aria-busy");
  });
})();
