import { Module } from '@nestjs/common';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { DeadlineOverrideApiController } from './deadline-override.api.controller';
import { LatenessPagesController } from './lateness.pages.controller';
import { LatenessService } from './lateness.service';

@Module({
  imports: [DeadlinesModule],
  controllers: [DeadlineOverrideApiController, LatenessPagesController],
  providers: [LatenessService],
})
export class LatenessModule {}
