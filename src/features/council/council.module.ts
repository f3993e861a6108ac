import { Module } from '@nestjs/common';
import { NominationsModule } from '../nominations/nominations.module';
import { AgreementApiController } from './agreement.api.controller';
import { AgreementPagesController } from './agreement.pages.controller';
import { PlanPagesController } from './plan.pages.controller';
import { RollPagesController } from './roll.pages.controller';
import { AgendaPagesController } from './agenda.pages.controller';
import { PollPagesController } from './poll.pages.controller';
import { PaperPagesController } from './paper.pages.controller';
import { SheetPagesController } from './sheet.pages.controller';
import { CouncilPagesController } from './council.pages.controller';
import { AgendaService } from './agenda.service';
import { AttendanceService } from './attendance.service';
import { BallotService } from './ballot.service';
import { CouncilApiController } from './council.api.controller';
import { CountService } from './count.service';
import { PhaseAttendance } from './phase-attendance';
import { PollApiController } from './poll.api.controller';
import { PollService } from './poll.service';
import { RecusalService } from './recusal.service';
import { RunOffService } from './run-off.service';
import { SessionApiController } from './session.api.controller';
import { SessionService } from './session.service';
import { SheetService } from './sheet.service';
import { TieApiController } from './tie.api.controller';
import { TieService } from './tie.service';
import { VotingService } from './voting.service';

@Module({
  imports: [NominationsModule],
  controllers: [
    CouncilApiController,
    TieApiController,
    SessionApiController,
    PollApiController,
    AgreementApiController,
    PlanPagesController,
    RollPagesController,
    AgendaPagesController,
    PollPagesController,
    PaperPagesController,
    SheetPagesController,
    AgreementPagesController,
    CouncilPagesController,
  ],
  providers: [
    SheetService,
    BallotService,
    TieService,
    SessionService,
    AttendanceService,
    PhaseAttendance,
    AgendaService,
    RecusalService,
    RunOffService,
    PollService,
    CountService,
    VotingService,
  ],
  exports: [TieService],
})
export class CouncilModule {}
