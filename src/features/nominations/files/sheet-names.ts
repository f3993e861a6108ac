const LONGEST_NAME = 31;

/** Names that spreadsheets allow (no []:*?/\ nor outer quotes, at most 31 letters), each given once. */
export function sheetNamer(): (title: string) => string {
  const taken = new Set<string>();
  return (title) => {
    const base = title.replace(/[[\]:*?/\\\s]+/g, ' ').replace(/^[' ]+|[' ]+$/g, '') || 'Sheet';
    const names = [
      shorten(base, ''),
      ...Array.from({ length: 999 }, (_, index) => shorten(base, ` ${index + 2}`)),
    ];
    const free = names.find((name) => !taken.has(name.toLowerCase())) ?? base;
    taken.add(free.toLowerCase());
    return free;
  };
}

function shorten(base: string, suffix: string): string {
  return base.slice(0, LONGEST_NAME - suffix.length).trimEnd() + suffix;
}
