import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { FiltersForm } from '@/components/form/filters-form';
import { TextField } from '@/components/form/text-field';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { type Column, Table } from '@/components/ui/table';
import { requireActor } from '@/lib/auth/session';
import { isId } from '@/lib/domain/ids';
import { paths } from '@/lib/paths';
import {
  listOrganisations,
  type OrganisationRow,
} from '@/lib/queries/organisations/list-organisations';

type Search = Partial<Record<'text' | 'after' | 'name', string | string[]>>;

const columns: Column<OrganisationRow>[] = [
  { header: 'Name', cell: (row) => <Link href={paths.organisation(row.id)}>{row.name}</Link> },
  { header: 'ODS code', cell: (row) => row.odsCode ?? 'Not known yet' },
  { header: 'Products', cell: (row) => row.products, numeric: true },
  { header: 'Active people', cell: (row) => row.people, numeric: true },
];

const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value)?.slice(0, 200) ?? '';

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('organisation:manage');
  const search = await searchParams;
  const text = one(search.text);
  const after = isId(one(search.after)) ? { id: one(search.after), name: one(search.name) } : null;
  const list = await listOrganisations(actor, { text, after });
  if (!list) go(paths.notFound);
  const query = (more: Record<string, string>) =>
    `?${new URLSearchParams({ ...(text ? { text } : {}), ...more })}` as const;
  return (
    <SignedInPage actor={actor} title="Organisations">
      <h1 className="nhsuk-heading-l">Organisations</h1>
      <ButtonLink href={paths.organisationNew}>Add an organisation</ButtonLink>
      <FiltersForm
        action={paths.organisations}
        clear={paths.organisations}
        values={{ text }}
        label="Find an organisation"
      >
        <TextField name="text" label="Name or ODS code" autoComplete="off" />
      </FiltersForm>
      <Table
        caption="Organisations by name"
        hiddenCaption
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={
          text === '' ? (
            <p>No organisation is here yet. Add the first one to begin.</p>
          ) : (
            <p>No organisation matches ‘{text}’. Check the spelling, or clear the filter.</p>
          )
        }
      />
      <Pagination
        previous={after ? { href: query({}), label: 'First' } : undefined}
        next={
          list.next ? { href: query({ after: list.next.id, name: list.next.name }) } : undefined
        }
      />
    </SignedInPage>
  );
});
