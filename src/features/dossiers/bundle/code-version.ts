/** Counts the changes of the code that cleans and merges: what an older one has made is not taken from the cache. */
export const CODE_VERSION = '3';
