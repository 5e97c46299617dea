// Buttons of the editor work without this, by loading the page again. This keeps the place and counts people while somebody writes.
"use strict";
(() => {
  const page = () => document.getElementById("rule-form");
  if (!page()) return;
  const waitBeforeCounting = 700, mostTries = 20;
  let latest = 0, counting = null, timer = 0;

  const written = form => new URLSearchParams(new FormData(form)).toString();

  const send = (form, command, signal) => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("do", command);
    return fetch(form.getAttribute("action"), { method: "POST", body: fields, redirect: "manual", signal });
  };

  const read = async answer => new DOMParser().parseFromString(await answer.text(), "text/html");

  const place = element => element?.name
    ? { name: element.name, value: element.tagName === "BUTTON" ? element.value : null, from: element.selectionStart ?? null }
    : null;

  const goBackTo = was => {
    const same = was && [...page().elements].find(element => element.name === was.name && (was.value === null || element.value === was.value));
    if (!same) return;
    same.focus({ preventScroll: true });
    if (was.from !== null && same.setSelectionRange) try { same.setSelectionRange(was.from, was.from); } catch { /* not a field of text */ }
  };

  // Figures that were counted before stay until they are counted anew.
  const keepFigures = fresh => {
    const old = document.querySelector("#audience-figures .reach"), next = fresh.querySelector("#audience-figures .reach");
    if (old && !next) fresh.getElementById("audience-figures").replaceWith(document.getElementById("audience-figures").cloneNode(true));
  };

  const show = fresh => {
    const main = fresh.getElementById("content");
    if (!main || !fresh.getElementById("rule-form")) return false;
    const was = place(document.activeElement), top = window.scrollY;
    keepFigures(fresh);
    document.getElementById("content").replaceWith(document.adoptNode(main));
    document.title = fresh.title;
    goBackTo(was);
    window.scrollTo({ top, behavior: "instant" });
    document.querySelector(".faults")?.scrollIntoView({ block: "nearest" });
    return true;
  };

  // The page that comes back is made of what was sent. Whoever has typed on meanwhile must not lose it: then it is sent again.
  const carryOut = async command => {
    const turn = ++latest;
    counting?.abort();
    clearTimeout(timer);
    page().setAttribute("aria-busy", "true");
    try {
      for (let tries = 0; tries < mostTries; tries++) {
        const sent = written(page());
        const answer = await send(page(), command);
        if (turn !== latest) return;
        if (answer.type === "opaqueredirect") { location.reload(); return; }
        const fresh = await read(answer);
        if (turn !== latest) return;
        if (written(page()) !== sent) continue;
        if (!show(fresh)) location.reload();
        else if (command !== "count") countSoon();
        return;
      }
    } finally {
      if (turn === latest) page()?.removeAttribute("aria-busy");
    }
  };

  const count = async () => {
    counting?.abort();
    counting = new AbortController();
    const turn = latest;
    try {
      const answer = await send(page(), "count", counting.signal);
      if (!answer.ok || turn !== latest) return;
      const fresh = (await read(answer)).getElementById("audience-figures"), old = document.getElementById("audience-figures");
      if (fresh && old && turn === latest) old.replaceWith(document.adoptNode(fresh));
    } catch { /* the next change counts again */ }
  };

  const countSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(count, waitBeforeCounting);
  };

  // Saving goes the usual way, as it leads to another page.
  const leaves = command => command === "draft" || command === "publish";

  document.addEventListener("submit", event => {
    const form = event.target, button = event.submitter;
    if (form.id !== "rule-form") return;
    if (!button || leaves(button.value)) { latest++; return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    carryOut(button.value);
  }, true);

  document.addEventListener("input", event => {
    if (event.target.name?.startsWith("condition")) countSoon();
  });

  // Another attribute has other operators and values, another operator another field behind it.
  document.addEventListener("change", event => {
    const changed = event.target;
    if (changed.form?.id === "rule-form" && changed.matches(".attribute, .operator, .joining, select[name$='.mode'], input[name$='.isjson']")) carryOut("refresh");
  });

  // Some pages count only when they are asked to.
  if (page().dataset.counts !== "asked") count();
})();
