import { SYSTEM } from '../../src/domain/access';
import { unitKey } from '../../src/features/dossiers/documents/notice.view';
import { UnitPapers0000000000021 } from '../../src/platform/database/migrations/0021-unit-papers';
import { describeOnEachDatabase } from '../support/each-database';
import { importWorkedCase } from '../support/opened-phase';
import { startApp } from '../support/start-app';
import { UnitChangeService } from '../../src/features/unit-changes/unit-change.service';
import { unitIds } from '../../src/features/units/unit.queries';

const [KEPT, RENAMED, MERGED, TARGET] = [
  'Văn phòng Sở',
  'Phòng Quản lý Khoa học',
  'Thanh tra Sở',
  'Trung tâm Ứng dụng Tiến bộ KH&CN',
] as const;

describeOnEachDatabase('the papers that were kept under names of units', (db) => {
  it('are kept under their ids, also of a unit that has another name or is a part of another', async () => {
    const api = await startApp(db);
    await importWorkedCase(api.agent);
    const ids = await unitIds(db.unitOfWork.reader, [KEPT, RENAMED, MERGED, TARGET]);
    const id = (name: string) => ids.get(name) ?? '';
    const changes = api.app.get(UnitChangeService);
    await changes.rename(SYSTEM, id(RENAMED), 'Phòng mới');
    await changes.merge(SYSTEM, id(MERGED), { into: id(TARGET), reason: 'Sắp xếp' });
    const names = [KEPT, RENAMED, MERGED];
    const subjects = await db.unitOfWork.run(SYSTEM, async ({ manager }) => {
      const { queryRunner } = manager;
      if (!queryRunner) throw new Error('a unit of work has a connection of its own');
      const migration = new UnitPapers0000000000021();
      await migration.down(queryRunner);
      const [phase] = await manager.sql<{ id: string }[]>`SELECT "id" FROM "phase"`;
      for (const [at, name] of names.entries())
        await manager.sql`
          INSERT INTO "paper_issue" ("id", "phaseId", "kind", "subject", "number", "version", "by", "at")
          VALUES (${`p${at}`}, ${phase?.id}, 'notice', ${unitKey(name)}, ${String(at)}, 1, 'x', '2026-05-12T00:00:00.000Z')`;
      await migration.up(queryRunner);
      return manager.sql<{ subject: string }[]>`SELECT "subject" FROM "paper_issue" ORDER BY "id"`;
    });
    expect(subjects.map(({ subject }) => subject)).toEqual(names.map(id));
    const former = await db.unitOfWork.reader.sql`SELECT "id", "name", "unitId" FROM "former_unit"`;
    expect(former).toEqual([{ id: id(MERGED), name: MERGED, unitId: id(TARGET) }]);
  });
});
