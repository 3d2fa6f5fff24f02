/** A part of the page as it is pasted into Word: headings, lists and tables, no fonts and no controls. */
import { copyHtml } from "./clipboard.js";

const KEPT = ["scope", "colspan", "rowspan"];

/** @param {HTMLElement} article @returns {string} A whole HTML document. */
function richText(article) {
  const body = cleaned(article);
  const title = body.querySelector("h1")?.textContent ?? "";
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = document.documentElement.lang;
  page.head.prepend(Object.assign(page.createElement("meta"), { httpEquiv: "Content-Type", content: "text/html; charset=utf-8" }));
  page.body.append(...body.childNodes);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/** @param {HTMLElement} article */
function cleaned(article) {
  const body = /** @type {HTMLElement} */ (article.cloneNode(true));
  for (const gone of body.querySelectorAll("[hidden], button, template")) gone.remove();
  for (const element of body.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) if (!KEPT.includes(name)) element.removeAttribute(name);
  }
  for (const table of body.querySelectorAll("table")) table.setAttribute("border", "1"); // Without it Word draws no lines.
  for (const box of body.querySelectorAll("section, div, span, a")) box.replaceWith(...box.childNodes);
  for (const heading of body.querySelectorAll("h2, h3, h4")) raise(heading);
  body.normalize();
  keepLines(body);
  return body;
}

/** On the page the document stands below the page's own title; in Word it stands alone. @param {Element} heading */
function raise(heading) {
  const raised = document.createElement(`h${Number(heading.tagName[1]) - 1}`);
  raised.append(...heading.childNodes);
  heading.replaceWith(raised);
}

/** What somebody wrote on several lines stays so. @param {HTMLElement} body */
function keepLines(body) {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    if (!text.data.trim()) continue;
    const lines = text.data.split("\n").flatMap((line, place) => (place ? [document.createElement("br"), line] : [line]));
    text.replaceWith(...lines);
  }
}

/** Put it on the clipboard, both as rich and as plain text. @param {HTMLElement} article */
export const copyRich = (article) => copyHtml(richText(article), article.innerText);
