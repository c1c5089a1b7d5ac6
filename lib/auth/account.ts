import type { PersonActor } from '@/lib/domain/permissions';
import { can, isStaff } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';

/** Where somebody's work begins. */
export function homeOf(actor: PersonActor) {
  if (!isStaff(actor)) return paths.apply;
  return can(actor, 'people:manage') ? paths.manage : paths.assess;
}

/** The menu of somebody who signed in: only what they may open. */
export function menuOf(actor: PersonActor) {
  if (!isStaff(actor)) {
    const own = { href: paths.apply, label: 'Applications' };
    const colleagues = { href: paths.colleagues, label: 'Colleagues' };
    return can(actor, 'colleague:manage') ? [own, colleagues] : [own];
  }
  const menu: { href: `/${string}`; label: string }[] = [
    { href: paths.assess, label: 'Applications' },
  ];
  if (can(actor, 'people:manage')) {
    menu.unshift({ href: paths.manage, label: 'Overview' });
    menu.push({ href: paths.organisations, label: 'Organisations' });
    menu.push({ href: paths.people, label: 'People' });
  }
  return menu;
}
