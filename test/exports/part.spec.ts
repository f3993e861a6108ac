import { join } from 'node:path';
import { verify } from '../../src/cli/verify.command';
import { describeOnEachDatabase } from '../support/each-database';
import { AWARD, exportingWorkedCase, reached, start } from './support';

describeOnEachDatabase('an export of chosen folders', (db) => {
  it('is told by verify as the part of the round that it is', async () => {
    const made = await exportingWorkedCase(db);
    const { id } = await start(made, AWARD);
    await made.worker.run(id);
    await reached(db, id, 'done');
    let said = '';
    const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    await verify(join(db.config.dataDir, 'exports', `${id}-1.zip`)).finally(() => out.mockRestore());
    expect(said).toMatch(
      /^Các tệp trong gói còn nguyên vẹn: [^;\n]+\nGói chỉ gồm một phần của đợt: 2 trong số \d+ văn bản và hồ sơ \(nhóm awards\/BK\)\. .+ không tính lại kết quả;.+\n/,
    );
  });
});
