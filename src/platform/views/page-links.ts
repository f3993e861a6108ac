/** The page that an address asks for: a whole number from 1; the first one for anything else. */
export function pageNumber(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** The model of `web/pages`. */
interface PagesView {
  summary: string;
  previous: string | null;
  next: string | null;
  pages: { label: string; href: string | null; current: boolean }[];
}

/**
 * The way through a long list: the first and the last page, and the neighbours of the present one. `noun` is what is
 * counted (`hồ sơ`); `href` gives the address of a page.
 */
export function pageLinks(
  { page, size, total }: { page: number; size: number; total: number },
  noun: string,
  href: (page: number) => string,
): PagesView {
  const last = Math.max(1, Math.ceil(total / size));
  const first = (page - 1) * size + 1;
  const range = `${first}–${Math.min(total, page * size)}`;
  const summary = total === 0 || first > total ? `${total} ${noun}` : `${range} trong ${total} ${noun}`;
  return {
    summary,
    previous: page > 1 ? href(Math.min(page - 1, last)) : null,
    next: page < last ? href(page + 1) : null,
    pages: last > 1 ? shownPages(page, last).map((at) => pageView(at, page, href)) : [],
  };
}

/** 0 stands for a gap. */
function shownPages(page: number, last: number): number[] {
  const near = [1, page - 1, page, page + 1, last].filter((at) => at >= 1 && at <= last);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((at, index) => (index > 0 && at - (sorted[index - 1] ?? 0) > 1 ? [0, at] : [at]));
}

function pageView(at: number, page: number, href: (page: number) => string) {
  return at === 0
    ? { label: '…', href: null, current: false }
    : { label: String(at), href: href(at), current: at === page };
}

/** An address with a query; empty values are left out, so that one state of a list has one address. */
export function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(
    given.map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return text === '' ? path : `${path}?${text}`;
}
