import { engineVersion } from './project';

/** The rules that made a result, as result.json names them: a result is replayed by the same ones. */
export const ENGINE = `thidua/${engineVersion}`;
