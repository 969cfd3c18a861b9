// What Word and web pages put on the clipboard, brought near to what the editor takes: lists that Word writes as paragraphs
// become lists, bold and slanted styles become marks, and everything that is only for a screen elsewhere goes.
export function fromWord(pasted) {
  // As an attribute of another name: the page's policy would report each style, though none is ever applied.
  const unstyled = pasted.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/(\s)style=/gi, "$1data-style=");
  const page = new DOMParser().parseFromString(unstyled, "text/html");
  for (const rest of page.querySelectorAll("script, style, meta, link, title, xml, o\\:p, iframe, object, svg")) rest.remove();
  for (const comment of comments(page)) comment.remove();
  lists(page);
  for (const element of page.body.querySelectorAll("*")) {
    const style = element.dataset.style ?? "";
    if (element.localName === "span" || element.localName === "font") wrap(page, element, style);
    for (const { name } of [...element.attributes]) if (!kept.has(name)) element.removeAttribute(name);
  }
  // A picture on somebody's disk or site is not fetched from there: it is uploaded.
  for (const image of page.querySelectorAll("img")) image.remove();
  return page.body.innerHTML;
}

const kept = new Set(["href", "colspan", "rowspan"]);

function comments(page) {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function wrap(page, element, style) {
  for (const [pattern, tag] of [
    [/font-weight:\s*(bold|[6-9]00)/i, "strong"],
    [/font-style:\s*italic/i, "em"],
  ]) {
    if (!pattern.test(style) || element.closest(tag)) continue;
    const mark = page.createElement(tag);
    mark.append(...element.childNodes);
    element.append(mark);
  }
}

// <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span>·&nbsp;</span>text</p>
function lists(page) {
  let list = null;
  for (const paragraph of [...page.querySelectorAll("p")]) {
    const style = paragraph.dataset.style ?? "";
    if (!/mso-list:\s*l\d+/i.test(style) && !/MsoListParagraph/.test(paragraph.className)) {
      list = null;
      continue;
    }
    const sign = paragraph.querySelector("span[data-style*='mso-list']");
    const ordered = /^\s*\(?[\da-z]{1,3}[.)]/i.test(sign?.textContent ?? paragraph.textContent);
    sign?.remove();
    if (list?.localName !== (ordered ? "ol" : "ul") || list.nextElementSibling !== paragraph) {
      list = page.createElement(ordered ? "ol" : "ul");
      paragraph.before(list);
    }
    const item = page.createElement("li");
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  }
}
