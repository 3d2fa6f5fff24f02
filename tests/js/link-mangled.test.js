import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pack, unpack } from "../../docs/assets/js/formats/link/link.js";
import { catalog, fullPlan, opened, planTold, refusal } from "./link-plans.js";

const plan = fullPlan(true);
const link = await pack(plan, catalog, { notes: true });
const body = link.slice("plan=1.".length);
const middle = Math.floor(body.length / 2);
const address = `https://sjekkliste.example/planarbeidet/#${link}`;
/** @param {string} value @param {number} width */
const lines = (value, width, end = "\r\n") => value.replace(new RegExp(`.{${width}}`, "g"), `$&${end}`);

/** @type {Record<string, string>} */
const MANGLED = {
  "with its number sign": `#${link}`,
  "as a whole address": address,
  "with the number sign percent-encoded": `%23${link}`,
  "with the equals sign percent-encoded": link.replace("=", "%3D"),
  "with the equals sign percent-encoded in small letters": link.replace("=", "%3d"),
  "percent-encoded altogether": encodeURIComponent(address),
  "percent-encoded twice": encodeURIComponent(encodeURIComponent(address)),
  "with every character percent-encoded": [...link].map((c) => `%${c.charCodeAt(0).toString(16)}`).join(""),
  "inside another address, as a mail filter rewrites it": `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}&data=05%7C02%7Cpost%40kommune.no%7C0&reserved=0`,
  "with a full stop at the end": `${link}.`,
  "with a parenthesis and a comma at the end": `${link}),`,
  "in angle brackets": `<${address}>`,
  "in quotation marks": `«${address}»`,
  "broken into lines": lines(link, 76),
  "broken within its name": link.replace("plan", "pl\r\nan"),
  "broken within a percent-encoded character": link.replace("=", "%3\r\nD"),
  "broken into quoted lines": `> ${lines(address, 70, "\n> ")}`,
  "as a mail's own encoding, quoted-printable": lines(address.replaceAll("=", "=3D"), 75, "=\r\n"),
  "with encoded line breaks": lines(link, 60, "%0D%0A"),
  "with spaces and invisible characters inside": lines(link, 40, " \u00a0\u200b\u00ad"),
  "with the sentence that follows it": `${link} Hei, se på denne før 1. mai!`,
  "with a tracking parameter": `${link}&utm_source=mail`,
  "as HTML": `<a href="${address}">lenke</a>`,
};
for (const [how, mangled] of Object.entries(MANGLED)) {
  test(`a link is understood ${how}`, async () => {
    assert.notEqual(mangled, link);
    assert.deepEqual((await opened(mangled)).plan, planTold(plan, true));
  });
}

/** @type {Record<string, [string, string]>} */
const REFUSED = {
  "has lost its last character": [link.replace(/.0?$/, "").slice(0, -1), "cut-off"],
  "ends in the middle": [`plan=1.${body.slice(0, middle)}`, "cut-off"],
  "ends in the middle with dots": [`plan=1.${body.slice(0, middle)}...`, "cut-off"],
  "ends within the checksum": ["plan=1.AAAB", "cut-off"],
  "ends after its version": ["plan=1", "cut-off"],
  "ends after its name": ["#plan=", "cut-off"],
  "has lost a character inside": [`plan=1.${body.slice(0, middle)}${body.slice(middle + 1)}AAAA`, "mangled"],
  "has become small letters": [link.toLowerCase().replace(body.slice(0, 4).toLowerCase(), body.slice(0, 4)), "mangled"],
  "has lost the dot": [`plan=1${body}`, "mangled"],
  "has a version before the first": [`plan=0.${body}`, "mangled"],
  "is of a newer version": [`plan=2.${body}`, "newer-version"],
  "is of a much newer version": ["plan=12", "newer-version"],
  "is cut off within its name": ["#pla", "cut-off"],
  "is cut off after its name": ["#plan", "cut-off"],
  "is another fragment": ["#beslutning-mandat", "not-a-link"],
  "is empty": ["", "not-a-link"],
  "is an address without a plan": ["https://sjekkliste.example/planarbeidet/", "not-a-link"],
};
for (const [what, [fragment, key]] of Object.entries(REFUSED)) {
  test(`what ${what} is explained as ${key}`, async () => assert.equal(await refusal(fragment), key));
}

test("every cut-off link is recognised as such, wherever it is cut", async () => {
  const whole = link.replace(/0$/, "").length - 1;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: "plan=".length, max: whole - 1 }), async (length) => {
      assert.equal(await refusal(link.slice(0, length)), "cut-off");
    }),
    { numRuns: 1000 },
  );
});

test("one changed character is never taken for a plan", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(body.length - 3), fc.constantFrom(..."AZaz09-_"), async (place, character) => {
      fc.pre(body[place] !== character);
      assert.match(await refusal(`plan=1.${body.slice(0, place)}${character}${body.slice(place + 1)}`), /^(mangled|cut-off)$/);
    }),
    { numRuns: 1000 },
  );
});

test("whatever is pasted, reading it never throws", async () => {
  /** @type {unknown[]} */
  const odd = [undefined, null, 7, {}, [], Symbol("x"), { toString: () => assert.fail() }];
  for (const value of odd) assert.equal((await unpack(/** @type {any} */ (value), catalog)).ok, false);
  const pasted = fc.oneof(fc.string({ unit: "binary" }), fc.base64String().map((rest) => `plan=1.${rest}`));
  await fc.assert(fc.asyncProperty(pasted, async (value) => assert.equal((await unpack(value, catalog)).ok, false)), { numRuns: 1000 });
});
