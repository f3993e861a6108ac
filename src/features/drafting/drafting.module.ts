import { Module } from '@nestjs/common';
import { NominationsModule } from '../nominations/nominations.module';
import { BeginPagesController } from './begin.pages.controller';
import { DraftPagesController } from './form/draft.pages.controller';
import { SubmitPagesController } from './form/submit.pages.controller';
import { ImportPagesController } from './import/import.pages.controller';
import { UnitBoardPagesController } from './unit-board.pages.controller';

/** How a unit writes its nominations: its own page, the form, the last look before sending. */
@Module({
  imports: [NominationsModule],
  controllers: [
    UnitBoardPagesController,
    BeginPagesController,
    DraftPagesController,
    SubmitPagesController,
    ImportPagesController,
  ],
})
export class DraftingModule {}
