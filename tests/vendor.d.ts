/** What the pages carry comes with the build; what is used of it is tested by what comes of it. */
declare module "*/vendor/minisearch.js" {
  const MiniSearch: any;
  export default MiniSearch;
}
declare module "*/vendor/zip.js" {
  export const Uint8ArrayReader: any, Uint8ArrayWriter: any, ZipReader: any, ZipWriter: any;
}
declare module "*/vendor/parse-xml.js" {
  export const parseXml: any;
}
