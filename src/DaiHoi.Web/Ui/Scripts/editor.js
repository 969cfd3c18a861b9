// The page on which an article is written: an editor in the place of the plain text, what is typed kept every few seconds,
// signing in again in place. Without scripts the page works with Markdown and whole saves.
import { Editor } from "@tiptap/core";
import { figureDialog } from "./editor/figures.js";
import { confirmLeaving, keepWhatIsTyped } from "./editor/keeping.js";
import { linkDialog } from "./editor/links.js";
import { fromWord } from "./editor/paste.js";
import { photoDialog, uploadInto } from "./editor/photos.js";
import { documentDialog, fileDialog } from "./editor/references.js";
import { extensions } from "./editor/schema.js";
import { toolbar } from "./editor/toolbar.js";

const form = document.querySelector("[data-editing]");
const frame = document.querySelector("[data-editor]");
const plain = document.getElementById("body");
const html = document.getElementById("body-html");
// The list of what is wrong leads to the field by its name, and that is the editor's from now on.
plain.id = "body-plain";
const described = () =>
  plain.getAttribute("aria-invalid") ? { "aria-invalid": "true", "aria-describedby": "body-problem" } : {};

const editor = new Editor({
  element: frame.querySelector("[data-editor-text]"),
  // The style sheet of the desk has what it needs; a style element would be refused.
  injectCSS: false,
  content: html.value,
  extensions: extensions(document.querySelector("[data-photo-fields]"), document.querySelector("[data-reference-fields]"), () =>
    links.open(),
  ),
  editorProps: {
    attributes: {
      ...described(),
      id: "body",
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": "body-label",
      lang: "vi",
      spellcheck: "true",
    },
    transformPastedHTML: fromWord,
    handlePaste: (view, event) => uploads.take(event.clipboardData?.files),
    handleDrop: (view, event) => uploads.take(event.dataTransfer?.files),
  },
});
const uploads = uploadInto(editor, form);
const links = linkDialog(editor);
toolbar(frame, editor, {
  link: links.open,
  photo: photoDialog(editor, uploads),
  file: fileDialog(editor, uploads),
  document: documentDialog(editor),
  figure: figureDialog(editor),
});

frame.hidden = false;
plain.hidden = true;
plain.disabled = true;
for (const hint of document.querySelectorAll("[data-plain]")) hint.hidden = true;
document.getElementById("body-label").addEventListener("click", () => editor.commands.focus());
html.disabled = false;
const put = () => {
  html.value = editor.getHTML();
};
put();

const keeper = keepWhatIsTyped(form, put);
editor.on("update", keeper.typed);
form.addEventListener("input", keeper.typed);
confirmLeaving(form, keeper);
