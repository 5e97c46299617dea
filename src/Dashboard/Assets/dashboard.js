// Every page works without this. It shows times on the reader's own clock and keeps marked parts of a page fresh.
"use strict";
(() => {
  const formats = {
    time: new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }),
    date: new Intl.DateTimeFormat(undefined, { dateStyle: "medium" }),
  };

  const showLocalTimes = root => {
    for (const time of root.querySelectorAll("time[data-show]")) {
      const instant = new Date(time.dateTime);
      if (!Number.isNaN(instant.valueOf())) time.textContent = formats[time.dataset.show].format(instant);
    }
  };

  // Parts marked data-live="SECONDS" are fetched again with their page; the one in which somebody works is left alone.
  const live = () => [...document.querySelectorAll("[data-live][id]")];
  const isBusy = part => part.contains(document.activeElement) && document.activeElement !== document.body
    || part.querySelector("details.confirm[open]") !== null;

  const keepOpen = (old, fresh) => {
    const before = old.querySelectorAll("details"), after = fresh.querySelectorAll("details");
    before.forEach((details, index) => { if (after[index]) after[index].open = details.open; });
  };

  const refresh = async () => {
    if (document.hidden || live().length === 0) return;
    try {
      const answer = await fetch(location.href, { headers: { "x-dashboard-refresh": "1" }, redirect: "manual" });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of live()) {
        const fresh = page.getElementById(part.id);
        if (!fresh) { part.removeAttribute("data-live"); continue; }
        if (isBusy(part)) continue;
        keepOpen(part, fresh);
        showLocalTimes(fresh);
        part.replaceWith(document.adoptNode(fresh));
      }
      document.dispatchEvent(new CustomEvent("dashboard:refreshed"));
    } catch { /* the next time will tell */ }
  };

  const schedule = () => {
    const seconds = Math.min(...live().map(part => Number(part.dataset.live) || 10));
    if (Number.isFinite(seconds)) setTimeout(async () => { await refresh(); schedule(); }, seconds * 1000);
  };

  // A form is sent once, however often its button is pressed.
  document.addEventListener("submit", event => {
    const form = event.target;
    // What goes into a frame leaves the form where it is.
    if (form.method !== "post" || event.submitter?.formTarget) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 5000);
  });

  showLocalTimes(document);
  schedule();
})();
