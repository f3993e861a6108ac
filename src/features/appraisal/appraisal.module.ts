import { Module } from '@nestjs/common';
import { MatterApiController } from './matter.api.controller';
import { MatterService } from './matter.service';
import { ScoreApiController } from './score.api.controller';
import { ScoreService } from './score.service';

@Module({
  controllers: [ScoreApiController, MatterApiController],
  providers: [ScoreService, MatterService],
})
export class AppraisalModule {}
