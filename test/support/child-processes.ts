import { join } from 'node:path';

// The sources start some processes with the flags of their own.
process.execArgv.push('--require', join(__dirname, 'typescript-loader.cjs'));
