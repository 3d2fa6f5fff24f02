/** The engine of the search comes with the build; what is used of it is tested by what is found. */
declare module "*/vendor/minisearch.js" {
  const MiniSearch: any;
  export default MiniSearch;
}
