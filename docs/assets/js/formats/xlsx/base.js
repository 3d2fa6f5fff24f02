/**
 * The plan as it was when the workbook was made, kept on its hidden sheet: only against that can
 * one tell which cells somebody has changed since.
 *
 * @import { Plan } from "../../plan/types.js"
 */
import { readPlan, writePlan } from "../json.js";

export const BASE = "plan";
const LONGEST = 32_000; // Excel keeps at most 32,767 characters in a cell.

/** @param {Plan} plan @returns {[string, string][]}  Rows of a name and a part of the plan. */
export function basePairs(plan) {
  const text = toBase64(writePlan(plan));
  const parts = Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, n) => text.slice(n * LONGEST, (n + 1) * LONGEST));
  return parts.map((part) => [BASE, part]);
}

/** @param {readonly string[]} parts  In order. @returns {Plan | undefined}  None if it is lost or damaged. */
export function baseFrom(parts) {
  try {
    const read = readPlan(fromBase64(parts.join("")));
    return read.ok ? read.plan : undefined;
  } catch {
    return undefined;
  }
}

/** Letters that no program trims, corrects or takes for a formula. @param {string} text */
function toBase64(text) {
  const bytes = new TextEncoder().encode(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, n) => bytes.subarray(n * 8192, (n + 1) * 8192));
  return btoa(pieces.map((piece) => String.fromCharCode(...piece)).join(""));
}

/** @param {string} text */
const fromBase64 = (text) => new TextDecoder().decode(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
