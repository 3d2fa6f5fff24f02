/** What pages from before ask for. */
import "./plan-forside.js";
