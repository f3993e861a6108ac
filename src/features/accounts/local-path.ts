/** Where to go after the login: a page of this host, or the first one. Never another host, however it is written. */
export function localPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[\w\-./?=&%~+]*$/.test(path) ? path : '/';
}
