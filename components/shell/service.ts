/** The service's name, as the header and every page title show it. */
export const SERVICE_NAME = 'Declare data and information security';

/** The title of a browser tab: the page first, since tabs show only the beginning. */
export function pageTitle(title: string): string {
  return `${title} – ${SERVICE_NAME} – NHS`;
}
