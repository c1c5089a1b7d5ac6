import { NotificationBanner } from '@/components/ui/notification-banner';
import type { PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { getOutcome } from '@/lib/queries/manage/get-outcome';
import { readReassigned, reassignedWords } from './reassigned';

type Props = { actor: PersonActor; query: Record<string, string | string[] | undefined> };

/** What was just reassigned, and what was not and why, as it is sealed in the address. */
export async function ReassignOutcome({ actor, query }: Props) {
  const outcome = readReassigned(query, actor, now());
  if (!outcome) return null;
  const stale = outcome.kept.filter(({ because }) => because === 'conflict');
  const told = await getOutcome(
    actor,
    outcome.to,
    stale.map(({ reference }) => reference),
  );
  if (!told) return null;
  const { heading, kept } = reassignedWords(outcome, told.name, told.holders);
  return (
    <NotificationBanner kind={outcome.moved > 0 ? 'success' : 'important'} heading={heading}>
      {kept.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </NotificationBanner>
  );
}
