/**
 * What is known of a file's safety, with its words. It arrives as `waiting`; what a scanner says
 * moves it on. `failed` is for one that could not be scanned however often it was tried.
 */
export const SCAN_STATES = {
  waiting: { label: 'Being checked' },
  clean: { label: 'Checked, no virus found' },
  infected: { label: 'Contains a virus' },
  not_scanned: { label: 'Not scanned for viruses' },
  failed: { label: 'Could not be checked' },
} as const;
export type ScanState = keyof typeof SCAN_STATES;
export const SCAN_STATE_IDS = Object.keys(SCAN_STATES) as ScanState[];

/** Why somebody does not get a file, and what comes of it. */
export const NO_DOWNLOAD = {
  waiting: 'It is still being checked for viruses. Wait a minute, then try again.',
  failed: 'It could not be checked for viruses, so nobody can open it.',
  infected: 'It contains a virus, so nobody can open it.',
  not_scanned: 'It was not scanned for viruses, so only the person who uploaded it can open it.',
} as const;

/** Who asks, and whether the case that the file belongs to is one that they may see. */
export type FileReader = { personId: string; seesCase: boolean };
/** Of a file, what decides who may have it. */
export type FileFacts = { uploadedBy: string; scan: ScanState };
/** Set by configuration: whether others than the uploader may have files that nobody scanned. */
export type DownloadPolicy = { shareUnscanned: boolean };

export type Download =
  | { may: true; warn: boolean }
  | { may: false; why: 'not_found' | 'waiting' | 'failed' | 'infected' | 'not_scanned' };

/**
 * Whether somebody may have a file, and whether a warning comes first. Nobody has one that waits,
 * failed or is infected, not even who sent it; one that nobody scanned goes to its uploader, and to
 * others behind a warning where configuration says so.
 */
export function mayDownload(
  reader: FileReader,
  { uploadedBy, scan }: FileFacts,
  { shareUnscanned }: DownloadPolicy,
): Download {
  if (!reader.seesCase) return { may: false, why: 'not_found' };
  if (scan === 'clean') return { may: true, warn: false };
  if (scan !== 'not_scanned') return { may: false, why: scan };
  if (reader.personId === uploadedBy) return { may: true, warn: false };
  return shareUnscanned ? { may: true, warn: true } : { may: false, why: scan };
}
