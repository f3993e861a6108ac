import { Body, Controller, Get, Inject, Module, Param, Post, Put, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, MaxLength, Min, ValidateNested } from 'class-validator';
import { DomainError, InputRefused } from '../../src/domain/domain-error';
import { Config } from '../../src/platform/config/config';
import { IfMatch, requireVersion } from '../../src/platform/http/etag';
import { Public } from '../../src/platform/http/requires';
import { Page, PageQuery } from '../../src/platform/http/page';

class Criterion {
  @IsString()
  code!: string;

  @IsInt()
  @Min(1)
  points!: number;
}

class Sheet {
  @IsString()
  @MaxLength(5)
  name!: string;

  @IsIn(['self', 'council'])
  layer!: string;

  @ValidateNested({ each: true })
  @Type(() => Criterion)
  criteria!: Criterion[];
}

@Controller('api/v1/things')
@Public()
class Things {
  constructor(@Inject(Config) readonly config: Config) {}

  @Post()
  create(@Body() sheet: Sheet): Sheet {
    return sheet;
  }

  @Get()
  list(@Query() query: PageQuery): Page<number> {
    const { skip, take } = Page.range(query);
    return Page.of([Array.from({ length: 120 }, (_, index) => index).slice(skip, skip + take), 120], query);
  }

  @Get('one')
  one(): { version: number } {
    return { version: 3 };
  }

  @Put('one')
  edit(@IfMatch() seen: number): { version: number } {
    requireVersion({ version: 3 }, seen);
    return { version: 4 };
  }

  @Get('failure/:kind')
  fail(@Param('kind') kind: string): never {
    if (kind === 'defect') throw new Error('the name of a person');
    if (kind === 'findings')
      throw new InputRefused([
        { level: 'error', code: 'field-is-string', path: ['a', 0], params: { field: 'a.0' } },
      ]);
    throw new DomainError('stale-edit');
  }
}

/** A small feature with one route for each thing that the HTTP ground does. */
@Module({ controllers: [Things] })
export class ThingsModule {}
