import { documentOfNomination } from '../../src/features/dossiers/documents/single-document';
import type { ScoreSheetView } from '../../src/features/dossiers/documents/score-sheet.view';
import { loadCase } from './support/round';

describe('the reasons on a score sheet', () => {
  async function reasonsOn(criterion: string, written: Record<string, string>) {
    const data = await loadCase('hung-yen');
    const reasons = new Map([['TT-01', new Map(Object.entries(written))]]);
    const { view } = documentOfNomination({ ...data, reasons }, 'TT-01') as unknown as {
      view: { scores: ScoreSheetView };
    };
    const rows = view.scores.groups.flatMap((group) => group.rows);
    return rows.find((row) => row.criterion.startsWith(`${criterion}) `))?.reasons;
  }

  test('are those that the office wrote', async () => {
    expect(await reasonsOn('a', { a: 'Một văn bản ban hành quá hạn' })).toEqual([
      { text: 'Giảm 1,00 điểm: Một văn bản ban hành quá hạn', blank: false },
    ]);
  });

  test('stay blank lines for the differences about which nothing was written', async () => {
    expect(await reasonsOn('b', { a: 'Một văn bản ban hành quá hạn' })).toEqual([
      { text: 'Giảm 0,50 điểm:', blank: true },
    ]);
  });

  test('are none where nothing differs', async () => {
    expect(await reasonsOn('c', {})).toEqual([]);
  });
});
