import { Module } from '@nestjs/common';
import { CouncilModule } from '../council/council.module';
import { AwardsApiController } from './awards.api.controller';
import { ConclusionService } from './conclusion.service';
import { DecisionApiController } from './decision.api.controller';
import { DecisionEndService } from './decision-end.service';
import { DecisionService } from './decision.service';
import { Evaluations } from './evaluations';
import { OwnResults } from './own-result.queries';
import { DecidePagesController } from './pages/decide.pages.controller';
import { DecisionCases } from './pages/decision.case';
import { DecisionPagesController } from './pages/decision.pages.controller';
import { EndPagesController } from './pages/end.pages.controller';
import { LeaderPagesController } from './pages/leader.pages.controller';
import { ProposalPagesController } from './pages/proposal.pages.controller';
import { RankingPagesController } from './pages/ranking.pages.controller';
import { RegisterPagesController } from './pages/register.pages.controller';
import { TiePagesController } from './pages/tie.pages.controller';
import { WhatIfPagesController } from './pages/what-if.pages.controller';
import { ProposalApiController } from './proposal.api.controller';
import { ProposalService } from './proposal.service';
import { Succession } from './succession';

const pages = [
  LeaderPagesController,
  RankingPagesController,
  ProposalPagesController,
  DecidePagesController,
  DecisionPagesController,
  RegisterPagesController,
  WhatIfPagesController,
  EndPagesController,
  TiePagesController,
];

@Module({
  imports: [CouncilModule],
  controllers: [AwardsApiController, DecisionApiController, ProposalApiController, ...pages],
  providers: [
    ProposalService,
    DecisionService,
    DecisionEndService,
    ConclusionService,
    Evaluations,
    Succession,
    DecisionCases,
    OwnResults,
  ],
  exports: [ProposalService, Evaluations, OwnResults],
})
export class AwardsModule {}
