/** What the pages carry comes with the build; what is used of it is tested by what comes of it. */
declare module "*/vendor/minisearch.js" {
  const MiniSearch: any;
  export default MiniSearch;
}
declare module "*/vendor/zip.js" {
  export const Uint8ArrayReader: any, Uint8ArrayWriter: any, ZipReader: any, ZipWriter: any;
  export const ERR_BAD_FORMAT: string, ERR_EOCDR_NOT_FOUND: string, ERR_EOCDR_LOCATOR_ZIP64_NOT_FOUND: string;
  export const ERR_ENCRYPTED_CENTRAL_DIRECTORY: string, ERR_EXTRAFIELD_ZIP64_NOT_FOUND: string, ERR_SPLIT_ZIP_FILE: string;
}
declare module "*/vendor/parse-xml.js" {
  export const parseXml: any;
}
