// Behaviour of the shell. Every page works without it; nothing here decides anything.

// Every htmx request carries the CSRF token of the page.
document.addEventListener("htmx:configRequest", (event) => {
  const csrf = document.querySelector('meta[name="csrf"]');
  if (csrf && csrf.content) event.detail.headers[csrf.dataset.header] = csrf.content;
});

// A refusal (4xx, 5xx) comes with words for the person: show them where the answer was expected.
document.addEventListener("htmx:beforeSwap", (event) => {
  const status = event.detail.xhr.status;
  if (status >= 400 && status !== 401 && event.detail.serverResponse) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// A button beside a password shows and hides it.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-show-password]");
  if (!button) return;
  const field = document.getElementById(button.dataset.showPassword);
  const shown = field.type === "text";
  field.type = shown ? "password" : "text";
  button.setAttribute("aria-pressed", String(!shown));
});

// A form is sent once: a second click while the first is under way does nothing. Where the answer is a file the page
// stays, and nothing says when it came.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method.toLowerCase() !== "post" || form.hasAttribute("hx-post")) return;
  form.dataset.sent = "true";
  if (form.hasAttribute("data-gives-a-file")) setTimeout(() => delete form.dataset.sent, 3_000);
  addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
});

// Choosing in such a form sends it.
document.addEventListener("change", (event) => {
  if (event.target.closest("[data-send-on-change]")) event.target.form.requestSubmit();
});

// A day is typed as people write it; the button beside it offers the browser's own calendar.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-pick-date]");
  if (!button) return;
  const picker = document.querySelector(`[data-picks-for="${button.dataset.pickDate}"]`);
  const typed = document.getElementById(button.dataset.pickDate).value.trim();
  const [, day, month, year, hour = "07:00"] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: +(\d{1,2}:\d{2}))?$/.exec(typed) || [];
  const date = year ? [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-") : "";
  picker.value = date && picker.type === "datetime-local" ? `${date}T${hour.padStart(5, "0")}` : date;
  picker.showPicker();
});
document.addEventListener("change", (event) => {
  const field = document.getElementById(event.target.dataset.picksFor);
  if (!field || !event.target.value) return;
  const [date, hour] = event.target.value.split("T");
  field.value = date.split("-").reverse().join("/") + (hour ? " " + hour : "");
  field.dispatchEvent(new Event("change", { bubbles: true }));
});

// A row leads where its first link leads.
document.addEventListener("click", (event) => {
  const row = event.target.closest("tr[data-row]");
  if (!row || event.target.closest("a, button, input, label, summary") || getSelection().toString()) return;
  const link = row.querySelector("a");
  if (!link) return;
  if (event.ctrlKey || event.metaKey) open(link.href);
  else link.click();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

// ---- The palette: Ctrl K or /.
const palette = document.getElementById("palette");

function openPalette() {
  if (!palette || palette.open) return;
  palette.showModal();
  const field = palette.querySelector("input");
  field.value = "";
  field.focus();
  htmx.trigger(field, "palette-open");
}

function movePalette(step) {
  const hits = [...palette.querySelectorAll("[role=option]")];
  if (!hits.length) return;
  const now = hits.findIndex((hit) => hit.getAttribute("aria-selected") === "true");
  const next = hits[(now + step + hits.length) % hits.length];
  hits.forEach((hit) => hit.setAttribute("aria-selected", String(hit === next)));
  palette.querySelector("input").setAttribute("aria-activedescendant", next.id);
  next.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-palette]") && palette) {
    event.preventDefault();
    openPalette();
  }
  const close = event.target.closest("[data-close]");
  if (close) close.closest("dialog").close();
  const opener = event.target.closest("[data-dialog]");
  if (opener) document.getElementById(opener.dataset.dialog).showModal();
  if (event.target.matches("dialog[open]")) event.target.close();
});

if (palette) {
  palette.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      movePalette(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      // A search field would only clear itself.
      event.preventDefault();
      palette.close();
    } else if (event.key === "Enter") {
      const hit = palette.querySelector('[role=option][aria-selected="true"]') || palette.querySelector("[role=option]");
      if (hit) {
        event.preventDefault();
        location.assign(hit.dataset.href);
      }
    }
  });
  palette.addEventListener("click", (event) => {
    const hit = event.target.closest("[role=option]");
    if (hit) location.assign(hit.dataset.href);
  });
  palette.addEventListener("htmx:afterSwap", () => {
    movePalette(1);
  });
}

// ---- Keys. Single letters never fire in a field, and not at all when the reader turned them off.
function typing(target) {
  return target.closest("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]");
}

function focusRow(step) {
  const rows = [...document.querySelectorAll("tr[data-row]")];
  if (!rows.length) return;
  const now = rows.findIndex((row) => row.classList.contains("is-focus"));
  const next = rows[Math.min(rows.length - 1, Math.max(0, now + step))];
  rows.forEach((row) => row.classList.toggle("is-focus", row === next));
  const link = next.querySelector("a");
  if (link) link.focus();
}

const keysOff = "keys-off";
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openPalette();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    const main = document.querySelector("main .btn-primary");
    if (main && !document.querySelector("dialog[open]")) main.click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || localStorage.getItem(keysOff)) return;
  switch (event.key) {
    case "/":
      event.preventDefault();
      openPalette();
      break;
    case "?":
      document.getElementById("keys")?.showModal();
      break;
    case "j":
    case "J":
      focusRow(1);
      break;
    case "k":
    case "K":
      focusRow(-1);
      break;
  }
});

