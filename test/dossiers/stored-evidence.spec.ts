import { join } from 'node:path';
import type { Nomination } from '../../src/domain/nomination';
import { storedEvidence } from '../../src/features/dossiers/bundle/stored-evidence';
import { AuditEventEntity } from '../../src/features/audit/audit-event.entity';
import { openPhase } from '../../src/features/campaigns/phase.queries';
import { FileFolder } from '../../src/platform/files/file-folder';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { pdf } from '../evidence/support/files';
import { UNIT, drafted, sendFiles } from '../evidence/support/form';
import { CAMPAIGN } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { openWorkedPhase } from '../support/opened-phase';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('the evidence of a phase', (db) => {
  let api: TestApp;
  beforeAll(async () => {
    api = await startApp(db);
    await openWorkedPhase(api.agent);
  });

  async function source() {
    const { reader } = api.app.get(UnitOfWork);
    const { phase } = await openPhase(reader, CAMPAIGN, 'GD1');
    return storedEvidence(reader, new FileFolder(join(db.config.dataDir, 'evidence')), phase);
  }
  const of = (code: string) => ({ code }) as Nomination;

  it('is read with its files and with the last recorded change of each nomination', async () => {
    const who = { username: 'don-vi', name: 'Lê Thị Lan', groups: ['unit' as const], unit: UNIT };
    const [unit, page] = [await api.person(who), await api.browser(who)];
    const one = await drafted(unit, 'DV-1');
    await drafted(unit, 'DV-2', UNIT);
    const before = await source();
    const content = pdf('Báo cáo tổng kết');
    const sent = await sendFiles(page, one, [{ name: 'Báo cáo.pdf', content }], {
      criterion: 'a',
      title: 'Báo cáo năm',
      document: '5/BC',
    });
    expect(sent.status).toBe(303);
    const after = await source();
    const [piece] = after.piecesOf(of('PQLCN.DV-1'));
    expect(piece).toMatchObject({
      criterion: 'a',
      title: 'Báo cáo năm',
      file: { type: 'pdf', name: 'Báo cáo.pdf' },
    });
    expect(Buffer.from(await after.read(piece?.file?.sha256 ?? ''))).toEqual(content);
    const [last] = await api.app.get(UnitOfWork).reader.find(AuditEventEntity, {
      where: { subjectType: 'nomination', subjectId: one },
      order: { ordinal: 'DESC' },
    });
    expect(after.originOf(of('PQLCN.DV-1')).auditHead).toBe(last?.hash);
    expect(after.originOf(of('PQLCN.DV-1'))).not.toEqual(before.originOf(of('PQLCN.DV-1')));
    expect(after.originOf(of('PQLCN.DV-2'))).toEqual(before.originOf(of('PQLCN.DV-2')));
    expect(after.papers.auditHead).toBe(last?.hash);
  });
});
