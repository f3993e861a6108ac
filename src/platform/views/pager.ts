import { type Page, PageQuery } from '../http/page';
import { message } from '../messages/message';

/** For `web/pages`. */
interface Pager {
  summary: string;
  previous: string | null;
  next: string | null;
  pages: { label: string; href: string | null; current: boolean }[];
}

/** The page that an address asks for by `?trang=`: a whole number from 1; the first one for anything else. */
export function pageNumber(text = '1'): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** That page, at the usual size. */
export function pageQuery(page: string | undefined): PageQuery {
  return Object.assign(new PageQuery(), { page: pageNumber(page) });
}

/** The way through a long list at an address, which may carry a query of its own; null for a list of one page. */
export function pagerOf({ page, size, total, items }: Page<unknown>, url: string): Pager | null {
  const last = lastPage(total, size);
  if (last === 1 && page === 1) return null;
  const from = (page - 1) * size + 1;
  const summary = { from, to: from + items.length - 1, total };
  const href = (at: number) => withPage(url, at);
  return {
    summary: message(items.length > 0 ? 'pager.summary' : 'pager.beyond', summary),
    ...neighbours(page, last, href),
    pages: pagesAround(page, last, href),
  };
}

/** As `pagerOf`, also for a list of one page; `noun` is what is counted (`hồ sơ`), `href` gives the address of a page. */
export function pageLinks(
  { page, size, total }: { page: number; size: number; total: number },
  noun: string,
  href: (page: number) => string,
): Pager {
  const last = lastPage(total, size);
  const first = (page - 1) * size + 1;
  const range = `${first}–${Math.min(total, page * size)}`;
  const summary = total === 0 || first > total ? `${total} ${noun}` : `${range} trong ${total} ${noun}`;
  return {
    summary,
    ...neighbours(page, last, href),
    pages: last > 1 ? pagesAround(page, last, href) : [],
  };
}

function lastPage(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size));
}

function neighbours(page: number, last: number, href: (page: number) => string) {
  return {
    previous: page > 1 ? href(Math.min(page - 1, last)) : null,
    next: page < last ? href(page + 1) : null,
  };
}

/** The first, the last and those around the present one, with a sign where some are left out. */
function pagesAround(page: number, last: number, href: (page: number) => string): Pager['pages'] {
  const near = [1, page - 1, page, page + 1, last].filter((at) => at >= 1 && at <= last);
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  return numbers.flatMap((at, index) => {
    const link = { label: String(at), href: href(at), current: at === page };
    const isAfterGap = index > 0 && at - (numbers[index - 1] ?? 0) > 1;
    return isAfterGap ? [{ label: '…', href: null, current: false }, link] : [link];
  });
}

function withPage(url: string, page: number): string {
  const [path = '', query = ''] = url.split('?');
  const params = new URLSearchParams(query);
  if (page > 1) params.set('trang', String(page));
  else params.delete('trang');
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}
