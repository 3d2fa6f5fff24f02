/** Leads on from an address that has moved: from an anchor that left its page, or from a whole page. */
function follow() {
  const place = location.hash && document.getElementById(location.hash.slice(1));
  const link = place && place.matches(".moved") ? place.querySelector("a[data-follow]") : document.querySelector("a[data-moved]");
  if (!(link instanceof HTMLAnchorElement)) return;
  location.replace(link.hash ? link.href : link.href + location.hash);
}

follow();
addEventListener("hashchange", follow);

export {};
