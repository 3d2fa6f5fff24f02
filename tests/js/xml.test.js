import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Refusal } from "../../docs/assets/js/plan/refusal.js";
import { attribute, descendants, parseXml } from "../../docs/assets/js/formats/xml.js";
import { escapeXml } from "../../docs/assets/js/formats/xlsx/cells.js";

/** @param {string} source @returns {string} */
function keyOf(source) {
  try {
    parseXml(source);
    return "ok";
  } catch (error) {
    if (error instanceof Refusal) return error.key;
    throw error;
  }
}

test("elements, prefixes, attributes, entities and CDATA are read", () => {
  const root = parseXml(
    `\ufeff<?xml version="1.0"?>\n<!-- <x> --><x:a xmlns:x="u" b='1 &gt; "0"' x:c="&#xE6;&#229;">` +
      `t&amp;<x:b/>u<![CDATA[<&>]]><c>v</c ></x:a>\n`,
  );
  assert.equal(root.name, "a");
  assert.equal(root.text, "t&u<&>");
  assert.equal(attribute(root, "b"), '1 > "0"');
  assert.equal(attribute(root, "c"), "æå");
  assert.deepEqual(root.children.map((one) => [one.name, one.text]), [["b", ""], ["c", "v"]]);
  assert.equal(descendants(root, "c").length, 1);
});

test("line breaks are the same whatever system wrote them", () => {
  assert.equal(parseXml("<a>1\r\n2\r3\n4</a>").text, "1\n2\n3\n4");
  assert.equal(parseXml("<a>&#13;</a>").text, "\r");
});

test("any text survives as text and as attribute", () => {
  const legal = fc.string({ unit: "binary" }).filter((text) => !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text));
  fc.assert(
    fc.property(legal, (text) => {
      const root = parseXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
      assert.equal(root.text, text);
      assert.equal(attribute(root, "b"), text);
    }),
    { numRuns: 1000 },
  );
});

test("a document type is refused by name", () => {
  assert.equal(keyOf('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "xml-doctype");
  assert.equal(keyOf("<a><!ELEMENT b></a>"), "xml-doctype");
});

for (const source of [
  "", "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "<a b=c/>", "<a b='1' b='2'/>", "<a b/>", "<a b='1'c='2'/>",
  "<a>&nbsp;</a>", "<a>&amp</a>", "<a>& </a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#xDFFF;</a>", "<a>&#x110000;</a>", "<a>\u0001</a>",
  "<a>]]></a>", "<a><![CDATA[</a>", "<a><!-- </a>", "<?xml <a/>", "<1/>", "<a b='<'/>", "< a/>", "<a", "<a x:b:c='1'/>",
]) {
  test(`${JSON.stringify(source)} is refused`, () => assert.equal(keyOf(source), "bad-xml"));
}

test("what is too deep or too much is refused", () => {
  assert.equal(keyOf("<a>".repeat(99) + "</a>".repeat(99)), "ok");
  assert.equal(keyOf("<a>".repeat(100) + "</a>".repeat(100)), "xml-too-large");
  assert.equal(keyOf(`<a>${"<b/>".repeat(500_000)}</a>`), "xml-too-large");
});

test("large input that is never closed does not take long", () => {
  const start = performance.now();
  for (const part of ["<a ", "<a b='", "<", "&", "<!--", "<![CDATA[", "<a>&amp"]) keyOf("<r>" + part.repeat(200_000));
  assert.ok(performance.now() - start < 2000);
});

test("spoilt input is refused or read, nothing else", () => {
  const pieces = fc.constantFrom("<", ">", "/", "a", " ", "=", '"', "'", "&", ";", "#x41", "<!--", "-->", "<?", "]]>", "<![CDATA[", "<a>", "</a>");
  fc.assert(fc.property(fc.array(pieces), (all) => void keyOf(all.join(""))), { numRuns: 2000 });
});

test("parts share one budget of elements, to the last", () => {
  const budget = { nodes: 3 };
  parseXml("<a><b/></a>", budget);
  parseXml("<a/>", budget);
  assert.throws(() => parseXml("<a/>", budget), { key: "xml-too-large" });
});
