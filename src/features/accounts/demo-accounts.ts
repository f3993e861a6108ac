import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { parse } from 'yaml';
import { type Group, SYSTEM } from '../../domain/access';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { projectRoot } from '../../platform/project';
import { isPasswordOf } from './passwords';
import { PersonRow } from './person.entity';
import { PersonService } from './person.service';

const FILE = join(projectRoot, 'seeds', 'demo', 'accounts.yaml');

/** Somebody of the demo world, as `seeds/demo/accounts.yaml` tells. */
interface DemoAccount {
  username: string;
  name: string;
  groups: Group[];
  unit?: string;
  head?: boolean;
  /** What they do here, in one line. */
  about: string;
}

/** The people of the demo world, and the one password that they all have. */
export interface DemoWorld {
  password: string;
  accounts: DemoAccount[];
}

/** The demo world is made once, in a new database; what is left of it is told to whoever wants to log in. */
@Injectable()
export class DemoAccounts {
  /** Whether the shared password still opens an account, by its hash: that costs a hashing, and holds for good. */
  private readonly opened = new Map<string, Promise<boolean>>();

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PersonService) private readonly persons: PersonService,
  ) {}

  /** Makes an account for each of its people. Throws as `PersonService.add`. */
  async make(): Promise<DemoWorld> {
    const world = await readWorld();
    for (const { username, name, groups, unit, head } of world.accounts)
      await this.persons.add(SYSTEM, {
        username,
        name,
        groups,
        newUnit: unit,
        headsUnit: head,
        demoPassword: world.password,
      });
    return world;
  }

  /** Those that are open and still have the shared password; undefined where there are none, as in every real office. */
  async open(): Promise<DemoWorld | undefined> {
    const where = { demo: true, disabledAt: IsNull() };
    const select = { id: true, username: true, passwordHash: true };
    const rows = await this.unitOfWork.reader.find(PersonRow, { select, where });
    if (rows.length === 0) return undefined;
    const { password, accounts } = await readWorld();
    const known = new Map(rows.map((row) => [row.username, row.passwordHash]));
    const tried = await Promise.all(
      accounts.map(({ username }) => this.opens(known.get(username), password)),
    );
    const left = accounts.filter((_, index) => tried[index]);
    return left.length > 0 ? { password, accounts: left } : undefined;
  }

  private async opens(hash: string | undefined, password: string): Promise<boolean> {
    if (hash === undefined) return false;
    const known = this.opened.get(hash) ?? isPasswordOf(hash, password);
    this.opened.set(hash, known);
    return known;
  }
}

async function readWorld(): Promise<DemoWorld> {
  return parse(await readFile(FILE, 'utf8')) as DemoWorld;
}
