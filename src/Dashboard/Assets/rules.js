// Buttons of the editor work without this, by loading the page again. This keeps the place and counts people while somebody writes.
"use strict";
(() => {
  const page = () => document.getElementById("rule-form");
  if (!page()) return;
  const waitBeforeCounting = 700;
  let counting = null, timer = 0;

  const send = (form, command, signal) => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("do", command);
    return fetch(form.getAttribute("action"), { method: "POST", body: fields, redirect: "manual", signal });
  };

  const read = async answer => new DOMParser().parseFromString(await answer.text(), "text/html");

  const place = element => element && element.name ? { name: element.name, value: element.value, isButton: element.tagName === "BUTTON" } : null;

  const find = was => {
    if (!was) return null;
    const same = [...page().elements].filter(element => element.name === was.name && (!was.isButton || element.value === was.value));
    return same[0] ?? null;
  };

  const show = (fresh, was) => {
    const main = fresh.getElementById("content");
    if (!main || !fresh.getElementById("rule-form")) return false;
    document.getElementById("content").replaceWith(document.adoptNode(main));
    document.title = fresh.title;
    const faults = document.querySelector(".faults");
    if (faults) { faults.tabIndex = -1; faults.focus(); } else find(was)?.focus({ preventScroll: true });
    return true;
  };

  // Saving goes the usual way, as it leads to another page.
  const leaves = command => command === "draft" || command === "publish";

  document.addEventListener("submit", async event => {
    const form = event.target, button = event.submitter;
    if (form.id !== "rule-form" || !button || leaves(button.value)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    counting?.abort();
    clearTimeout(timer);
    const was = place(button);
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await send(form, button.value);
      if (answer.type === "opaqueredirect" || !show(await read(answer), was)) location.reload();
    } finally {
      page()?.removeAttribute("aria-busy");
    }
  }, true);

  const count = async () => {
    counting?.abort();
    counting = new AbortController();
    try {
      const answer = await send(page(), "count", counting.signal);
      if (!answer.ok) return;
      const fresh = (await read(answer)).getElementById("audience-figures"), old = document.getElementById("audience-figures");
      if (fresh && old) old.replaceWith(document.adoptNode(fresh));
    } catch { /* the next change counts again */ }
  };

  const later = event => {
    if (!event.target.name?.startsWith("condition")) return;
    clearTimeout(timer);
    timer = setTimeout(count, waitBeforeCounting);
  };

  document.addEventListener("input", later);

  // Another attribute has other operators and values, another operator another field behind it.
  document.addEventListener("change", async event => {
    const changed = event.target;
    if (changed.form?.id !== "rule-form" || !changed.matches(".attribute, .operator, .joining, select[name$='.mode'], input[name$='.isjson']")) return;
    const answer = await send(changed.form, "refresh");
    const next = document.activeElement === document.body ? changed : document.activeElement;
    if (answer.ok && show(await read(answer), place(next))) timer = setTimeout(count, waitBeforeCounting);
  });

  count();
})();
