/** What a chain of events is about. */
export const SUBJECTS = [
  'application',
  'organisation',
  'person',
  'register',
  'onboarding',
  'import',
  'aup',
  'spot_check',
] as const;
export type EventSubject = (typeof SUBJECTS)[number];

/** Who may read an event: staff alone, or the supplier as well. */
export const AUDIENCES = ['staff', 'supplier'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Every event: its audience, and the words of the timeline. Ids never change meaning. */
export const EVENTS = {
  'application.started': { audience: 'supplier', label: 'Application started' },
  'answer.saved': { audience: 'supplier', label: 'Answer saved' },
  'question.unlocked': { audience: 'supplier', label: 'Question opened again' },
  'application.submitted': { audience: 'supplier', label: 'Declaration submitted' },
  'application.taken_back': { audience: 'supplier', label: 'Declaration taken back' },
  'application.withdrawn': { audience: 'supplier', label: 'Application withdrawn' },
  'application.assigned': { audience: 'staff', label: 'Assigned' },
  'application.put_back': { audience: 'staff', label: 'Put back in the queue' },
  'conflict.declared': { audience: 'staff', label: 'Conflict of interest declared' },
  'assessment.begun': { audience: 'supplier', label: 'Assessment started' },
  'question.reviewed': { audience: 'staff', label: 'Question reviewed' },
  'note.written': { audience: 'staff', label: 'Note for staff written' },
  'request.sent': { audience: 'supplier', label: 'More information requested' },
  'request.extension_asked': { audience: 'supplier', label: 'More time asked for' },
  'request.extended': { audience: 'supplier', label: 'Due date extended' },
  'request.cancelled': { audience: 'supplier', label: 'Request for information cancelled' },
  'request.expired': { audience: 'supplier', label: 'Request for information expired' },
  'thread.asked': { audience: 'supplier', label: 'Message to the assessor' },
  'thread.answered': { audience: 'supplier', label: 'Message from the assessor' },
  'decision.recommended': { audience: 'staff', label: 'Decision recommended' },
  'decision.recalled': { audience: 'staff', label: 'Recommendation recalled' },
  'decision.sent_back': { audience: 'staff', label: 'Recommendation sent back' },
  'decision.confirmed': { audience: 'supplier', label: 'Decision made' },
  'condition.met': { audience: 'supplier', label: 'Condition met' },
  'evidence.attached': { audience: 'supplier', label: 'File attached' },
  'evidence.dated': { audience: 'supplier', label: 'Dates of a file changed' },
  'evidence.removed': { audience: 'supplier', label: 'File removed' },
  'evidence.checked': { audience: 'supplier', label: 'Virus check of a file' },
  'evidence.downloaded': { audience: 'supplier', label: 'File downloaded' },
  'evidence.read': { audience: 'staff', label: 'File opened' },
  'approval.began': { audience: 'supplier', label: 'Approval in force' },
  'approval.judged': { audience: 'supplier', label: 'Approval held against the register again' },
  'approval.superseded': { audience: 'supplier', label: 'Approval replaced by a later one' },
  'review.upheld': { audience: 'supplier', label: 'Decision opened again after a review' },
  'organisation.added': { audience: 'supplier', label: 'Organisation added' },
  'organisation.changed': { audience: 'supplier', label: 'Organisation changed' },
  'product.added': { audience: 'supplier', label: 'Product added' },
  'product.changed': { audience: 'supplier', label: 'Product changed' },
  'person.invited': { audience: 'supplier', label: 'Person added' },
  'person.roles_changed': { audience: 'supplier', label: 'Roles changed' },
  'person.deactivated': { audience: 'supplier', label: 'Person deactivated' },
  'person.reactivated': { audience: 'supplier', label: 'Person brought back' },
  'person.absence_set': { audience: 'staff', label: 'Absence set' },
  'person.absence_ended': { audience: 'staff', label: 'Absence ended' },
  'person.link_made': { audience: 'supplier', label: 'Link to set a password made' },
  'person.reset_asked': { audience: 'supplier', label: 'New password asked for' },
  'person.password_set': { audience: 'supplier', label: 'Password set' },
  'person.mail_retried': { audience: 'staff', label: 'Failed email tried again' },
  'person.signed_in': { audience: 'supplier', label: 'Signed in' },
  'person.session_ended': { audience: 'supplier', label: 'Session ended' },
  'person.sessions_ended': { audience: 'supplier', label: 'Signed out everywhere' },
  'person.factor_set': { audience: 'supplier', label: 'Second factor set up' },
  'person.factor_removed': { audience: 'supplier', label: 'Second factor turned off' },
  'person.factor_reset': { audience: 'supplier', label: 'Second factor reset' },
  'person.code_refused': { audience: 'supplier', label: 'Code of a second factor refused' },
  'person.recovery_used': { audience: 'supplier', label: 'Recovery code used' },
  'person.recovery_made': { audience: 'supplier', label: 'Recovery codes made again' },
  'person.proved': { audience: 'supplier', label: 'Proved again who they are' },
  'person.messages_chosen': { audience: 'supplier', label: 'Choice of emails changed' },
  'register.uploaded': { audience: 'staff', label: 'Register uploaded' },
  'register.read': { audience: 'staff', label: 'Register read' },
  'register.confirmed': { audience: 'staff', label: 'Register confirmed' },
  'onboarding.added': { audience: 'supplier', label: 'End user organisation added' },
  'onboarding.changed': { audience: 'supplier', label: 'End user organisation changed' },
  'onboarding.checked': { audience: 'supplier', label: 'DSPT check recorded' },
  'onboarding.moved': { audience: 'supplier', label: 'State changed' },
  'onboarding.overridden': { audience: 'supplier', label: 'Went live by an override' },
  'onboarding.go_live_corrected': { audience: 'supplier', label: 'Go-live date corrected' },
  'onboardings.imported': { audience: 'supplier', label: 'End user organisations imported' },
  'onboardings.exported': { audience: 'supplier', label: 'End user organisations exported' },
  'onboardings.judged': { audience: 'supplier', label: 'End user organisations judged again' },
  'aup.published': { audience: 'staff', label: 'AUP version published' },
  'spot_check.drawn': { audience: 'supplier', label: 'Evidence of a sample asked for' },
  'spot_check.answered': { audience: 'supplier', label: 'Evidence of a sample given' },
  'spot_check.marked': { audience: 'staff', label: 'Sample marked' },
  'spot_check.closed': { audience: 'supplier', label: 'Spot check finished' },
  'spot_check.asked_again': { audience: 'supplier', label: 'Evidence of a sample asked for again' },
  'spot_check.cancelled': { audience: 'supplier', label: 'Spot check cancelled' },
  'audit.searched': { audience: 'staff', label: 'Audit searched' },
  'audit.exported': { audience: 'staff', label: 'Audit exported' },
  'figures.exported': { audience: 'staff', label: 'Figures exported' },
  'redaction.asked': { audience: 'staff', label: 'Redaction asked for' },
  'redaction.done': { audience: 'staff', label: 'Words redacted' },
} as const satisfies Record<string, { audience: Audience; label: string }>;
export type EventType = keyof typeof EVENTS;

/** One event as a command records it; who, when and the chain are filled in around it. */
export type NewEvent = {
  type: EventType;
  /** What was before and after, what was said; shown to the event's audience. */
  contents: Record<string, unknown>;
  /** True when the contents hold words of a draft, which staff may not read. */
  draft?: boolean;
};
