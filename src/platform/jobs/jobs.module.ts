import { Module } from '@nestjs/common';
import { Config } from '../config/config';
import { Log } from '../logging/log';
import { BossTurns } from './boss-turns';
import { JobTurns } from './job-turns';
import { LocalTurns } from './local-turns';

/** The technique that fits the database. */
@Module({
  providers: [
    {
      provide: JobTurns,
      inject: [Config, Log],
      useFactory: ({ databaseUrl }: Config, log: Log): JobTurns =>
        databaseUrl ? new BossTurns(databaseUrl, log) : new LocalTurns(),
    },
  ],
  exports: [JobTurns],
})
export class JobsModule {}
