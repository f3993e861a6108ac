import { type Page, PageQuery } from '../http/page';
import { message } from '../messages/message';

/** For `web/pages`. */
interface Pager {
  summary: string;
  previous: string | null;
  next: string | null;
  pages: { label: string; href: string | null; current: boolean }[];
}

/** The way through a long list at an address, which may carry a query of its own; null for a list of one page. */
export function pagerOf({ page, size, total, items }: Page<unknown>, address: string): Pager | null {
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1 && page === 1) return null;
  const at = (number: number) => withPage(address, number);
  const from = (page - 1) * size + 1;
  const summary = { from, to: from + items.length - 1, total };
  return {
    summary: message(items.length > 0 ? 'pager.summary' : 'pager.beyond', summary),
    previous: page > 1 ? at(Math.min(page - 1, last)) : null,
    next: page < last ? at(page + 1) : null,
    pages: shownPages(page, last).map((number) => ({
      label: number === null ? '…' : String(number),
      href: number === null ? null : at(number),
      current: number === page,
    })),
  };
}

/** The page that an address asks for by `?trang=`; the first for anything but a page number. */
export function pageQuery(page: string | undefined): PageQuery {
  const query = new PageQuery();
  if (page !== undefined && /^[1-9]\d{0,5}$/.test(page)) query.page = Number(page);
  return query;
}

/** The first, the last and those around the present one; null is a gap. */
function shownPages(page: number, last: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    return before !== undefined && number - before > 1 ? [null, number] : [number];
  });
}

function withPage(address: string, page: number): string {
  const [path = '', query = ''] = address.split('?');
  const params = new URLSearchParams(query);
  if (page > 1) params.set('trang', String(page));
  else params.delete('trang');
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}
