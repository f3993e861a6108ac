import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import type { RecordEvent } from './audit-event';
import { Database, type Entity } from './database';
import { UnitOfWork } from './unit-of-work';

/**
 * Gives every module the unit of work, the one door for writing. The database is handed out too, for the health of the
 * service; only the unit of work may ask it for a turn (an architecture test watches over that).
 */
@Module({})
export class DatabaseModule {
  static forRoot(ground: { entities: Entity[]; record: RecordEvent }): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [readingModule()],
      providers: [
        {
          provide: Database,
          inject: [Config],
          useFactory: (config: Config) => Database.open(config, ground.entities),
        },
        {
          provide: UnitOfWork,
          inject: [Database, Clock],
          useFactory: (database: Database, clock: Clock) => new UnitOfWork(database, clock, ground.record),
        },
        ClosingTime,
      ],
      exports: [Database, UnitOfWork],
    };
  }
}

/** After the last request is answered: lets the last unit of work end, then closes the database. */
@Injectable()
class ClosingTime implements OnApplicationShutdown {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.unitOfWork.idle();
    await this.database.close();
  }
}

/** Lets Nest hand out TypeORM's reading side, so that an injected manager or repository is no second door for writing. */
function readingModule(): DynamicModule {
  let reading: DataSource | undefined;
  return TypeOrmModule.forRootAsync({
    inject: [Database],
    useFactory: (database: Database) => {
      reading = database.reading;
      return reading.options;
    },
    dataSourceFactory: () => (reading ? Promise.resolve(reading) : Promise.reject(new Error('not opened'))),
  });
}
