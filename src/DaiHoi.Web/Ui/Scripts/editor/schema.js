import { Extension, Mark, Node } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";

// Only what the body of an article may have; the server cleans it once more.
export function extensions(photoFields, referenceFields, openLink) {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      dropcursor: false,
      heading: { levels: [2, 3] },
      horizontalRule: false,
      link: { autolink: false, openOnClick: false, HTMLAttributes: { rel: null, target: null, class: null } },
      strike: false,
      underline: false,
    }),
    mark("subscript", "sub"),
    mark("superscript", "sup"),
    CaptionedTable.configure({ resizable: false }),
    TableRow,
    TableHeader.extend(onlySpans),
    TableCell.extend(onlySpans),
    photo(photoFields),
    reference("file", "data-file", referenceFields),
    reference("officialDocument", "data-document", referenceFields),
    Extension.create({
      name: "linkKey",
      addKeyboardShortcuts: () => ({ "Mod-k": () => (openLink(), true) }),
    }),
  ];
}

const mark = (name, tag) =>
  Mark.create({ name, parseHTML: () => [{ tag }], renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0] });

// Widths would be written as styles, which the page refuses.
const onlySpans = {
  addAttributes: () => ({
    colspan: { default: 1, parseHTML: (cell) => cell.colSpan },
    rowspan: { default: 1, parseHTML: (cell) => cell.rowSpan },
    colwidth: { default: null, rendered: false, parseHTML: () => null },
  }),
};

const CaptionedTable = Table.extend({
  addAttributes: () => ({
    caption: {
      default: null,
      rendered: false,
      parseHTML: (table) => table.querySelector("caption")?.textContent?.trim() || null,
    },
  }),
  addNodeView: () => null,
  renderHTML: ({ node }) =>
    node.attrs.caption ? ["table", ["caption", node.attrs.caption], ["tbody", 0]] : ["table", ["tbody", 0]],
});

// A photo with its words as fields in it. The template holds their labels in the language of the page.
const photo = (fields) =>
  Node.create({
    name: "photo",
    group: "block",
    atom: true,
    draggable: true,
    addAttributes: () => ({
      picture: { default: 0, rendered: false, parseHTML: (figure) => Number(figure.dataset.picture) || 0 },
      src: { default: "", rendered: false, parseHTML: (figure) => figure.querySelector("img")?.getAttribute("src") ?? "" },
      caption: {
        default: "",
        rendered: false,
        parseHTML: (figure) => figure.querySelector("figcaption")?.textContent?.trim() ?? "",
      },
      alt: { default: "", rendered: false, parseHTML: (figure) => figure.dataset.alt ?? "" },
      credit: { default: "", rendered: false, parseHTML: (figure) => figure.dataset.credit ?? "" },
    }),
    parseHTML: () => [{ tag: "figure[data-picture]" }],
    renderHTML: ({ node: { attrs } }) => [
      "figure",
      { "data-picture": attrs.picture, "data-alt": attrs.alt, "data-credit": attrs.credit },
      ...(attrs.src ? [["img", { src: attrs.src, alt: attrs.alt }]] : []),
      ["figcaption", attrs.caption],
    ],
    addNodeView:
      () =>
      ({ node, editor, getPos }) => {
        const figure = document.createElement("figure");
        figure.className = "photo";
        figure.contentEditable = "false";
        figure.append(fields.content.cloneNode(true));
        const image = figure.querySelector("img");
        let now = node;
        const show = () => {
          image.hidden = !now.attrs.src;
          if (now.attrs.src) image.setAttribute("src", now.attrs.src);
          image.alt = now.attrs.alt;
          for (const input of figure.querySelectorAll("[data-of]"))
            if (document.activeElement !== input) input.value = now.attrs[input.dataset.of];
        };
        for (const input of figure.querySelectorAll("[data-of]"))
          input.addEventListener("input", () => {
            const attrs = { ...now.attrs, [input.dataset.of]: input.value };
            editor.view.dispatch(editor.state.tr.setNodeMarkup(getPos(), null, attrs));
          });
        figure.querySelector("[data-remove]").addEventListener("click", () => {
          const from = getPos();
          editor.chain().deleteRange({ from, to: from + now.nodeSize }).focus().run();
        });
        show();
        return {
          dom: figure,
          update: (next) => {
            if (next.type !== now.type) return false;
            now = next;
            show();
            return true;
          },
          // What is typed into its fields is theirs.
          stopEvent: (event) => event.target.closest?.("input, textarea, button") != null,
          ignoreMutation: () => true,
        };
      },
  });

// A file or a document: a line with its kind, its words and a button that takes it out.
const reference = (name, attribute, fields) =>
  Node.create({
    name,
    group: "block",
    atom: true,
    draggable: true,
    addAttributes: () => ({
      target: { default: "", rendered: false, parseHTML: (figure) => figure.getAttribute(attribute) },
      words: { default: "", rendered: false, parseHTML: (figure) => figure.textContent.trim() },
    }),
    parseHTML: () => [{ tag: `figure[${attribute}]` }],
    renderHTML: ({ node: { attrs } }) => [
      "figure",
      { [attribute]: attrs.target },
      ...(attrs.words ? [["figcaption", attrs.words]] : []),
    ],
    addNodeView:
      () =>
      ({ node, editor, getPos }) => {
        const figure = document.createElement("figure");
        figure.className = "reference-fields";
        figure.contentEditable = "false";
        figure.append(fields.content.cloneNode(true));
        for (const kind of figure.querySelectorAll("[data-kind]")) kind.hidden = kind.dataset.kind !== name;
        const input = figure.querySelector("[data-words]");
        let now = node;
        const show = () => {
          if (document.activeElement !== input) input.value = now.attrs.words;
        };
        // What is printed on a document is the library's to say.
        input.readOnly = name !== "file";
        input.addEventListener("input", () => {
          const attrs = { ...now.attrs, words: input.value };
          editor.view.dispatch(editor.state.tr.setNodeMarkup(getPos(), null, attrs));
        });
        figure.querySelector("[data-remove]").addEventListener("click", () => {
          const from = getPos();
          editor.chain().deleteRange({ from, to: from + now.nodeSize }).focus().run();
        });
        show();
        return {
          dom: figure,
          update: (next) => {
            if (next.type !== now.type) return false;
            now = next;
            show();
            return true;
          },
          stopEvent: (event) => event.target.closest?.("input, button") != null,
          ignoreMutation: () => true,
        };
      },
  });
