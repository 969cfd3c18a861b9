// A door of the hall. The whole list is here, so a badge or a name is found without the line; a mark shows at once, waits in the
// browser's own store and is sent as soon as the line is there. Each mark has its key: sent twice, it counts once. How long ago
// it happened is told, not when: the clock of a telephone may be wrong.
const door = document.querySelector("[data-door]");

if (door) {
  const search = door.querySelector("[data-search]");
  const told = door.querySelector("[data-told]");
  const found = door.querySelector("[data-found]");
  const send = door.querySelector("[data-mark]");
  const store = `door:${door.dataset.store}`;
  const words = door.dataset;
  const desk = document.querySelector("[data-desk]");
  desk.value = localStorage.getItem("door-name") ?? "";
  desk.addEventListener("change", () => localStorage.setItem("door-name", desk.value.trim()));
  let list = [];
  let waiting = JSON.parse(localStorage.getItem(store) ?? "[]");
  let sending = false;

  const keep = () => localStorage.setItem(store, JSON.stringify(waiting));
  const fold = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[đĐ]/g, "d")
      .toLowerCase()
      .trim();
  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const badgeIn = (text) => text.trim().split("/").at(-1).toUpperCase();

  function tell(text, bad = false) {
    told.textContent = text;
    told.toggleAttribute("data-bad", bad);
  }

  function showWaiting() {
    if (waiting.length > 0) tell(words.unsent.replace("{0}", waiting.length), true);
  }

  function count(present) {
    const number = document.querySelector("[data-count] .strong dd");
    if (number) number.firstChild.textContent = present.toLocaleString(document.documentElement.lang === "en" ? "en-GB" : "vi-VN");
  }

  async function load() {
    const answer = await fetch(words.list, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok) return;
    const read = await answer.json();
    list = read.delegates;
    for (const mark of waiting) {
      const one = list.find((other) => other.id === mark.id);
      if (one) one.mark = mark.mark;
    }
    count(read.present);
    if (search.elements.tim.value) show();
  }

  function button(one, mark, text, strong) {
    const act = document.createElement("button");
    act.type = "button";
    act.className = strong ? "button" : "button outlined small";
    act.textContent = text;
    act.addEventListener("click", () => note(one, mark));
    return act;
  }

  function row(one) {
    const item = document.createElement("li");
    item.dataset.markIs = one.mark ?? "";
    const who = document.createElement("p");
    const name = document.createElement("strong");
    name.lang = "vi";
    name.textContent = one.name;
    const from = document.createElement("span");
    from.className = "note";
    from.lang = "vi";
    from.textContent = ` ${one.delegation}`;
    who.append(name, from);
    const state = document.createElement("p");
    state.className = "state";
    state.textContent = one.state;
    const acts = document.createElement("p");
    acts.className = "door-marks";
    if (one.mark === "Arrived") acts.append(button(one, "Left", words.left));
    else acts.append(button(one, "Arrived", words.arrived, true));
    if (!one.mark || one.mark === "Unexcused") acts.append(button(one, "Excused", words.excused));
    if (!one.mark || one.mark === "Excused") acts.append(button(one, "Unexcused", words.unexcused));
    if (one.mark) acts.append(button(one, "Cleared", words.cleared));
    item.append(who, state, acts);
    return item;
  }

  function matches() {
    const typed = search.elements.tim.value;
    const badge = badgeIn(typed);
    const byBadge = list.filter((one) => one.badge === badge);
    if (byBadge.length > 0) return byBadge;
    const folded = fold(typed);
    return folded.length === 0 ? [] : list.filter((one) => one.folded.includes(folded)).slice(0, 30);
  }

  function show() {
    const those = matches();
    found.replaceChildren(...those.map(row));
    if (those.length === 0 && search.elements.tim.value.trim()) tell(words.nobody, true);
    else if (!sending) tell("");
    return those;
  }

  function note(one, mark) {
    waiting.push({ id: one.id, mark, key: key(), at: Date.now(), name: one.name, desk: desk.value.trim() });
    keep();
    one.mark = mark === "Cleared" ? null : mark;
    one.state = words[mark.toLowerCase()];
    tell(`${one.name}: ${words[mark.toLowerCase()]}`);
    search.elements.tim.value = "";
    found.replaceChildren(row(one));
    search.elements.tim.focus();
    flush();
  }

  async function flush() {
    if (sending || waiting.length === 0) return;
    sending = true;
    while (waiting.length > 0) {
      const mark = waiting[0];
      const form = new FormData(send);
      form.set("id", mark.id);
      form.set("mark", mark.mark);
      form.set("key", mark.key);
      form.set("desk", mark.desk ?? "");
      form.set("ago", Math.max(0, Date.now() - mark.at));
      const answer = await fetch(send.action, { method: "POST", body: form, headers: { Accept: "application/json" } }).catch(() => null);
      // No answer, or one of a program in trouble: the mark stays, and is sent again with the same key.
      if (!answer || answer.status >= 500) {
        tell(words.offline.replace("{0}", waiting.length), true);
        break;
      }
      // Only an answer about the mark itself settles it: a sign-in that is over, a duty that has ended or a page that is too old
      // settle nothing, and somebody must do something about it here.
      const read = answer.redirected ? null : await answer.json().catch(() => null);
      if (!read?.outcome) {
        tell(words.signedOut.replace("{0}", waiting.length), true);
        break;
      }
      waiting.shift();
      keep();
      if (read.words) tell(`${mark.name}: ${read.words}`, !answer.ok);
      count(read.present);
      if (!answer.ok) await load();
    }
    sending = false;
  }

  search.addEventListener("input", show);
  search.addEventListener("submit", (event) => {
    if (list.length === 0) return;
    event.preventDefault();
    const those = show();
    // Whoever is the only one left is marked by Enter, as a hand scanner sends it behind a badge.
    if (those.length === 1 && (those[0].badge === badgeIn(search.elements.tim.value) || those[0].mark !== "Arrived"))
      note(those[0], "Arrived");
  });

  const look = door.querySelector("[data-camera]");
  if ("BarcodeDetector" in window && navigator.mediaDevices) {
    look.hidden = false;
    look.addEventListener("click", async () => {
      const video = door.querySelector("[data-video]");
      const reader = new BarcodeDetector({ formats: ["qr_code"] });
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.hidden = false;
      await video.play();
      let last = "";
      const scan = async () => {
        const [code] = await reader.detect(video).catch(() => []);
        if (code && code.rawValue !== last) {
          last = code.rawValue;
          const one = list.find((other) => other.badge === badgeIn(code.rawValue));
          if (one && one.mark !== "Arrived") note(one, "Arrived");
          else if (one) tell(`${one.name}: ${one.state}`);
          else tell(words.nobody, true);
        }
        requestAnimationFrame(scan);
      };
      scan();
    });
  }

  addEventListener("online", flush);
  setInterval(flush, 3000);
  setInterval(() => waiting.length === 0 && load(), 5000);
  load().then(() => {
    showWaiting();
    flush();
  });
  search.elements.tim.focus();
}
