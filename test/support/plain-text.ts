/** A text of a page or of an attribute, without tags and with its marks as they are read. */
export function plainText(text: string): string {
  const named: Record<string, string> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    '#x27': "'",
    '#x60': '`',
    '#x3D': '=',
  };
  return text.replace(/<[^>]+>/g, ' ').replace(/&([#\w]+);/g, (whole, name: string) => named[name] ?? whole);
}
