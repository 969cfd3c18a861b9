// Keeps what is typed, without touching focus or caret, and warns who leaves with something unsaved.
const pause = 2000;
const again = 10000;

export function keepWhatIsTyped(form, put) {
  const said = form.querySelector("[data-kept]");
  let timer = 0;
  let typed = 0;
  let kept = 0;
  let running = null;

  const say = (text, trouble) => {
    said.textContent = text;
    said.classList.toggle("trouble", trouble);
  };

  async function keep() {
    clearTimeout(timer);
    put();
    const moment = typed;
    try {
      const answer = await fetch(form.dataset.keep, { method: "POST", body: new FormData(form), redirect: "manual" });
      if (answer.status === 401 || answer.type === "opaqueredirect") return signInAgain(form, keep);
      if (!answer.ok) throw new Error(answer.status);
      const told = await answer.json();
      say(told.said, !told.kept || told.changed);
      if (told.kept) kept = moment;
      return told.kept;
    } catch {
      say(form.dataset.offline, true);
      timer = setTimeout(start, again);
      return false;
    }
  }

  // One at a time: a slow answer must not overtake a later one.
  function start() {
    running ??= keep().finally(() => {
      running = null;
      if (typed > kept && !timer) timer = setTimeout(start, pause);
    });
    return running;
  }

  return {
    typed: () => {
      if (typed === kept) say(form.dataset.unsaved, false);
      typed++;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = 0;
        start();
      }, pause);
    },
    keepNow: async () => {
      if (running) await running;
      return start();
    },
    hasTyped: () => typed > 0,
  };
}

// A save first keeps the text: where the session has ended or the network is gone, nothing is lost on the way.
export function confirmLeaving(form, keeper) {
  let leaving = false;
  addEventListener("beforeunload", (event) => {
    if (!leaving && keeper.hasTyped()) event.preventDefault();
  });
  addEventListener("submit", async (event) => {
    if (event.target !== form) {
      // Throwing it away is meant.
      if (event.target.method === "post") leaving = true;
      return;
    }
    if (leaving) return;
    event.preventDefault();
    const button = event.submitter;
    if (!(await keeper.keepNow())) return;
    leaving = true;
    form.requestSubmit(button);
  });
}

// The session has ended: signing in here, with the text still on the page.
function signInAgain(form, then) {
  const dialog = document.querySelector("[data-dialog='sign-in']");
  const again = dialog.querySelector("[data-sign-in-form]");
  const problem = dialog.querySelector("[data-sign-in-problem]");
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("[data-close]").onclick = () => dialog.close();
  return new Promise((done) => {
    dialog.onclose = () => done(false);
    again.onsubmit = async (event) => {
      event.preventDefault();
      event.stopPropagation();
      const fields = new FormData(again);
      fields.set("__RequestVerificationToken", await tokenOf(form.dataset.signIn));
      const answer = await fetch(form.dataset.signIn, { method: "POST", body: fields });
      const landed = new URL(answer.url).pathname;
      problem.hidden = answer.ok;
      if (!answer.ok) return;
      // Who has a second step takes it in a window of its own, and comes back here.
      if (landed.startsWith(form.dataset.signIn)) return void open(answer.url, "_blank", "noopener");
      const token = await tokenOf(location.pathname);
      for (const field of document.querySelectorAll("[name='__RequestVerificationToken']")) field.value = token;
      dialog.onclose = null;
      dialog.close();
      done(then());
    };
  });
}

async function tokenOf(path) {
  const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
  return page.querySelector("[name='__RequestVerificationToken']")?.value ?? "";
}
