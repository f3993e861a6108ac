import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM } from '../domain/access';
import { DomainError } from '../domain/domain-error';
import { DemoAccounts } from '../features/accounts/demo-accounts';
import { PersonRow } from '../features/accounts/person.entity';
import { CampaignRow } from '../features/campaigns/campaign.entity';
import { CampaignService } from '../features/campaigns/campaign.service';
import { parseYaml } from '../features/campaigns/files/parse-yaml';
import { ImportService } from '../features/nominations/import.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { message } from '../platform/messages/message';
import { projectRoot } from '../platform/project';
import { withApplication } from './application';
import { WORK_FILE, layOutWork } from './demo-work';
import { print } from './terminal';

const SEEDS = join(projectRoot, 'seeds');

/**
 * `thidua seed`: brings the database up to date and loads the campaigns and the demo world through the same services
 * as everybody else; in a new database also the accounts of the demo world, and work on their desks. What is there already stays as it is, so it may be run again at any time.
 */
export function seed(): Promise<void> {
  return withApplication(async (app) => {
    const isNew = await isUnused(app);
    const plans = await sourcesIn('campaigns');
    const demos = (await sourcesIn('demo')).map((source) => ({ source, ...headOf(source) }));
    let campaigns = 0;
    let rounds = 0;
    for (const plan of plans) {
      const code = await createCampaign(app, plan);
      if (code === undefined) continue;
      campaigns += 1;
      for (const demo of demos.filter(({ campaign }) => campaign === code)) {
        await app.get(ImportService).import(SYSTEM, code, demo.phase, { bytes: Buffer.from(demo.source) });
        rounds += 1;
      }
    }
    print(message('cli.seed.done', { campaigns, rounds }));
    if (!isNew) return;
    const { accounts } = await app.get(DemoAccounts).make();
    await layOutWork(app);
    print(message('cli.seed.accounts', { count: accounts.length }));
  });
}

/** Accounts whose password everybody knows are made beside invented cases only, never beside an office's own. */
async function isUnused(app: INestApplicationContext): Promise<boolean> {
  const { reader } = app.get(UnitOfWork);
  return !(await reader.exists(PersonRow)) && !(await reader.exists(CampaignRow));
}

function isRound(name: string): boolean {
  return name.endsWith('.yaml') && name !== 'accounts.yaml' && name !== WORK_FILE;
}

async function sourcesIn(folder: string): Promise<string[]> {
  const names = (await readdir(join(SEEDS, folder))).filter(isRound).toSorted();
  return Promise.all(names.map((name) => readFile(join(SEEDS, folder, name), 'utf8')));
}

function headOf(source: string): { campaign: string; phase: string } {
  return parseYaml(source).plain as { campaign: string; phase: string };
}

/**
 * The code of a campaign that is new; undefined where there is one of this code. That one is the office's own, whatever it
 * has made of it: invented nominations never enter it.
 */
async function createCampaign(app: INestApplicationContext, source: string): Promise<string | undefined> {
  try {
    return (await app.get(CampaignService).create(SYSTEM, source)).code;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'campaign-exists') return undefined;
    throw error;
  }
}
