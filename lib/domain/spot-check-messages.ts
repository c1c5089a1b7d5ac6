import { paths } from '@/lib/paths';
import { formatPlainDate } from './dates';
import type { MessageContent, SpotCheckMessageFacts } from './message-content';
import type { SpotCheckKind } from './message-kinds';
import { spotCheckName } from './spot-check';

type Compose = (facts: SpotCheckMessageFacts) => MessageContent;

const organisationsOf = (count: number): string =>
  count === 1 ? '1 end user organisation' : `${count} end user organisations`;

/** The words of each message about a spot check. They name nobody, and say no result. */
export const SPOT_CHECK_MESSAGES: Record<SpotCheckKind, Compose> = {
  'spot-check-drawn': ({ id, number, count, dueOn }) => ({
    subject: `Evidence of end user organisations needed by ${formatPlainDate(dueOn)}`,
    heading: `The assessor asks for evidence of ${organisationsOf(count)} by ${formatPlainDate(dueOn)}`,
    paragraphs: [
      `The assessor has drawn a sample of your end user organisations (${spotCheckName(number)}) and asks to see how you checked them before they went live.`,
      `What to do next: add what you have for each of them, then send it to the assessor by ${formatPlainDate(dueOn)}.`,
    ],
    ...{ list: [], dueOn, path: paths.spotCheck(id), linkText: 'Add the evidence' },
  }),
  'spot-check-answered': ({ id, number, organisation, record, count }) => ({
    subject: `Evidence received: ${spotCheckName(number)} of ${organisation}`,
    heading: `${organisation} has sent the evidence for ${spotCheckName(number).toLowerCase()}`,
    paragraphs: [
      `The evidence of ${organisationsOf(count)} of ${organisation} is with you now.`,
      'What to do next: mark each of them, then finish the spot check.',
    ],
    ...{ list: [], dueOn: null, path: paths.supplierSpotCheck(record, id) },
    linkText: 'Open the spot check',
  }),
  'spot-check-closed': ({ id, number, count }) => ({
    // The result is not in the subject, which shows on locked screens.
    subject: `${spotCheckName(number)} is finished`,
    heading: `The assessor has finished ${spotCheckName(number).toLowerCase()}`,
    paragraphs: [
      `The assessor has looked at the evidence of ${organisationsOf(count)}.`,
      'What to do next: read what was found for each of them, and put right what was not satisfactory.',
    ],
    ...{ list: [], dueOn: null, path: paths.spotCheck(id), linkText: 'Read the result' },
  }),
  'spot-check-asked-again': ({ id, number, count, dueOn }) => ({
    subject: `More evidence of end user organisations needed by ${formatPlainDate(dueOn)}`,
    heading: `The assessor asks again for evidence of ${organisationsOf(count)} by ${formatPlainDate(dueOn)}`,
    paragraphs: [
      `The assessor needs more for ${spotCheckName(number).toLowerCase()}: what was missing or not satisfactory, with the reasons, is on its page.`,
      `What to do next: add what you have for each of them, then send it to the assessor by ${formatPlainDate(dueOn)}.`,
    ],
    ...{ list: [], dueOn, path: paths.spotCheck(id), linkText: 'Add the evidence' },
  }),
  'spot-check-cancelled': ({ id, number }) => ({
    subject: `${spotCheckName(number)} is cancelled`,
    heading: `The assessor has cancelled ${spotCheckName(number).toLowerCase()}`,
    paragraphs: [
      'It was drawn by mistake, and counts for nothing.',
      'You do not need to do anything. You can read why on its page.',
    ],
    ...{ list: [], dueOn: null, path: paths.spotCheck(id), linkText: 'Open the spot check' },
  }),
  'spot-check-reminder': ({ id, number, count, dueOn, overdue }) => {
    const day = formatPlainDate(dueOn);
    return {
      subject: overdue
        ? `Evidence of end user organisations was due on ${day}`
        : `Reminder: evidence of end user organisations needed by ${day}`,
      heading: overdue
        ? `The evidence of ${organisationsOf(count)} was due on ${day}`
        : `The assessor needs the evidence of ${organisationsOf(count)} by ${day}`,
      paragraphs: [
        overdue
          ? `The assessor has no answer to ${spotCheckName(number).toLowerCase()} yet, and can now mark it as it is.`
          : `The assessor still waits for your answer to ${spotCheckName(number).toLowerCase()}.`,
        overdue
          ? 'What to do next: send what you have. You can do so until the assessor has finished.'
          : `What to do next: add what you have for each of them, then send it to the assessor by ${day}.`,
      ],
      ...{ list: [], dueOn, path: paths.spotCheck(id), linkText: 'Add the evidence' },
    };
  },
};
