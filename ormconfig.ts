import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { entities } from './src/app.entities';
import { readConfig } from './src/platform/config/config';
import { writerOptions } from './src/platform/database/database';

/** For TypeORM's own command line: `npx typeorm migration:show -d dist/ormconfig.js`. */
export default new DataSource(writerOptions(readConfig(process.env), entities));
