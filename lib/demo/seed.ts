import { londonDate } from '@/lib/domain/clock';
import { moveClock, now } from '@/lib/ports/clock';
import { hasOrganisations } from '@/lib/queries/organisations/has-organisations';
import { makeCast } from './people';
import { tellStories } from './stories';

/**
 * Fills an empty portal with a small believable demo, told by real commands over the last working
 * weeks; everybody in it gets the password given. Does nothing where organisations exist.
 */
export async function seedDemo(password: string): Promise<void> {
  if (await hasOrganisations({ kind: 'system', name: 'demo' })) return;
  const today = londonDate(now());
  try {
    await tellStories(today, () => makeCast(password));
  } finally {
    moveClock(null);
  }
}
