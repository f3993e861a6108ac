import { API } from '../../support/opened-phase';
import { call, form } from '../support/heard';
import { type Doors, type OfficeWorld, draft, standing } from '../support/office';
import { type Rule, rule } from '../support/rule';

/** What was written to a nomination, and is taken off it again. */
interface Piece {
  id: string;
  piece: string;
}

interface Kind {
  says: Rule<OfficeWorld>['says'];
  /** As pages and the API call it. */
  at: [page: string, route: string];
  by: (world: OfficeWorld) => Doors;
  /** A nomination that it can be written to. */
  ready: (world: OfficeWorld) => Promise<string>;
  sent: object;
}

function piece(what: string, { says, at: [page, route], by, ready, sent }: Kind): Rule<OfficeWorld> {
  const written = async (world: OfficeWorld): Promise<Piece> => {
    const id = await ready(world);
    const url = `${API}/nominations/${id}/${route}`;
    const { body } = await by(world).api.post(url).send(sent).expect(201);
    return { id, piece: (body as { id: string }).id };
  };
  return rule<OfficeWorld, Piece>({
    rule: `${what} is taken off the nomination that has it`,
    says,
    broken: async (world) => ({ ...(await written(world)), id: await ready(world) }),
    kept: written,
    paths: {
      page: (world, { id, piece: own }) => form(by(world).page, `/de-nghi/${id}/${page}/${own}/bo`),
      api: (world, { id, piece: own }) =>
        call(by(world).api.delete(`${API}/nominations/${id}/${route}/${own}`)),
      bulk: 'what was written to a nomination is taken off one by one',
      import: 'a list brings nominations, and takes nothing off any',
    },
    effect: async (world, { id }) => {
      const { body } = await by(world).api.get(`${API}/nominations/${id}/${route}`).expect(200);
      return (body as { items: object[] }).items;
    },
    written: [],
  });
}

const BY_OFFICE = {
  by: ({ office }: OfficeWorld) => office,
  ready: (world: OfficeWorld) => standing(world, 'accepted'),
};

export const PIECES: Rule<OfficeWorld>[] = [
  piece('a note', {
    says: 'error.note-not-found',
    at: ['ghi-chu', 'notes'],
    ...BY_OFFICE,
    sent: { about: 'a', text: 'Cần đối chiếu với báo cáo quý III' },
  }),
  piece('an answer of an agency', {
    says: 'error.confirmation-not-found',
    at: ['dieu-kien/xac-nhan', 'confirmations'],
    ...BY_OFFICE,
    sent: { agency: 'Thuế tỉnh', result: 'clear', document: 'Số 15/CV' },
  }),
  piece('a matter', {
    says: 'error.matter-not-found',
    at: ['dieu-kien/vu-viec', 'matters'],
    ...BY_OFFICE,
    sent: { kind: 'complaint', status: 'pending', from: '2025-01-01', document: 'Đơn số 5' },
  }),
  piece('a piece of evidence', {
    says: 'error.evidence-not-found',
    at: ['minh-chung', 'evidence'],
    by: ({ unit }) => unit,
    ready: ({ unit }) => draft(unit),
    sent: { criterion: 'a', title: 'Báo cáo' },
  }),
];
