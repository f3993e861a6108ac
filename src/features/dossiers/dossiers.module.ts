import { Module } from '@nestjs/common';
import { AwardsModule } from '../awards/awards.module';
import { EvidenceModule } from '../evidence/evidence.module';
import { SignedFileCheck } from './signing/signed-file-check';
import { SignedFiles } from './signing/signed-files';
import { SignedPaperApiController } from './signing/signed-paper.api.controller';
import { SignedPaperPagesController } from './signing/signed-paper.pages.controller';
import { SignedPaperService } from './signing/signed-paper.service';
import { AwardDossierPagesController } from './award.pages.controller';
import { DossierPagesController } from './dossier.pages.controller';
import { DossierPrinter } from './printing/dossier.printer';
import { IssueService } from './papers/issue.service';
import { PapersPagesController } from './papers/pages/papers.pages.controller';
import { WordingPreview } from './papers/pages/wording-preview';
import { WordingPagesController } from './papers/pages/wording.pages.controller';
import { PapersApiController } from './papers/papers.api.controller';
import { WordingApiController } from './papers/wording.api.controller';
import { WordingService } from './papers/wording.service';
import { DossiersApiController } from './dossiers.api.controller';
import { ReviewController } from './review.controller';
import { NoticeApiController } from './notice.api.controller';
import { NoticePagesController } from './notice.pages.controller';
import { SessionDossierApiController } from './session.api.controller';
import { SessionDossierPagesController } from './session.pages.controller';
import { UnitNotices } from './unit-notices';

@Module({
  imports: [AwardsModule, EvidenceModule],
  controllers: [
    SignedPaperApiController,
    SignedPaperPagesController,
    PapersApiController,
    PapersPagesController,
    WordingApiController,
    WordingPagesController,
    DossiersApiController,
    DossierPagesController,
    AwardDossierPagesController,
    SessionDossierApiController,
    SessionDossierPagesController,
    ReviewController,
    NoticeApiController,
    NoticePagesController,
  ],
  providers: [
    DossierPrinter,
    IssueService,
    WordingService,
    WordingPreview,
    UnitNotices,
    SignedFileCheck,
    SignedFiles,
    SignedPaperService,
  ],
  exports: [DossierPrinter, SignedFiles],
})
export class DossiersModule {}
