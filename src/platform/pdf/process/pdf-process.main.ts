import { workAlone } from '../../process/work-alone';
import { PdfFailure } from '../pdf-failure';
import type { Asked, Answer } from './pdf-process';
import { PDF_TASKS } from './pdf-tasks';

const MOST_MB = 1_200;

async function done({ task, input }: Asked): Promise<Answer> {
  try {
    const work = PDF_TASKS[task] as (input: unknown) => Promise<unknown>;
    return { value: await work(input) };
  } catch (error) {
    if (error instanceof PdfFailure) return { failure: error.code, params: error.params };
    // Whatever a parser stumbles over: the file is not as a file should be.
    return { failure: 'broken', params: {}, reason: error instanceof Error ? error.message : '' };
  }
}

workAlone(MOST_MB, (asked) => done(asked as Asked));
