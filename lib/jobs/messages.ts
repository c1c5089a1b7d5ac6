import { sendMail } from '@/lib/commands/messages/send-mail';
import type { SystemActor } from '@/lib/domain/permissions';
import { expectValue } from '@/lib/domain/result';

/** Sends one email; where the mail server would not take it yet, it fails and so is tried again. */
export async function sendMailJob(
  actor: SystemActor,
  deliveryId: string,
  { attempt, of }: { attempt: number; of: number },
): Promise<void> {
  const { state } = expectValue(await sendMail(actor, { deliveryId, lastAttempt: attempt >= of }));
  if (state === 'queued') throw new Error('the mail server did not take it yet');
}
