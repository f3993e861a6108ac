import { message } from '../../platform/messages/message';

/** Links to the neighbours of a page, and to every page near it; `summary` is the key of a sentence with from, to and total. */
export function pagesView(
  at: string,
  { number, size, total }: { number: number; size: number; total: number },
  summary: string,
) {
  const last = Math.max(1, Math.ceil(total / size));
  const href = (page: number) => `${at}${at.includes('?') ? '&' : '?'}trang=${page}`;
  const near = Array.from({ length: last }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === last || Math.abs(page - number) <= 2,
  );
  return {
    summary: message(summary, {
      from: Math.min((number - 1) * size + 1, total),
      to: Math.min(number * size, total),
      total,
    }),
    previous: number > 1 ? href(number - 1) : null,
    next: number < last ? href(number + 1) : null,
    pages: near.map((page) => ({ label: String(page), href: href(page), current: page === number })),
  };
}
