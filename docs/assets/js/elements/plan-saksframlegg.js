/** «Utkast til saksframlegg»: the same draft for each kommune, or for one that goes alone. */
import { DecisionDocument } from "./decision-document.js";
import { reasoned } from "../views/joint-words.js";
import { matrix } from "../plan/matrix.js";
import { LANDINGS } from "../plan/weigh.js";
import { part, words } from "../views/words.js";

class PlanSaksframlegg extends DecisionDocument {
  async connectedCallback() {
    await this.begin("saksframlegg-mal");
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
    const kommune = names.includes(select.value) ? select.value : names[0] ?? words("joint.kommune");
    select.replaceChildren(...names.map((name) => new Option(name, name, false, name === kommune)));
    for (const one of this.querySelectorAll("[data-with=kommuner]")) one.toggleAttribute("hidden", names.length < 2);
    const joint = names.length > 1 && part(this, "[value=joint]").checked;
    for (const one of this.querySelectorAll("[data-only]")) one.toggleAttribute("hidden", one.getAttribute("data-only") !== (joint ? "joint" : "alone"));
    const others = names.filter((name) => name !== kommune);
    this.fill({ kommune, proposal: words(`joint.proposal.${joint ? "joint" : "alone"}`, { kommune, others: listed(others) }) });
    this.notes();
    const aside = this.store.plan.kommuneAnswers?.filter((one) => one.kommune === kommune);
    this.answers(joint || !aside ? this.kommuner() : aside);
  }

  /** What the group wrote on the checklists, marked as that; what stands in the template where it wrote nothing. */
  notes() {
    const codes = new Map(this.store.catalog.checklists.flatMap(({ items }) => items.map(({ id, code }) => [id, code])));
    let some = false;
    for (const place of this.querySelectorAll("[data-notes]")) {
      const empty = place.getAttribute("data-empty") ?? place.textContent ?? "";
      place.setAttribute("data-empty", empty);
      const notes = place.getAttribute("data-notes")?.split(" ").flatMap((id) => {
        const note = this.store.plan.items[id]?.note;
        return note ? words("joint.from-note", { code: codes.get(id) ?? id, note }) : [];
      });
      some ||= Boolean(notes?.length);
      place.textContent = notes?.join("\n") || empty;
    }
    part(this, "[data-with=notes]").hidden = !some;
  }

  /** @param {import("../plan/types.js").KommuneAnswers[]} kommuner */
  answers(kommuner) {
    const rows = matrix(this.questions, kommuner);
    this.tables(rows);
    for (const one of this.querySelectorAll("[data-without=answers]")) one.toggleAttribute("hidden", kommuner.length > 0);
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
