import type { Request, Response } from 'express';

/** What stands around every page. */
export interface Frame {
  person: { name: string; groupNames: string[]; unitName: string | null } | null;
  nav: NavItem[];
  /** The token that every form carries. */
  csrf: string;
  /** Whether this is the demo world: its pages say so. */
  demo: boolean;
  /** Notices not read yet. */
  unread: number;
}

export interface NavItem {
  href: string;
  label: string;
  current: boolean;
  count: number | null;
}

/** Given by a feature: the platform knows nobody. */
export abstract class PageFrame {
  abstract of(request: Request, response: Response): Promise<Frame>;

  /** Whether a form comes from a page of this service, also of an earlier log-in; false where it might be another site's. */
  abstract hasSent(request: Request): boolean;
}
