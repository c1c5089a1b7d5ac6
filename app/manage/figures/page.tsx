import { go } from '@/app/go';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { FigureCasesTable } from '@/components/dashboards/figure-cases-table';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import {
  FIGURE_LISTS,
  type FigureList,
  figureCasesQuery,
  readFigureCases,
} from '@/lib/domain/figure-cases';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { listFigureCases } from '@/lib/queries/figures/list-figure-cases';

/** The cases behind a figure; for managers. */
export default async function FigureCasesPage({ searchParams }: PageProps<'/manage/figures'>) {
  const actor = await requireActor('figures:view');
  const query = await searchParams;
  const cases = readFigureCases(query);
  if (!cases) go(paths.notFound);
  const after = typeof query.after === 'string' ? query.after : undefined;
  const page = await readPage(() => listFigureCases(actor, cases, after));
  const list = cases.measure as FigureList;
  const { heading } = FIGURE_LISTS[list];
  const own = figureCasesQuery(cases);
  const back = { href: paths.manageFlow, label: 'Flow' } as const;
  return (
    <SignedInPage actor={actor} title={heading} width="wide" back={back}>
      <h1 className="nhsuk-heading-l">{heading}</h1>
      <p>
        From {formatDate(cases.from)} to {formatDate(cases.to)}, the latest first.
      </p>
      {page ? (
        <>
          <FigureCasesTable list={list} caption={heading} rows={page.rows} />
          <Pagination
            previous={after ? { href: paths.figureCases(own), label: 'First' } : undefined}
            next={
              page.next === null
                ? undefined
                : { href: paths.figureCases(`${own}&after=${page.next}`) }
            }
          />
        </>
      ) : (
        <ProblemView />
      )}
    </SignedInPage>
  );
}
