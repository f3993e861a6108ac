import { DataSource, EntityManager } from 'typeorm';
import { CampaignRow } from '../../src/features/campaigns/campaign.entity';
import { describeOnEachDatabase } from '../support/each-database';
import { type TestApp, startApp } from '../support/start-app';

describeOnEachDatabase('what Nest injects of TypeORM', (db) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(db);
  });

  it('reads', async () => {
    expect(await app.app.get(EntityManager).count(CampaignRow)).toBe(0);
  });

  it('is no second door for writing', async () => {
    const source = app.app.get(DataSource);
    const table = source.getMetadata(CampaignRow).tableName;
    await expect(source.query(`DELETE FROM "${table}"`)).rejects.toThrow(/read-?only/i);
  });
});
