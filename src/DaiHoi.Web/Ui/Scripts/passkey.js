// A form that a passkey answers: the site's question is fetched, the device asks its owner, and the answer is sent with the
// form. Where the browser knows no passkeys, or there is no script, the form stays hidden.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  const problem = form.querySelector("[data-problem]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      const question = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
      if (!question.ok) throw new Error(`${question.status}`);
      const options = await question.json();
      const credential =
        form.dataset.passkey === "create"
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      // The owner said no, or the device does not know this site: he reads why, and can try again.
      problem.hidden = false;
    }
  });
}
