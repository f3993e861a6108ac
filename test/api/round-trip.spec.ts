import fc from 'fast-check';
import { SYSTEM } from '../../src/domain/access';
import { canonicalJson } from '../../src/domain/canonical';
import { readRound } from '../../src/domain/definition/read-round';
import { type OpenPhase, openPhase } from '../../src/features/campaigns/phase.queries';
import { ImportService } from '../../src/features/nominations/import.service';
import { nominationDocument } from '../../src/features/nominations/nomination.document';
import type { NominationRow } from '../../src/features/nominations/nomination.entity';
import {
  ballotsOf,
  earlierAwardsOf,
  evidenceOf,
  fieldsOf,
  mattersOf,
  nominationOf,
  sheetsOf,
} from '../../src/features/nominations/nomination.rows';
import { roundOf } from '../../src/features/nominations/round.queries';
import { Database } from '../../src/platform/database/database';
import { CASES, CAMPAIGN, caseText, nominationsOf } from '../support/cases';
import { describeOnEachDatabase } from '../support/each-database';
import { fileCampaign } from '../support/opened-phase';
import { startApp } from '../support/start-app';
import { cases } from '../properties/generators';
import { RICH_ROUND, richWorld } from '../files/rich-world';

describe('any nomination', () => {
  it('comes back from its rows as it was', () => {
    fc.assert(
      fc.property(cases(), ({ round }) => {
        for (const nomination of round.nominations) {
          const again = nominationOf({
            nomination: { ...fieldsOf(nomination), state: nomination.state } as NominationRow,
            unit: nomination.unit,
            sheets: sheetsOf('n', 'v', nomination),
            evidence: evidenceOf('n', nomination),
            matters: mattersOf('n', nomination),
            awards: earlierAwardsOf('n', nomination),
            ballots: ballotsOf('n', nomination),
          });
          expect(canonicalJson(again)).toBe(canonicalJson(nomination));
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });
});

describe('a nomination with every kind of entry', () => {
  it('comes back from its document form as it was', () => {
    const { campaign, round } = richWorld();
    const nominations = round.nominations.map((one) => nominationDocument(campaign, one));
    const plain: unknown = JSON.parse(JSON.stringify({ ...RICH_ROUND, nominations }));
    const read = readRound(plain, campaign);
    expect(read.findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(canonicalJson(read.round?.nominations)).toBe(canonicalJson(round.nominations));
  });
});

describeOnEachDatabase('the worked round with a tie resolved', (db) => {
  it('comes back from the database as the reader of the files gives it', async () => {
    const name = CASES[2];
    const { app, agent } = await startApp(db);
    await fileCampaign(agent);
    await app
      .get(ImportService)
      .import(SYSTEM, CAMPAIGN, 'GD1', { bytes: Buffer.from(caseText(name, 'nominations.yaml')) });
    const open: OpenPhase = await openPhase(app.get(Database).reader, CAMPAIGN, 'GD1');
    const { round } = readRound(nominationsOf(name), open.campaign);
    expect(canonicalJson(await roundOf(app.get(Database).reader, open))).toBe(canonicalJson(round));
  });
});
