import { GROUPS } from '../../domain/access';
import type { Page } from '../../platform/http/page';
import { message } from '../../platform/messages/message';
import { dayText, momentText } from '../../platform/text/vietnam-time';
import { sheetHref } from '../../platform/sheets/whole-list';
import { pagerOf } from '../../platform/views/pager';
import type { AccessToken } from './access-token.entity';
import type { PersonRow } from './person.entity';
import { ACCOUNT_STATES, type PersonFilter } from './person.queries';

export const ACCOUNTS = '/quan-tri/tai-khoan';

/** What the list needs beside its rows. */
interface Around {
  units: ReadonlyMap<string, string>;
  tokens: ReadonlyMap<string, number>;
  filter: PersonFilter;
}

/** For `accounts/list`. */
export function accountListView(page: Page<PersonRow>, { units, tokens, filter }: Around) {
  return {
    sheet: sheetHref(addressOf(filter)),
    filter: filterView(filter),
    list: {
      id: 'danh-sach',
      caption: message('account.caption', { total: page.total }),
      columns: ['name', 'groups', 'unit', 'state'].map((name) => ({
        label: message(`account.column.${name}`),
      })),
      rows: page.items.map((row) => ({ cells: cellsOf(row, units, tokens.get(row.id) ?? 0) })),
      empty: {
        title: message('account.empty'),
        text: message('account.empty.text'),
        href: ACCOUNTS,
        action: message('account.empty.action'),
      },
    },
    pages: pagerOf(page, addressOf(filter)),
  };
}

function cellsOf(row: PersonRow, units: ReadonlyMap<string, string>, tokens: number) {
  const { id, name, username, groups, unitId, headsUnit, disabledAt } = row;
  return [
    { text: name, href: `${ACCOUNTS}/${id}`, sub: username },
    { text: groups.map((group) => message(`group.${group}`)).join(', ') },
    { text: units.get(unitId ?? '') ?? '–', sub: headsUnit ? message('account.head') : null },
    { ...stateCell(disabledAt), sub: remarksOf(row, tokens) },
  ];
}

function stateCell(disabledAt: string | null) {
  const open = disabledAt === null;
  return { text: message(`account.state.${open ? 'open' : 'closed'}`), badge: open ? 'ok' : 'off' };
}

/** What else there is to know of an account; null for nothing. */
export function remarksOf({ demo, mustChangePassword }: PersonRow, tokens: number): string | null {
  const remarks = [
    demo && message('account.demo'),
    mustChangePassword && message('account.waits'),
    tokens > 0 && message('account.tokens', { count: tokens }),
  ];
  return remarks.filter(Boolean).join('; ') || null;
}

function filterView({ q = '', group, state }: PersonFilter) {
  const option = (value: string, label: string, chosen?: string) => ({
    value,
    label,
    selected: value === chosen,
  });
  return {
    q,
    group: {
      id: 'nhom',
      name: 'nhom',
      label: message('account.column.groups'),
      blank: message('account.filter.all-groups'),
      options: GROUPS.map((each) => option(each, message(`group.${each}`), group)),
    },
    state: {
      id: 'tinh-trang',
      name: 'tinh-trang',
      label: message('account.column.state'),
      blank: message('account.filter.all-states'),
      options: ACCOUNT_STATES.map((each) => option(each, message(`account.state.${each}`), state)),
    },
  };
}

function addressOf({ q, group, state }: PersonFilter): string {
  const set = Object.entries({ q, nhom: group, 'tinh-trang': state }).filter(([, value]) => value);
  const query = new URLSearchParams(set as [string, string][]).toString();
  return query === '' ? ACCOUNTS : `${ACCOUNTS}?${query}`;
}

/** What an account is, for its own person and for the administrator; `web/facts`. */
export function accountFacts(row: PersonRow, unit: string | undefined) {
  const { username, groups, headsUnit, email, disabledAt, createdAt } = row;
  const fact = (name: string, text: string, more = {}) => ({
    label: message(`account.column.${name}`),
    text,
    ...more,
  });
  return {
    facts: [
      fact('username', username),
      fact('groups', groups.map((group) => message(`group.${group}`)).join(', ')),
      fact('unit', unit ?? message('account.no-unit'), { sub: headsUnit ? message('account.head') : null }),
      fact('email', email ?? message('account.no-email')),
      fact('state', stateCell(disabledAt).text, { badge: stateCell(disabledAt).badge }),
      fact('since', dayText(createdAt)),
    ],
  };
}

/** For `accounts/tokens`; `at` is the address below which each is revoked. */
export function tokensView(tokens: readonly AccessToken[], at: string) {
  return tokens.map(({ id, name, createdAt }) => ({
    name,
    since: momentText(createdAt),
    revoke: `${at}/${id}/thu-hoi`,
  }));
}
