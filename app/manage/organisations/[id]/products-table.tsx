import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { OrganisationDetails } from '@/lib/queries/organisations/get-organisation';

type Product = OrganisationDetails['products'][number];
type ProductsTableProps = { organisationId: string; products: readonly Product[] };

/** Products with the day their agreement was signed, from which yearly confirmations count, and their first day. */
export function ProductsTable({ organisationId, products }: ProductsTableProps) {
  const columns: Column<Product>[] = [
    { header: 'Product', cell: (row) => row.name },
    {
      header: 'Agreement signed',
      cell: (row) => (row.agreementSignedOn ? formatDate(row.agreementSignedOn) : 'Not yet'),
    },
    {
      header: 'First available',
      cell: (row) => (row.availableFrom ? formatDate(row.availableFrom) : 'Not known'),
    },
    {
      header: 'Change',
      hiddenHeader: true,
      cell: (row) => (
        <Link href={paths.product(organisationId, row.id)}>
          {row.agreementSignedOn || row.availableFrom ? 'Change dates' : 'Enter dates'}
          <VisuallyHidden>{` of ${row.name}`}</VisuallyHidden>
        </Link>
      ),
    },
  ];
  return (
    <Table
      caption="Products"
      hiddenCaption
      columns={columns}
      rows={products}
      rowKey={(row) => row.id}
      empty={<p>No product yet. Suppliers start an application for a product.</p>}
    />
  );
}
