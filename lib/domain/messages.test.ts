import { describe, expect, test } from 'vitest';
import { EVENTS, type EventType } from './events';
import { ACCOUNT_KINDS, isAccountKind } from './message-kinds';
import {
  MESSAGE_KINDS,
  MESSAGES,
  messageRule,
  messagesOf,
  WAY_LABELS,
  WAYS,
  wayOf,
} from './messages';

/** Of these nobody is told: they are somebody's own work, or another event of the deed tells it. */
const SILENT: EventType[] = [
  'application.started',
  'answer.saved',
  'question.unlocked',
  'assessment.begun',
  'question.reviewed',
  'note.written',
  'decision.recalled',
  'evidence.attached',
  'evidence.dated',
  'evidence.removed',
  'evidence.checked',
  'evidence.downloaded',
  'evidence.read',
  'approval.began',
  'approval.superseded',
  'organisation.added',
  'organisation.changed',
  'organisation.succeeded',
  'organisation.acted_for',
  'organisation.succession_ended',
  'product.added',
  'product.changed',
  'person.invited',
  'person.roles_changed',
  'person.deactivated',
  'person.reactivated',
  'person.absence_set',
  'person.absence_ended',
  'person.mail_retried',
  'person.signed_in',
  'person.session_ended',
  'person.code_refused',
  'person.recovery_made',
  'person.proved',
  'person.identity_refused',
  'person.messages_chosen',
  'register.uploaded',
  'register.read',
  'register.confirmed',
  'onboarding.added',
  'onboarding.changed',
  'onboarding.checked',
  'onboarding.moved',
  'onboarding.overridden',
  'onboarding.go_live_corrected',
  'onboardings.imported',
  'onboardings.exported',
  'aup.published',
  'guidance.published',
  'calendar.published',
  'setting.changed',
  'spot_check.marked',
  'audit.searched',
  'audit.exported',
  'figures.exported',
  'redaction.asked',
  'redaction.done',
];

describe('the table of messages', () => {
  test('an event that is not silent brings a message', () => {
    const silent = (Object.keys(EVENTS) as EventType[]).filter(
      (type) => messagesOf(type).length === 0,
    );
    expect(silent).toEqual(SILENT);
  });

  test('an event that only staff may read never brings a message to suppliers', () => {
    const told = MESSAGE_KINDS.flatMap((kind) =>
      messageRule(kind).events.map((event) => [messageRule(kind).side, EVENTS[event].audience]),
    );
    expect(told).toContainEqual(['staff', 'staff']);
    expect(told).not.toContainEqual(['supplier', 'staff']);
  });

  test('what goes to a whole group of staff never floods them', () => {
    const many = ['assessors, while nobody has the case', 'second persons', 'managers'];
    const toMany = MESSAGE_KINDS.filter((kind) => many.includes(messageRule(kind).to));
    expect(toMany).toEqual(['case-waiting', 'conflict', 'recommended']);
    for (const kind of toMany) expect(messageRule(kind).way).not.toBe('at_once');
  });

  test('both sides hear of a decision, of a withdrawal and of a request that ran out', () => {
    const sides = (event: EventType) => messagesOf(event).map((kind) => MESSAGES[kind].side);
    for (const event of ['decision.confirmed', 'application.withdrawn', 'request.expired'] as const)
      expect(sides(event).sort()).toEqual(['staff', 'supplier']);
  });
});

describe('the way of a message', () => {
  test('is as people chose, and else the default', () => {
    expect(wayOf('decided', {})).toBe('at_once');
    expect(wayOf('decided', { decided: 'portal_only' })).toBe('portal_only');
    expect(wayOf('recommended', { decided: 'portal_only' })).toBe('digest');
  });

  test('is nobody’s choice for requests and for links to an account', () => {
    const fixed = MESSAGE_KINDS.filter((kind) => !messageRule(kind).optional);
    expect(fixed).toEqual([
      'request-sent',
      'spot-check-drawn',
      'spot-check-asked-again',
      'sessions-ended',
      'recovery-used',
      'factor-reset',
      'factor-set',
      'factor-off',
      'password-set',
      'identity-linked',
      'identity-removed',
      ...ACCOUNT_KINDS,
    ]);
    for (const kind of fixed)
      for (const way of WAYS) expect(wayOf(kind, { [kind]: way })).toBe('at_once');
  });

  test('and every kind are named so that no two read alike', () => {
    const labels = [
      ...WAYS.map((way) => WAY_LABELS[way]),
      ...MESSAGE_KINDS.map((kind) => MESSAGES[kind].label),
    ];
    expect(new Set(labels).size).toBe(WAYS.length + MESSAGE_KINDS.length);
  });

  test('links to an account are told from messages about a case', () => {
    expect(MESSAGE_KINDS.filter(isAccountKind)).toEqual(['invited', 'password-link']);
  });
});
