// <form data-once> is sent once, however often its button is pressed.
(() => {
  const GIVE_UP_MS = 15000; // no answer by then: the reader may try again

  // aria-disabled, not disabled: a disabled button's own name and value would not be sent.
  const mark = (form, sent) => {
    form.toggleAttribute("data-sent", sent);
    for (const button of form.querySelectorAll("button:not([type=button])")) {
      if (sent) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  };

  addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-once]");
    if (!form || event.defaultPrevented) return;
    if (form.hasAttribute("data-sent")) {
      event.preventDefault();
      return;
    }
    mark(form, true);
    setTimeout(() => mark(form, false), GIVE_UP_MS);
  });

  // The back button may bring the page back as it was left.
  addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => mark(form, false));
  });
})();
