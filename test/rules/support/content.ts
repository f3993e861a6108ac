import { PHASE } from '../../support/opened-phase';
import { sendDraft } from '../../support/unit-clerk';
import { type Heard, call, heardOn } from './heard';
import { type List, importList } from './import';
import { type OfficeWorld, draft, idOf, newCode, partOf } from './office';
import { type Rule, rule } from './rule';

export type Cells = Record<string, string | number>;

/** What differs in a nomination that is otherwise in order, as each path writes it down. */
export interface Change {
  /** Fields of the form of a draft. */
  page: Record<string, string>;
  /** In document form. */
  plain: object;
  /** Of a workbook: the row of the nomination, and rows of other tables that name it. */
  cells: { row?: Cells; evidence?: Cells; awards?: Cells };
}

interface Sent extends Change {
  code: string;
  /** The draft whose form is sent. */
  id: string;
}

const SET = 'set:tap-the';
export const ONE_OR_LIST = 'nominations are written one by one, or come in a list: that is the import';

/** A rule about what stands in a nomination: the form of a draft, a new one by the API, a workbook of the unit. */
export function content(
  about: Pick<Rule<OfficeWorld>, 'rule' | 'says' | 'onPage' | 'inList' | 'beside'>,
  broken: Change,
  kept: Change,
  [read, written]: [part: string[], value: unknown],
): Rule<OfficeWorld> {
  return rule<OfficeWorld, Sent>({
    ...about,
    broken: async ({ unit }) => ({ ...broken, code: newCode(), id: await draft(unit) }),
    kept: (_, sent) => ({ ...sent, ...kept }),
    paths: {
      page: async ({ unit }, { id, page }) => heardOn(await sendDraft(unit, id, page)),
      api: (world, sent) => enter(world, { ...whole(world, sent.code), ...sent.plain }),
      bulk: ONE_OR_LIST,
      import: ({ app, unit }, sent) => importList(app, unit, workbook(sent)),
    },
    effect: async ({ unit }, { id, code }, path) =>
      partOf(unit, path === 'page' ? id : await idOf(unit, code), read),
    written,
  });
}

export const whole = ({ unit }: OfficeWorld, code: string) => ({
  code,
  subject: 'collective',
  name: `Tập thể ${code}`,
  unit: unit.unit,
});

export function enter({ unit }: OfficeWorld, plain: object): Promise<Heard> {
  return call(unit.api.post(`${PHASE}/nominations`).send(plain));
}

function workbook({ code, cells: { row, evidence, awards } }: Sent): List {
  const of = (cells: Cells | undefined) => (cells ? [{ nomination: code, ...cells }] : []);
  return {
    tables: {
      [SET]: [{ code, name: `Tập thể ${code}`, ...row }],
      evidence: of(evidence),
      awards: of(awards),
    },
  };
}
