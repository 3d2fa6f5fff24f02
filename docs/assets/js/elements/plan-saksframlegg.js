/** «Utkast til saksframlegg»: the same draft for each kommune, or for one that goes alone. */
import { DecisionDocument } from "./decision-document.js";
import { reasoned } from "../views/joint-words.js";
import { matrix } from "../plan/matrix.js";
import { LANDINGS } from "../plan/weigh.js";
import { part, words } from "../views/words.js";

class PlanSaksframlegg extends DecisionDocument {
  template = "saksframlegg-mal";

  /** @override */
  wire() {
    super.wire();
    for (const control of this.querySelectorAll("select, [type=radio]")) control.addEventListener("change", () => this.show());
  }

  /** The kommuner that a draft can be for. */
  names() {
    const { kommuneAnswers, kommuner } = this.store.plan;
    return kommuneAnswers?.map(({ kommune }) => kommune) ?? kommuner.split(",").map((name) => name.trim()).filter(Boolean);
  }

  /** @override */
  show() {
    const names = this.names();
    const select = /** @type {HTMLSelectElement} */ (part(this, "[data-kommuner]"));
    const kommune = names.includes(select.value) ? select.value : names[0] ?? "";
    select.replaceChildren(...names.map((name) => new Option(name, name, false, name === kommune)));
    for (const one of this.querySelectorAll("[data-with=kommuner]")) one.toggleAttribute("hidden", names.length < 2);
    const joint = names.length > 1 && part(this, "[value=joint]").checked;
    for (const one of this.querySelectorAll("[data-only=joint]")) one.toggleAttribute("hidden", !joint);
    const others = names.filter((name) => name !== kommune);
    const { caseNumber, period } = this.store.plan;
    const form = kommune && words(`joint.form.${joint ? "joint" : "alone"}`, { others: listed(others) });
    this.fillBlanks({ kommune, form, caseNumber, period });
    this.notes();
    const aside = this.store.plan.kommuneAnswers?.filter((one) => one.kommune === kommune);
    this.answers(joint || !aside ? this.kommuner() : aside);
  }

  /** What is known stands instead of the words in brackets. @param {Record<string, string>} values */
  fillBlanks(values) {
    for (const place of this.querySelectorAll("[data-blank]")) {
      place.textContent = values[place.getAttribute("data-blank") ?? ""] || place.getAttribute("data-empty");
    }
  }

  /** What the group wrote on the checklists, after the line that it is about, and marked as that. */
  notes() {
    const codes = new Map(this.store.catalog.checklists.flatMap(({ items }) => items.map(({ id, code }) => [id, code])));
    let some = false;
    for (const place of this.querySelectorAll("[data-notes]")) {
      const notes = place.getAttribute("data-notes")?.split(" ").flatMap((id) => {
        const note = this.store.plan.items[id]?.note;
        return note ? words("joint.from-note", { code: codes.get(id) ?? id, note }) : [];
      }) ?? [];
      some ||= notes.length > 0;
      place.toggleAttribute("hidden", !notes.length);
      place.textContent = ` ${notes.join("\n")}`;
    }
    part(this, "[data-with=notes]").hidden = !some;
  }

  /** @param {import("../plan/types.js").KommuneAnswers[]} kommuner */
  answers(kommuner) {
    const rows = matrix(this.questions, kommuner);
    this.tables(rows);
    for (const one of this.querySelectorAll("[data-with=answers]")) one.toggleAttribute("hidden", kommuner.length === 0);
    for (const place of LANDINGS) {
      this.fillList(place, rows.filter(({ cells }) => cells.some((cell) => cell.place === place)).map((row) => reasoned(row, place)));
    }
  }
}

/** Bø, Lom og Vang. @param {string[]} names */
function listed(names) {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${words("joint.and")} ${last}` : last;
}

customElements.define("plan-saksframlegg", PlanSaksframlegg);
