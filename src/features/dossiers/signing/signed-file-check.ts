import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PdfProcesses } from '../../../platform/pdf/process/pdf-processes';
import { type Accepted, acceptedFile } from './accepted-file';

/** Looks at files that are said to be signed, in a process of its own: whatever one does to it, the service lives on. */
@Injectable()
export class SignedFileCheck implements OnApplicationShutdown {
  private readonly processes = new PdfProcesses(1);

  /** Throws as `acceptedFile`. */
  accept(pdf: Buffer, { isScan }: { isScan: boolean }): Promise<Accepted> {
    return acceptedFile(this.processes, pdf, { isScan });
  }

  onApplicationShutdown(): Promise<void> {
    return this.processes.close();
  }
}
