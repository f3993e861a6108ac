import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from './clock/clock';
import { Config } from './config/config';
import { Log } from './logging/log';

/** What every module may ask for: the settings and the time. */
@Module({})
export class PlatformModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useFactory: () => new Log(config.logLevel) },
        Clock,
      ],
      exports: [Config, Clock, Log],
    };
  }
}
