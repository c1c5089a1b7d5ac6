import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { FiltersForm } from '@/components/form/filters-form';
import { Form } from '@/components/form/form';
import { FormsTitle } from '@/components/form/forms-title';
import { HiddenField } from '@/components/form/hidden-field';
import { SelectField } from '@/components/form/select-field';
import { SubmitButton } from '@/components/form/submit-button';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { absenceWords, assessorLabel } from '@/lib/domain/absence';
import {
  MOST_AT_ONCE,
  type ReassignQuery,
  readReassignQuery,
  writeChosen,
} from '@/lib/domain/reassign';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getReassignment, type Reassignment } from '@/lib/queries/manage/get-reassignment';
import { confirmReassignAction } from './actions';
import { MovesTable, StaysTable, TheirsTable } from './preview-tables';

const TITLE = 'Reassign applications';

/** What would move to whom, what cannot and why; then it is confirmed. */
export default async function ReassignPage({ searchParams }: PageProps<'/manage/reassign'>) {
  const actor = await requireActor('case:reassign');
  const query = readReassignQuery(await searchParams);
  const view = await readPage(() => getReassignment(actor, query));
  const back = view?.from
    ? { href: paths.manageWho, label: 'Who has what' }
    : { href: `${paths.manage}${query.list}` as const, label: 'Overview' };
  return (
    <SignedInPage actor={actor} width="wide" back={back} {...(view ? {} : { title: TITLE })}>
      {view ? (
        <FormsTitle title={TITLE}>
          <h1 className="nhsuk-heading-l">{TITLE}</h1>
          <ChooseAssessor query={query} view={view} />
          <Preview query={query} view={view} />
        </FormsTitle>
      ) : (
        <ProblemView />
      )}
    </SignedInPage>
  );
}

type Props = { query: ReassignQuery; view: Reassignment };

function ChooseAssessor({ query, view }: Props) {
  const { from, list, chosen } = query;
  const cases = chosen.map(writeChosen).join(' ');
  const keep = Object.fromEntries(
    Object.entries({ from, cases, list }).filter(([, value]) => value !== ''),
  );
  return (
    <FiltersForm
      label="To whom"
      action={paths.reassign}
      button="See what would move"
      values={{ to: view.to?.personId ?? '' }}
      keep={keep}
    >
      <SelectField
        name="to"
        label="Reassign to"
        empty="Select an assessor"
        options={view.assessors
          .filter(({ personId }) => personId !== from)
          .map((each) => ({ value: each.personId, label: assessorLabel(each) }))}
      />
    </FiltersForm>
  );
}

function Preview({ query, view }: Props) {
  const { to, rows, more, from } = view;
  const some = more ? (
    <p>These are the first {MOST_AT_ONCE} by their due date. Reassign them, then the rest.</p>
  ) : null;
  if (rows.length === 0)
    return from ? (
      <p>{from} has no open applications.</p>
    ) : (
      <p>
        No applications are selected. Select them in the{' '}
        <Link href={`${paths.manage}${query.list}`}>overview</Link>, or somebody’s under{' '}
        <Link href={paths.manageWho}>who has what</Link>.
      </p>
    );
  if (!to)
    return (
      <>
        <p>Select an assessor, then see what would move. Nothing moves before you confirm it.</p>
        {some}
        {from ? <TheirsTable rows={rows} from={from} /> : null}
      </>
    );
  const moving = rows.filter(({ because }) => because === null);
  const staying = rows.filter(({ because }) => because !== null);
  return (
    <Form
      action={confirmReassignAction}
      hidden={{ to: to.personId, list: query.list, from: query.from }}
    >
      {to.absentUntil ? (
        <InsetText>
          <p>
            {to.name} is {absenceWords(to.absentUntil)}. Select another assessor.
          </p>
        </InsetText>
      ) : null}
      {some}
      <MovesTable rows={moving} to={to.name} />
      <StaysTable rows={staying} to={to.name} />
      {moving.map((row) => (
        <HiddenField key={row.reference} name="chosen" value={writeChosen(row)} />
      ))}
      {moving.length > 0 ? (
        <SubmitButton>{`Reassign ${formatCount(moving.length, 'application')}`}</SubmitButton>
      ) : null}
    </Form>
  );
}
