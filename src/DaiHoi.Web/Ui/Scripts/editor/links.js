// The address of a link is asked for in a dialogue of the page.
export function linkDialog(editor) {
  const dialog = document.querySelector("[data-dialog='link']");
  const address = dialog.querySelector("[data-link-address]");
  dialog.addEventListener("close", () => {
    const chain = editor.chain().focus().extendMarkRange("link");
    const href = whole(address.value.trim());
    if (dialog.returnValue === "remove" || (dialog.returnValue === "set" && !href)) chain.unsetLink().run();
    else if (dialog.returnValue === "set") {
      if (editor.state.selection.empty && !editor.isActive("link"))
        chain.insertContent({ type: "text", text: address.value.trim(), marks: [{ type: "link", attrs: { href } }] }).run();
      else chain.setLink({ href }).run();
    }
  });
  return {
    open: () => {
      address.value = editor.getAttributes("link").href ?? "";
      dialog.returnValue = "";
      dialog.showModal();
    },
  };
}

// "www.example.vn" is meant as an address.
const whole = (typed) => (/^(https?:|mailto:|\/)/i.test(typed) || !typed ? typed : `https://${typed}`);