const keysSwitch = document.querySelector("[data-keys-switch]");
if (keysSwitch) {
  keysSwitch.checked = !localStorage.getItem(keysOff);
  keysSwitch.addEventListener("change", () =>
    keysSwitch.checked ? localStorage.removeItem(keysOff) : localStorage.setItem(keysOff, "true"),
  );
}

// ---- The demonstration's clock runs at its own rate.
const clock = document.querySelector("time[data-clock]");
if (clock) {
  const business = Date.parse(clock.dateTime);
  const rate = Number(clock.dataset.clock);
  const began = performance.now();
  const shown = new Intl.DateTimeFormat("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh", day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit",
    hourCycle: "h23",
  });
  const show = () => {
    const part = {};
    for (const { type, value } of shown.formatToParts(business + (performance.now() - began) * rate)) part[type] = value;
    clock.textContent = `${part.day}/${part.month}/${part.year} ${part.hour}:${part.minute}`;
  };
  show();
  if (rate > 0) setInterval(show, Math.max(1000, Math.min(15000, 60000 / rate)));
}

// ---- Live blocks: fetched anew when their topic is announced on any node. One stream for the whole page, and none
// while it is hidden: a browser opens six connections to a server, and each tab would hold one.
const topics = [...new Set([...document.querySelectorAll("[data-live]")].map((block) => block.dataset.live))];
const bell = document.getElementById("notice-count");
let stream;
let missed = false;

// At once, and what follows closely as one: a busy hour makes no page ask twice a second.
const resting = new Map();
function refresh(topic) {
  if (resting.has(topic)) return resting.set(topic, true);
  resting.set(topic, false);
  document.querySelectorAll(`[data-live="${CSS.escape(topic)}"]`).forEach((block) => htmx.trigger(block, "live"));
  setTimeout(() => {
    const again = resting.get(topic);
    resting.delete(topic);
    if (again) refresh(topic);
  }, 600);
}

function listen() {
  if (stream || !topics.length || document.hidden) return;
  stream = new EventSource("/live?topics=" + topics.map(encodeURIComponent).join(","));
  stream.onerror = () => (missed = true);
  // The number on the bell comes with the stream: what changes after it was counted is told.
  stream.onopen = () => {
    if (missed) topics.forEach(refresh);
    else if (bell) htmx.trigger(bell, "live");
    missed = false;
  };
  topics.forEach((topic) => stream.addEventListener(topic, () => refresh(topic)));
}

function stopListening() {
  if (!stream) return;
  stream.close();
  stream = undefined;
  missed = true;
}

// What a page fetches by itself does not keep its reader signed in.
document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.triggeringEvent?.type === "live") event.detail.headers["X-Unattended"] = "true";
});
document.addEventListener("visibilitychange", () => (document.hidden ? stopListening() : listen()));
addEventListener("pagehide", stopListening);
addEventListener("pageshow", listen);

// ---- The bell. A new notice is said once to whoever listens to the page.
if (bell) {
  const panel = document.getElementById("notices");
  const latest = document.getElementById("notice-list");
  let newest;
  bell.addEventListener("htmx:afterSwap", () => {
    const { newest: now = "", say } = bell.firstElementChild?.dataset ?? {};
    if (newest !== undefined && now > newest) document.getElementById("notice-said").textContent = say;
    if (newest === undefined || now > newest) newest = now;
    if (panel.matches(":popover-open")) htmx.trigger(latest, "open");
  });
  panel.addEventListener("toggle", (event) => event.newState === "open" && htmx.trigger(latest, "open"));
}

// ---- The tree of agencies: arrows go up, down, open and close. A menu closes when the reader goes elsewhere.
document.addEventListener("keydown", (event) => {
  const tree = event.target.closest(".ts-branches");
  if (!tree || !["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"].includes(event.key)) return;
  event.preventDefault();
  const links = [...tree.querySelectorAll(".ts-branch a")];
  const branch = event.target.closest(".ts-branch");
  const toggle = branch.querySelector("button");
  const open = toggle && toggle.getAttribute("aria-expanded") === "true";
  const now = links.indexOf(branch.querySelector("a"));
  if (event.key === "ArrowDown") links[Math.min(links.length - 1, now + 1)].focus();
  else if (event.key === "ArrowUp") links[Math.max(0, now - 1)].focus();
  else if (toggle && open === (event.key === "ArrowLeft")) toggle.focus(), toggle.click();
  else if (event.key === "ArrowRight" && open) links[now + 1]?.focus();
  else if (event.key === "ArrowLeft") branch.closest("ul").closest("li:has(> .ts-branch)")?.querySelector("a").focus();
});
document.addEventListener("click", (event) => {
  document.querySelectorAll("details.ts-menu[open]").forEach((menu) => menu.contains(event.target) || (menu.open = false));
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.ts-menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
const shownBranch = document.querySelector(".ts-treecard nav [aria-current]");
if (shownBranch) {
  const card = shownBranch.closest("nav");
  card.scrollTop = shownBranch.getBoundingClientRect().top - card.getBoundingClientRect().top - card.clientHeight / 2;
}
