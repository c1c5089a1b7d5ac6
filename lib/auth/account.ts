import type { PersonActor } from '@/lib/domain/permissions';
import { can, isStaff } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';

/** Where somebody's work begins. */
export function homeOf(actor: PersonActor) {
  if (!isStaff(actor)) return paths.apply;
  return can(actor, 'people:manage') ? paths.manage : paths.assess;
}

type MenuLink = { href: `/${string}`; label: string };

/** The count stops at 100, where it is no longer worth knowing. */
const messagesLink = (unread: number): MenuLink => ({
  href: paths.messages,
  label: unread === 0 ? 'Messages' : `Messages (${unread < 100 ? unread : 'over 99'} new)`,
});

/** The menu of somebody who signed in: only what they may open, and how many messages are new. */
export function menuOf(actor: PersonActor, unread = 0, mayActFor = false): MenuLink[] {
  const messages = messagesLink(unread);
  if (!isStaff(actor)) {
    const own = { href: paths.apply, label: 'Applications' };
    const colleagues = { href: paths.colleagues, label: 'Colleagues' };
    const euos = { href: paths.euos, label: 'End user organisations' };
    return [
      ...[own, euos],
      ...(can(actor, 'colleague:manage') ? [colleagues] : []),
      ...(mayActFor ? [{ href: paths.actingFor, label: 'Organisation' }] : []),
      messages,
    ];
  }
  const cases = { href: paths.assess, label: 'Applications' };
  const registers = { href: paths.registers, label: 'Registers' };
  const suppliers = { href: paths.suppliers, label: 'Suppliers' };
  const aup = { href: paths.aup, label: 'AUP' };
  if (!can(actor, 'people:manage')) return [cases, suppliers, registers, aup, messages];
  return [
    { href: paths.manage, label: 'Overview' },
    cases,
    suppliers,
    { href: paths.organisations, label: 'Organisations' },
    { href: paths.people, label: 'People' },
    registers,
    aup,
    { href: paths.mail, label: 'Emails' },
    { href: paths.settings, label: 'Settings' },
    { href: paths.audit, label: 'Audit' },
    messages,
  ];
}
