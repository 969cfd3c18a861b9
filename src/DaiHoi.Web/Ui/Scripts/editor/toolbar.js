// The buttons over the text: each says whether it is on, and arrows lead from one to the next.
const commands = {
  bold: (chain) => chain.toggleBold(),
  italic: (chain) => chain.toggleItalic(),
  heading2: (chain) => chain.toggleHeading({ level: 2 }),
  heading3: (chain) => chain.toggleHeading({ level: 3 }),
  bullets: (chain) => chain.toggleBulletList(),
  numbers: (chain) => chain.toggleOrderedList(),
  quote: (chain) => chain.toggleBlockquote(),
  table: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
  rowAfter: (chain) => chain.addRowAfter(),
  columnAfter: (chain) => chain.addColumnAfter(),
  deleteRow: (chain) => chain.deleteRow(),
  deleteColumn: (chain) => chain.deleteColumn(),
  mergeCells: (chain) => chain.mergeOrSplit(),
  deleteTable: (chain) => chain.deleteTable(),
};

const states = {
  bold: ["bold"],
  italic: ["italic"],
  heading2: ["heading", { level: 2 }],
  heading3: ["heading", { level: 3 }],
  bullets: ["bulletList"],
  numbers: ["orderedList"],
  quote: ["blockquote"],
  link: ["link"],
  table: ["table"],
};

export function toolbar(frame, editor, dialogs) {
  const bars = [...frame.querySelectorAll("[role='toolbar']")];
  for (const bar of bars) {
    const buttons = [...bar.querySelectorAll("button")];
    buttons.forEach((button, i) => {
      button.tabIndex = i === 0 ? 0 : -1;
      // The text keeps its selection while a button is pressed.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => {
        const name = button.dataset.do;
        if (dialogs[name]) dialogs[name]();
        else commands[name](editor.chain().focus()).run();
      });
    });
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = buttons.indexOf(document.activeElement);
      if (!step || at < 0) return;
      event.preventDefault();
      const next = buttons[(at + step + buttons.length) % buttons.length];
      buttons[at].tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  }
  const show = () => {
    for (const [name, [type, attributes]] of Object.entries(states))
      frame.querySelector(`[data-do='${name}']`).setAttribute("aria-pressed", editor.isActive(type, attributes));
    frame.querySelector("[data-table-tools]").hidden = !editor.isActive("table");
  };
  editor.on("transaction", show);
  show();
}
