import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Requires } from '../../platform/http/requires';
import { proposalView } from './award.view';
import { proposalById, replayProposal, resultOf } from './proposal.queries';

@ApiTags('awards')
@Controller('api/v1/proposals/:id')
export class ProposalApiController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Requires('allocation.read')
  @ApiOperation({ summary: 'Một phương án đề xuất' })
  async one(@Param('id') id: string) {
    return proposalView(await proposalById(this.unitOfWork.reader, id));
  }

  @Get('result')
  @Requires('result.read')
  @ApiOperation({ summary: 'Nguyên văn tệp result.json' })
  async result(@Param('id') id: string, @Res() response: Response) {
    response.type('application/json').send(Buffer.from(await resultOf(this.unitOfWork.reader, id), 'utf8'));
  }

  @Get('replay')
  @Requires('result.read')
  @ApiOperation({ summary: 'Tính lại từ dữ liệu đầu vào đã lưu và so với kết quả đã lưu' })
  replay(@Param('id') id: string) {
    return replayProposal(this.unitOfWork.reader, id);
  }
}
