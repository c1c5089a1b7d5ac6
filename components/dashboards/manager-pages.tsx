import { LinkTabs } from '@/components/ui/link-tabs';
import { paths } from '@/lib/paths';

/** The managers' pages that there are, in the order of the questions they answer. */
const MANAGER_PAGES = [
  { id: 'now', label: 'Now', path: paths.manage },
  { id: 'flow', label: 'Flow', path: paths.manageFlow },
  { id: 'why', label: 'Why', path: paths.manageWhy },
  { id: 'who', label: 'Who', path: paths.manageWho },
  { id: 'lapses', label: 'What lapses', path: paths.lapses },
  { id: 'euos', label: 'EUOs', path: paths.manageEuos },
  { id: 'report', label: 'Monthly report', path: paths.report() },
] as const;
type ManagerPage = (typeof MANAGER_PAGES)[number]['id'];

/** The way from one of the managers' pages to the others. */
export function ManagerPages({ current }: { current: ManagerPage }) {
  return (
    <LinkTabs
      label="Managers’ pages"
      tabs={MANAGER_PAGES.map(({ id, label, path }) => ({
        ...{ href: path, label, current: id === current },
      }))}
    />
  );
}
