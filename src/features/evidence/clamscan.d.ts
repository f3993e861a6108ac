/** What we use of a package that has no types of its own. */
declare module 'clamscan' {
  import type { Readable } from 'node:stream';

  export default class NodeClam {
    init(options: object): Promise<NodeClam>;
    /** `isInfected` is null when clamd did not give a verdict. */
    scanStream(stream: Readable): Promise<{ isInfected: boolean | null; viruses: string[] }>;
  }
}
