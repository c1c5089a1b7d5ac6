import type { AnswerValue, Certificate } from './questions/types';

/** The coverage point by whose mark an assessor says whether the verdict relies on the certificate. */
export const CERTIFICATE_POINT = 'certificate';

/** The certificate that an answer offers; null where there is none. */
export const certificateOf = (value: AnswerValue | undefined): Certificate | null =>
  value?.kind === 'yes-no-details' ? value.certificate : null;
