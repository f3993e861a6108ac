/** When to ask again, in seconds. */
interface Timing {
  /** A browser without scripts loads the page anew. */
  refresh?: number;
  /** What was refused for now may be tried again. */
  retryAfter?: number;
}

/** A page to be shown: its template below `templates`, and a model of plain values in which nothing is missing. */
export class View {
  constructor(
    readonly template: string,
    readonly title: string,
    readonly model: object,
    readonly status: number,
    readonly timing: Timing = {},
  ) {}
}

/** What a page controller gives back; the frame around it (person, navigation, form token) comes by itself. */
export function view(
  template: string,
  title: string,
  model: object = {},
  { status = 200, refresh }: { status?: number; refresh?: number } = {},
): View {
  return new View(template, title, model, status, { refresh });
}

/** A piece of a page, for a script that has asked for it; nothing stands around it. */
export class Fragment {
  constructor(
    readonly template: string,
    readonly model: object,
    readonly status: number,
  ) {}
}

/** What a page controller gives back to a script: no frame, only the template. */
export function fragment(template: string, model: object = {}, { status = 200 } = {}): Fragment {
  return new Fragment(template, model, status);
}

/** Sends the browser on with 303 after a change; `flash` names the sentence `flash.<code>` that the next page shows. */
export class Redirect {
  constructor(
    readonly to: string,
    readonly flash?: string,
  ) {}
}
