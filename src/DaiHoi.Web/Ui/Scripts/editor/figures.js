// The dialogue in which a figure is found and cited: its form comes from where figures live, and what is cited stands in the
// text as a link to its proof.
export function figureDialog(editor) {
  const dialog = document.querySelector("[data-dialog='figure']");
  const place = dialog.querySelector("[data-figure]");
  const { address, failed } = place.dataset;

  async function show(path, options) {
    const answer = await fetch(path, { redirect: "error", ...options }).catch(() => null);
    if (!answer || (!answer.ok && answer.status !== 422)) {
      place.textContent = failed;
      return;
    }
    place.innerHTML = await answer.text();
    const cited = place.querySelector("a.cited");
    if (!cited) {
      (place.querySelector("form[method='post'] button") ?? place.querySelector("#toChuc"))?.focus();
      return;
    }
    dialog.close();
    const marks = [{ type: "link", attrs: { href: cited.getAttribute("href") } }];
    editor.chain().focus().insertContent({ type: "text", text: cited.textContent, marks }).unsetMark("link").run();
  }

  place.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(event.target);
    if (event.target.method === "post") show(address, { method: "POST", body: data });
    else show(`${address}?${new URLSearchParams(data)}`);
  });
  place.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-choice]");
    if (!choice) return;
    event.preventDefault();
    show(choice.href);
  });
  return () => {
    place.replaceChildren();
    dialog.showModal();
    show(`${address}?hop=true`);
  };
}
