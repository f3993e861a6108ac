import { Module } from '@nestjs/common';
import { AppraisalModule } from '../appraisal/appraisal.module';
import { AwardsModule } from '../awards/awards.module';
import { NominationsModule } from '../nominations/nominations.module';
import { AppraisePagesController } from './appraise/appraise.pages.controller';
import { NotePagesController } from './appraise/note.pages.controller';
import { BoardPagesController } from './board/board.pages.controller';
import { BulkApiController } from './bulk/bulk.api.controller';
import { BulkPagesController } from './bulk/bulk.pages.controller';
import { BulkService } from './bulk/bulk.service';
import { ChecksPagesController } from './checks/checks.pages.controller';
import { ConfirmationsPagesController } from './confirmations/confirmations.pages.controller';
import { CopiesPagesController } from './copies/copies.pages.controller';
import { DuplicatesPagesController } from './copies/duplicates.pages.controller';
import { DetailPagesController } from './detail/detail.pages.controller';
import { SearchPagesController } from './search/search.pages.controller';

/** The department office at work, and the page of one nomination that everybody comes to. */
@Module({
  imports: [NominationsModule, AppraisalModule, AwardsModule],
  controllers: [
    DetailPagesController,
    BoardPagesController,
    SearchPagesController,
    BulkPagesController,
    BulkApiController,
    AppraisePagesController,
    NotePagesController,
    ChecksPagesController,
    CopiesPagesController,
    DuplicatesPagesController,
    ConfirmationsPagesController,
  ],
  providers: [BulkService],
})
export class DeskModule {}
