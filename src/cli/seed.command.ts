import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { parse } from 'yaml';
import { AppModule } from '../app.module';
import { SYSTEM } from '../domain/access';
import { DomainError } from '../domain/domain-error';
import { CampaignService } from '../features/campaigns/campaign.service';
import { phaseIdOf } from '../features/campaigns/phase.queries';
import { ImportService } from '../features/nominations/import.service';
import { readConfig } from '../platform/config/config';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { message } from '../platform/messages/message';
import { projectRoot } from '../platform/project';
import { print } from './terminal';

const SEEDS = join(projectRoot, 'seeds');

/**
 * `thidua seed`: brings the database up to date and loads the campaigns and the demo world through the same services
 * as everybody else. What is there already stays as it is, so it may be run again at any time.
 */
export async function seed(): Promise<void> {
  const options = { logger: false, abortOnError: false } as const;
  const app = await NestFactory.createApplicationContext(AppModule.with(readConfig(process.env)), options);
  try {
    const campaigns = await loadAll(await sourcesIn('campaigns'), (source) => createCampaign(app, source));
    const rounds = await loadAll(await sourcesIn('demo'), (source) => importRound(app, source));
    print(message('cli.seed.done', { campaigns, rounds }));
  } finally {
    await app.close();
  }
}

async function sourcesIn(folder: string): Promise<string[]> {
  const names = (await readdir(join(SEEDS, folder))).filter((name) => name.endsWith('.yaml')).toSorted();
  return Promise.all(names.map((name) => readFile(join(SEEDS, folder, name), 'utf8')));
}

/** One after the other, so that the audit tells a story; gives how many were new. */
async function loadAll(sources: string[], load: (source: string) => Promise<boolean>): Promise<number> {
  let loaded = 0;
  for (const source of sources) if (await load(source)) loaded += 1;
  return loaded;
}

function createCampaign(app: INestApplicationContext, source: string): Promise<boolean> {
  return unless('campaign-exists', app.get(CampaignService).create(SYSTEM, source));
}

/** A phase that is open already belongs to the office: nothing is added to it. */
async function importRound(app: INestApplicationContext, source: string): Promise<boolean> {
  const { campaign, phase } = parse(source) as { campaign: string; phase: string };
  if (await unless('phase-not-open', phaseIdOf(app.get(UnitOfWork).reader, campaign, phase))) return false;
  await app.get(ImportService).import(SYSTEM, campaign, phase, { bytes: Buffer.from(source) });
  return true;
}

/** Whether the work was done; false when it was refused with this code. */
async function unless(code: string, work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === code) return false;
    throw error;
  }
}
