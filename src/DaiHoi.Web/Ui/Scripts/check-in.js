// A door of the hall. The whole list is here, so a badge or a name is found without the line; a mark shows at once, waits in the
// browser's own store and is sent as soon as the line is there. Each mark has its key: sent twice, it counts once. How long ago
// it happened is told, not when: the clock of a telephone may be wrong.
const door = document.querySelector("[data-door]");
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

if (door) {
  const search = door.querySelector("[data-search]");
  const told = door.querySelector("[data-told]");
  const found = door.querySelector("[data-found]");
  const send = door.querySelector("[data-mark]");
  // Each mark keeps what its page knew: one that waited for the line may be sent by a page that was opened later.
  const afterwards = send.elements.afterwards.value;
  const store = `door:${door.dataset.store}`;
  const words = door.dataset;
  const desk = document.querySelector("[data-desk]");
  desk.value = localStorage.getItem("door-name") ?? "";
  desk.addEventListener("change", () => localStorage.setItem("door-name", desk.value.trim()));
  let list = [];
  let waiting = JSON.parse(localStorage.getItem(store) ?? "[]");
  let sending = false;
  // Who were not noted because the session of this page is over; they are told until the page is left.
  const missed = [];
  // How many marks were settled: a list that was asked for before one of them says what no longer holds.
  let settled = 0;

  const keep = () => localStorage.setItem(store, JSON.stringify(waiting));
  const fold = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[đĐ]/g, "d")
      .toLowerCase()
      .trim()
      .replace(/\s+/g, " ");
  // Syllable by syllable, letters and then tones: hoà is hòa, and an is not ân.
  const written = (text) =>
    text
      .normalize("NFD")
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter(Boolean)
      .map((syllable) => syllable.replace(TONES, "") + (syllable.match(TONES) ?? []).join(""))
      .join(" ");
  const isMarked = (typed) => fold(typed) !== typed.toLowerCase().trim().replace(/\s+/g, " ");
  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const badgeIn = (text) => text.trim().split("/").at(-1).toUpperCase();

  function tell(text, bad = false) {
    told.textContent = text;
    told.toggleAttribute("data-bad", bad);
    delete told.dataset.unsent;
    delete told.dataset.missed;
  }

  // What waits is told until it waits no more.
  function tellUnsent(text) {
    tell(text.replace("{0}", waiting.length), true);
    told.dataset.unsent = "";
  }

  // The session of this page is over: who came is noted at the door of the other.
  function tellElsewhere(text, way) {
    tell(`${missed.join(", ")}: ${text} `, true);
    const link = document.createElement("a");
    link.href = way.path;
    link.textContent = way.words;
    told.append(link);
    told.dataset.missed = "";
  }

  // All figures come from one answer of the program, so that they agree.
  function count(figures) {
    const shown = document.querySelector("[data-count]");
    if (!figures || !shown) return;
    for (const part of shown.querySelectorAll("[data-figure]")) part.textContent = figures[part.dataset.figure] ?? "";
    const quorum = shown.querySelector(".quorum");
    quorum?.classList.toggle("met", figures.isQuorum);
    quorum?.classList.toggle("unmet", !figures.isQuorum);
  }

  // Only the program's own answer is read: no line, a page of a sign-in or one of a proxy is none.
  async function ask(address, how) {
    try {
      const answer = await fetch(address, { ...how, headers: { Accept: "application/json" } });
      const read = answer.redirected ? null : await answer.json().catch(() => null);
      return { ok: answer.ok, status: answer.status, read };
    } catch {
      return null;
    }
  }

  async function load() {
    const before = settled;
    const answer = await ask(words.list);
    if (!answer?.ok || !answer.read?.delegates || before !== settled) return;
    list = answer.read.delegates;
    for (const mark of waiting) {
      const one = list.find((other) => other.id === mark.id);
      if (one) stand(one, mark.mark, mark.reason);
    }
    count(answer.read.count);
    // A row in which somebody is just now is left to him.
    if (search.elements.tim.value && !found.contains(document.activeElement)) show();
  }

  // A mistake is taken back, and what stood before it stands again.
  function stand(one, mark, reason) {
    const { mark: now, state } = one;
    if (mark === "Cleared") Object.assign(one, { mark: null, state: words.none }, one.before, { before: one.before?.before });
    else {
      const before = { mark: now, state, before: one.before };
      Object.assign(one, { mark, state: words[mark.toLowerCase()] + (reason ? `: ${reason}` : ""), before });
    }
  }

  function button(one, mark, text, strong) {
    const act = document.createElement("button");
    act.type = "button";
    act.className = strong ? "button" : "button outlined small";
    act.textContent = text;
    act.addEventListener("click", () => note(one, mark));
    return act;
  }

  function excuse(one) {
    const form = document.createElement("form");
    form.className = "door-marks";
    const label = document.createElement("label");
    const reason = document.createElement("input");
    reason.maxLength = 300;
    reason.lang = "vi";
    reason.autocomplete = "off";
    label.append(`${words.reason} `, reason);
    const act = document.createElement("button");
    act.className = "button outlined small";
    act.textContent = words.excused;
    form.append(label, act);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      note(one, "Excused", reason.value.trim());
    });
    return form;
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
    if (!one.mark || one.mark === "Excused") acts.append(button(one, "Unexcused", words.unexcused));
    if (one.mark) acts.append(button(one, "Cleared", words.cleared));
    item.append(who, state, acts);
    if (!one.mark || one.mark === "Excused" || one.mark === "Unexcused") item.append(excuse(one));
    return item;
  }

  function matches() {
    const typed = search.elements.tim.value;
    const badge = badgeIn(typed);
    const byBadge = list.filter((one) => one.badge === badge);
    if (byBadge.length > 0) return byBadge;
    const folded = fold(typed);
    if (folded.length === 0) return [];
    const letters = typed.trim().toLowerCase().normalize("NFC");
    const distance = (one) => (isWritten(one, typed) ? 0 : one.name.toLowerCase().includes(letters) ? 1 : 2);
    return list
      .filter((one) => one.folded.includes(folded))
      .map((one) => [distance(one), one])
      .sort(([one], [other]) => one - other)
      .slice(0, 30)
      .map(([, one]) => one);
  }

  const isWritten = (one, typed) => ` ${written(one.name)} `.includes(` ${written(typed)} `);

  // Whom Enter marks: him whose badge it is, or the only one who is written as it was typed. A name of other letters or tones is
  // another person's, so nobody is marked by one that is merely like it.
  function meant(those) {
    const typed = search.elements.tim.value;
    const badge = badgeIn(typed);
    const sure = those.filter((one) => one.badge === badge || isWritten(one, typed));
    return sure.length === 1 ? sure[0] : null;
  }

  function show() {
    const those = matches();
    found.replaceChildren(...those.map(row));
    if (those.length === 0 && search.elements.tim.value.trim()) tell(words.nobody, true);
    else if (!sending && !("unsent" in told.dataset) && !("missed" in told.dataset)) tell("");
    return those;
  }

  function note(one, mark, reason = "") {
    const sees = mark === "Cleared" ? (one.mark ?? "") : "";
    waiting.push({ id: one.id, mark, key: key(), at: Date.now(), name: one.name, desk: desk.value.trim(), reason, afterwards, sees });
    keep();
    stand(one, mark, reason);
    tell(`${one.name}: ${one.state}`);
    search.elements.tim.value = "";
    found.replaceChildren(row(one));
    search.elements.tim.focus();
    flush();
  }

  function formOf(mark) {
    const form = new FormData(send);
    form.set("id", mark.id);
    form.set("mark", mark.mark);
    form.set("key", mark.key);
    form.set("desk", mark.desk ?? "");
    form.set("note", mark.reason ?? "");
    form.set("sees", mark.sees ?? "");
    form.set("afterwards", mark.afterwards ?? "false");
    form.set("ago", Math.max(0, Date.now() - mark.at));
    return form;
  }

  async function sendAll() {
    const refused = [];
    let over = null;
    while (waiting.length > 0) {
      const mark = waiting[0];
      const answer = await ask(send.action, { method: "POST", body: formOf(mark) });
      // No answer, or one of a program in trouble: the mark stays, and is sent again with the same key.
      if (!answer || answer.status >= 500) return tellUnsent(words.offline);
      // Only an answer about the mark itself settles it: a sign-in that is over, a duty that has ended or a page that is too old
      // settle nothing, and somebody must do something about it here.
      if (!answer.read?.outcome) return tellUnsent(words.signedOut);
      waiting.shift();
      keep();
      settled++;
      count(answer.read.count);
      if (answer.read.elsewhere) {
        over = answer.read;
        missed.push(mark.name);
      } else if (!answer.ok) refused.push(`${mark.name}: ${answer.read.words}`);
      else if (answer.read.words && refused.length === 0) tell(`${mark.name}: ${answer.read.words}`);
    }
    if (over) {
      tellElsewhere([over.words, ...refused].join(" "), over.elsewhere);
      await load();
    } else if (refused.length > 0) {
      tell(refused.join(" "), true);
      await load();
    } else if ("unsent" in told.dataset) tell(words.caughtUp);
  }

  async function flush() {
    if (sending || waiting.length === 0) return;
    sending = true;
    try {
      await sendAll();
    } finally {
      sending = false;
    }
  }

  search.addEventListener("input", show);
  search.addEventListener("submit", (event) => {
    if (list.length === 0) return;
    event.preventDefault();
    const those = show();
    const typed = search.elements.tim.value;
    const one = meant(those);
    if (one && (one.badge === badgeIn(typed) || one.mark !== "Arrived")) note(one, "Arrived");
    else if (!one && those.length > 0)
      tell(isMarked(typed) && !those.some((other) => isWritten(other, typed)) ? words.otherName : words.choose, true);
  });

  // The browser's own reader where it has one, else ours.
  async function readerOf() {
    const formats = "BarcodeDetector" in window ? await BarcodeDetector.getSupportedFormats().catch(() => []) : [];
    if (formats.includes("qr_code")) {
      const own = new BarcodeDetector({ formats: ["qr_code"] });
      return async (video) => (await own.detect(video).catch(() => []))[0]?.rawValue;
    }
    await import(words.scanner);
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    return async (video) => {
      // A badge before a telephone is large enough in a small picture, and ten of those are read in a second.
      const scale = Math.min(1, 720 / Math.max(video.videoWidth, video.videoHeight, 1));
      const width = Math.round(video.videoWidth * scale);
      const height = Math.round(video.videoHeight * scale);
      if (width === 0 || height === 0) return undefined;
      Object.assign(context.canvas, { width, height });
      context.drawImage(video, 0, 0, width, height);
      return readCode(context.getImageData(0, 0, width, height));
    };
  }

  async function look(video) {
    const read = await readerOf();
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.hidden = false;
    await video.play();
    let last = "";
    for (;;) {
      const code = await read(video);
      if (code && code !== last) {
        last = code;
        const one = list.find((other) => other.badge === badgeIn(code));
        if (one && one.mark !== "Arrived") note(one, "Arrived");
        else if (one) tell(`${one.name}: ${one.state}`);
        else tell(words.nobody, true);
      }
      await new Promise((go) => setTimeout(go, 100));
    }
  }

  const camera = door.querySelector("[data-camera]");
  if (navigator.mediaDevices?.getUserMedia) {
    camera.hidden = false;
    camera.addEventListener("click", async () => {
      camera.disabled = true;
      try {
        await look(door.querySelector("[data-video]"));
      } catch {
        // No camera, none allowed, or no line to fetch the reader: names and a hand scanner go on.
        tell(words.noCamera, true);
        camera.disabled = false;
      }
    });
  }

  addEventListener("online", flush);
  setInterval(flush, 3000);
  setInterval(() => waiting.length === 0 && load(), 5000);
  load().finally(() => {
    if (waiting.length > 0) tellUnsent(words.unsent);
    flush();
  });
  search.elements.tim.focus();
}
