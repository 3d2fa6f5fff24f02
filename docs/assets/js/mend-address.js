/** On the page for what was not found: a mail filter may have turned the «#» of a link into «%23». */
const place = location.href.search(/%23/i);
if (place >= 0) location.replace(`${location.href.slice(0, place)}#${location.href.slice(place + 3)}`);

export {};
