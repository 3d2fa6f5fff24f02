import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "../../vendor/zip.js";

/** The first day that a zip file can name, and nothing of who made it: the same content gives the same bytes. */
const OPTIONS = { lastModDate: new Date(1980, 0, 1), extendedTimestamp: false, msDosCompatible: true, dataDescriptor: false, useWebWorkers: false };

/** A zip file with these files, in this order.
 * @param {Record<string, string | Uint8Array>} files  By path; text becomes UTF-8. @returns {Promise<Uint8Array>} */
export async function zip(files) {
  const writer = new ZipWriter(new Uint8ArrayWriter(), OPTIONS);
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await writer.add(name, new Uint8ArrayReader(bytes));
  }
  return writer.close();
}
