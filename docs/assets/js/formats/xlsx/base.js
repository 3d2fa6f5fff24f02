/**
 * The plan as it was when the workbook was made, kept on its hidden sheet: only against that can
 * one tell which cells somebody has changed since.
 *
 * @import { Plan } from "../../plan/types.js"
 */
import { fromBase64, toBase64 } from "../bytes.js";
import { readPlan, writePlan } from "../json.js";

export const BASE = "plan";
const LONGEST = 32_000; // Excel keeps at most 32,767 characters in a cell.

/** In letters that no program trims, corrects or takes for a formula.
 * @param {Plan} plan @returns {[string, string][]}  Rows of a name and a part of the plan. */
export function basePairs(plan) {
  const text = toBase64(new TextEncoder().encode(writePlan(plan)));
  const parts = Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, n) => text.slice(n * LONGEST, (n + 1) * LONGEST));
  return parts.map((part) => [BASE, part]);
}

/** @param {readonly string[]} parts  In order. @returns {Plan | undefined}  None if it is lost or damaged. */
export function baseFrom(parts) {
  try {
    const read = readPlan(new TextDecoder().decode(fromBase64(parts.join(""))));
    return read.ok ? read.plan : undefined;
  } catch {
    return undefined;
  }
}
