import { ACCOUNTS, UNITS } from './rows/accounts';
import { OWN_ACCOUNT } from './rows/own-account';
import { MERGES } from './rows/unit-changes';
import { officeWorld } from './support/office';
import { holdOnEveryPath } from './support/rule';

describe('accounts and units', () => {
  holdOnEveryPath([...ACCOUNTS, ...OWN_ACCOUNT, ...UNITS, ...MERGES], officeWorld);
});
