import { Pagination } from '@/components/ui/pagination';

type PeoplePagesProps = {
  path: `/${string}`;
  /** Whether this is a later page than the first. */
  later: boolean;
  next: string | null;
  /** What the list is narrowed to, as its address says it. */
  query?: string;
};

/** Ways to the first page of a list of people and to the one after this. */
export function PeoplePages({ path, later, next, query = '' }: PeoplePagesProps) {
  const said = query === '' ? '' : `${query}&`;
  return (
    <Pagination
      previous={later ? { href: `${path}?${query}#people`, label: 'First' } : undefined}
      next={next === null ? undefined : { href: `${path}?${said}after=${next}#people` }}
    />
  );
}
