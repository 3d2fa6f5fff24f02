/** Finds the place on the page also when something hangs on behind its name. */
import { decoded, withoutTail } from "./address.js";

function mend() {
  const name = decoded(location.hash.slice(1));
  const place = !document.getElementById(name) && document.getElementById(withoutTail(name));
  if (place) location.replace(`#${place.id}`);
}

mend();
addEventListener("hashchange", mend);
