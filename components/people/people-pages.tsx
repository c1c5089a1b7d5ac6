import { Pagination } from '@/components/ui/pagination';

type PeoplePagesProps = {
  path: `/${string}`;
  /** Whether this is a later page than the first. */
  later: boolean;
  next: string | null;
};

/** Ways to the first page of a list of people and to the one after this. */
export function PeoplePages({ path, later, next }: PeoplePagesProps) {
  return (
    <Pagination
      previous={later ? { href: `${path}#people`, label: 'First' } : undefined}
      next={next === null ? undefined : { href: `${path}?after=${next}#people` }}
    />
  );
}
