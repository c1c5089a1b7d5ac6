import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { FiltersForm } from '@/components/form/filters-form';
import { TextField } from '@/components/form/text-field';
import { FoundRows } from '@/components/registers/found-rows';
import { OdsInUse } from '@/components/registers/ods-in-use';
import { SnapshotsTable } from '@/components/registers/snapshots-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { requireActor } from '@/lib/auth/session';
import { formatCount, formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { listSnapshots } from '@/lib/queries/registers/list-snapshots';
import { searchRegister } from '@/lib/queries/registers/search-register';

type Search = Partial<Record<'text' | 'code' | 'after', string | string[]>>;
const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value)?.slice(0, 200) ?? '';

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const actor = await requireActor('register:view');
  const search = await searchParams;
  const [text, code, after] = [one(search.text).trim(), one(search.code), one(search.after)];
  const page = await listSnapshots(actor, after);
  if (!page) go(paths.notFound);
  const inUse = page.inUse.get('dspt');
  const found = text && inUse ? await searchRegister(actor, 'dspt', { text, after: code }) : null;
  return (
    <SignedInPage actor={actor} title="Registers" width="wide">
      <h1 className="nhsuk-heading-l">Registers</h1>
      <ButtonLink href={paths.registerNew}>Upload a register</ButtonLink>
      <p>
        <Link href={paths.judgingRuns}>See what was judged again, and what changed</Link>
      </p>
      <h2 className="nhsuk-heading-m">DSPT register</h2>
      {inUse ? (
        <p>
          In use:{' '}
          <Link href={paths.register(inUse.id)}>the register of {formatDate(inUse.asOf)}</Link>,
          with {formatCount(inUse.rows, 'organisation')}. What suppliers declare is held against it.
        </p>
      ) : (
        <p>
          No DSPT register is in use, so nothing that suppliers declare is checked against it.
          Upload the public download to begin.
        </p>
      )}
      {inUse ? (
        <FiltersForm
          action={paths.registers}
          clear={paths.registers}
          values={{ text }}
          label="Find an organisation in the register"
        >
          <TextField name="text" label="Name or code" autoComplete="off" />
        </FiltersForm>
      ) : null}
      {found ? <FoundRows found={found} text={text} later={code !== ''} /> : null}
      <h2 className="nhsuk-heading-m">ODS files</h2>
      <p>
        ODS codes are checked against them: whether an organisation is active, its name and address.
      </p>
      <OdsInUse inUse={page.inUse} />
      <h2 className="nhsuk-heading-m">Uploads, the latest first</h2>
      <SnapshotsTable snapshots={page.rows} />
      <Pagination
        previous={after ? { href: paths.registers, label: 'First' } : undefined}
        next={page.next === null ? undefined : { href: `?after=${page.next}` }}
      />
    </SignedInPage>
  );
});
