/** On the page for what was not found: mends what people and programs do to our addresses on the way. */
import { decoded, withoutTail } from "./address.js";

/** A mail filter may have turned the «#» of a link into «%23», another that into «%2523». */
const encoded = /%(?:25)*23/i;

/** Codes are written in capitals, as on paper, but not by everyone who types them. */
const short = /(\/k\/)([^/]+)$/;

const file = /\.(html|pdf|docx|odt|xlsx|json|xml)$/;

async function mend() {
  if (encoded.test(location.href)) return location.replace(location.href.replace(encoded, "#"));
  // Two strokes at the start would be the name of another host.
  const plain = withoutTail(decoded(location.pathname).replace(/\/+/g, "/"));
  const path = plain.replace(short, (_, start, code) => `${start}${code.toUpperCase()}`);
  const address = new URL(encodeURI(file.test(path) ? path : `${path}/`), location.origin).href;
  if (address === location.origin + location.pathname) return;
  const { ok } = await fetch(address, { method: "HEAD" });
  if (ok) location.replace(address + location.hash);
}

mend().catch(() => {}); // The page says what to do.
