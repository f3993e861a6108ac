/** An address on this host; each part is one step of its path, whatever letters it has. */
export function pagePath(...parts: string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}
