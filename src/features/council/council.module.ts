import { Module } from '@nestjs/common';
import { BallotService } from './ballot.service';
import { CouncilApiController } from './council.api.controller';
import { SheetService } from './sheet.service';
import { TieApiController } from './tie.api.controller';
import { TieService } from './tie.service';

@Module({
  controllers: [CouncilApiController, TieApiController],
  providers: [SheetService, BallotService, TieService],
})
export class CouncilModule {}
