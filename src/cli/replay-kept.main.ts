import { workAlone } from '../platform/process/work-alone';
import { type Kept, differences } from './replay-kept';

const MOST_MB = 2_500;

workAlone(MOST_MB, async (kept) => differences(kept as Kept));
