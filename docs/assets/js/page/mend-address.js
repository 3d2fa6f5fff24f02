/** On the page for what was not found: mends what people and programs do to our addresses on the way. */

/** A mail filter may have turned the «#» of a link into «%23», another that into «%2523». */
const encoded = /%(?:25)*23/i;

/** Codes are written in capitals, as on paper, but not by everyone who types them. */
const short = /(\/k\/)([^/]+)\/?$/;

async function mend() {
  if (encoded.test(location.href)) return location.replace(location.href.replace(encoded, "#"));
  const address = location.pathname.replace(short, (_, start, code) => `${start}${code.toUpperCase()}/`);
  if (address === location.pathname || !short.test(address)) return;
  const { ok } = await fetch(address, { method: "HEAD" });
  if (ok) location.replace(address + location.hash);
}

mend().catch(() => {}); // The page says what to do.

export {};
