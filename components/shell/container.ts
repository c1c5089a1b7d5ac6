import type { PageWidth } from './types';

/** The column that header, content and footer share, so that their edges line up. */
export function containerClass(width: PageWidth): string {
  return width === 'wide' ? 'nhsuk-width-container app-width-wide' : 'nhsuk-width-container';
}
