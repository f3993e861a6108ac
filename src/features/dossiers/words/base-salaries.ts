import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { BaseSalary } from '../../../domain/bonus';
import { projectRoot } from '../../../platform/project';

let read: BaseSalary[] | undefined;

/** The base salaries that are known, with the days on which each holds. */
export function baseSalaries(): readonly BaseSalary[] {
  read ??= (parse(readFileSync(join(projectRoot, 'seeds', 'reference', 'base-salary.yaml'), 'utf8')) as File)
    .amounts;
  return read;
}

interface File {
  amounts: BaseSalary[];
}
