/** What every page loads. */
import "../page/frame.js";
import "../page/mend-anchor.js";
import "./site-search.js";
