import { StatusTag } from '@/components/application/status-tag';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import type { Status } from '@/lib/domain/application';
import type { PlainDate } from '@/lib/domain/dates';
import { OUTCOME_LABELS, type Outcome } from '@/lib/domain/decision';
import type { ClearanceLine } from '@/lib/domain/product-assurance';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

type Product = { id: string; name: string; clearance: ClearanceLine };

/** Products of a supplier, each with until when it is assured. */
export function ProductsTable({ products }: { products: readonly Product[] }) {
  return (
    <Table
      caption="Products"
      hiddenCaption
      columns={[
        { header: 'Product', cell: ({ name }: Product) => name },
        { header: 'Assured', cell: ({ clearance }: Product) => clearance.sentence },
      ]}
      rows={products}
      rowKey={({ id }) => id}
      empty={<p>This supplier has no product yet.</p>}
      dense
    />
  );
}

type Application = {
  reference: string;
  product: string;
  status: Status;
  statusAt: Date;
  outcome: Outcome | null;
  decidedAt: Date | null;
};

/** Applications of a supplier with their decisions, the latest first. */
export function ApplicationsTable({ applications }: { applications: readonly Application[] }) {
  return (
    <Table
      caption="Applications"
      hiddenCaption
      columns={[
        {
          header: 'Reference',
          cell: ({ reference }: Application) => (
            <Link href={paths.assessment(reference)}>{reference}</Link>
          ),
        },
        { header: 'Product', cell: ({ product }: Application) => product },
        { header: 'Status', cell: ({ status }: Application) => <StatusTag status={status} /> },
        { header: 'Since', cell: ({ statusAt }: Application) => formatDate(statusAt) },
        {
          header: 'Decision',
          cell: ({ outcome, decidedAt }: Application) =>
            outcome && decidedAt
              ? `${OUTCOME_LABELS[outcome]}, ${formatDate(decidedAt)}`
              : 'None yet',
        },
      ]}
      rows={applications}
      rowKey={({ reference }) => reference}
      empty={<p>This supplier has started no application.</p>}
      dense
    />
  );
}

type Override = { odsCode: string; name: string; product: string; reason: string; on: PlainDate };

type OverridesTableProps = {
  overrides: readonly Override[];
  /** What the supplier's pages are addressed by. */
  record: string;
};

/** What went live by an override, in the supplier's words. */
export function OverridesTable({ overrides, record }: OverridesTableProps) {
  return (
    <Table
      caption="Overrides"
      hiddenCaption
      columns={[
        {
          header: 'Name',
          cell: ({ name, odsCode }: Override) => (
            <>
              <Link href={paths.supplierEuo(record, odsCode)}>{name}</Link> ({odsCode})
            </>
          ),
        },
        { header: 'Product', cell: ({ product }: Override) => product },
        { header: 'Day', cell: ({ on }: Override) => formatDate(on) },
        {
          header: 'Reason',
          cell: ({ reason }: Override) => <span dir="auto">{reason}</span>,
        },
      ]}
      rows={overrides}
      rowKey={({ odsCode, product }) => `${odsCode} ${product}`}
      empty={<p>None went live by an override.</p>}
      dense
    />
  );
}
