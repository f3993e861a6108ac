import { Module } from '@nestjs/common';
import { BesideApiController } from './beside.api.controller';
import { ConfirmationService } from './confirmation.service';
import { MatterApiController } from './matter.api.controller';
import { MatterService } from './matter.service';
import { NoteService } from './note.service';
import { ScoreApiController } from './score.api.controller';
import { ScoreService } from './score.service';

@Module({
  controllers: [ScoreApiController, MatterApiController, BesideApiController],
  providers: [ScoreService, MatterService, NoteService, ConfirmationService],
  exports: [ScoreService, MatterService, NoteService, ConfirmationService],
})
export class AppraisalModule {}
