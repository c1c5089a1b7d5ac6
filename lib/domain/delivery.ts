/**
 * What became of an email: waits, was taken by the mail server, was kept as there is none, failed, or
 * was not sent since its link had been replaced, or its reader had set a password, meanwhile.
 */
export const DELIVERY_STATES = ['queued', 'sent', 'kept', 'failed', 'dropped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const DELIVERY_LABELS: Record<DeliveryState, string> = {
  queued: 'Waiting to be sent',
  sent: 'Sent',
  kept: 'Not sent',
  failed: 'Failed',
  dropped: 'No longer needed',
};
