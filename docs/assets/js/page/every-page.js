/** What every page loads. */
import "./frame.js";
import "./mend-anchor.js";
import "../elements/site-search.js";
