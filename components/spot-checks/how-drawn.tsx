import { Link } from '@/components/ui/link';
import { SummaryList } from '@/components/ui/summary-list';
import type { PlainDate } from '@/lib/domain/dates';
import { SAMPLE_RULE } from '@/lib/domain/sample';
import { type FrameId, frameWords } from '@/lib/domain/spot-check';
import { formatCount, formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import '@/components/suppliers/suppliers.css';

type HowDrawnProps = {
  view: {
    id: string;
    supplier: { record: string };
    frame: FrameId;
    product: string | null;
    frameCount: number;
    frameSha256: string;
    size: number;
    seed: string;
    drawnOn: PlainDate;
    drawnBy: string;
    items: readonly unknown[];
  };
};

/** All that anybody needs to draw the same sample again. */
export function HowDrawn({ view }: HowDrawnProps) {
  const { id, supplier, frame, product, frameCount, frameSha256, size, seed } = view;
  const drawn = view.items.length;
  return (
    <section className="app-record" aria-labelledby="how-drawn">
      <h2 className="nhsuk-heading-m" id="how-drawn">
        How it was drawn
      </h2>
      <SummaryList
        rows={[
          { label: 'Drawn', value: `${formatDate(view.drawnOn)}, by ${view.drawnBy}` },
          { label: 'Drawn from', value: frameWords(frame, product) },
          {
            label: 'In the list',
            value: (
              <>
                {formatCount(frameCount, 'line')}.{' '}
                <a href={paths.spotCheckFrame(supplier.record, id)} download>
                  Download the list (CSV)
                </a>
              </>
            ),
          },
          {
            label: 'SHA-256 of the list',
            value: <span className="app-hash">{frameSha256}</span>,
          },
          { label: 'Seed', value: <span className="app-hash">{seed}</span> },
          {
            label: 'Size',
            value: drawn < size ? `${size} asked for, ${drawn} drawn: all there are` : String(size),
          },
        ]}
      />
      <p className="app-measure">{SAMPLE_RULE}</p>
      <p>
        <Link href={paths.supplierEuos(supplier.record)}>
          All end user organisations of this supplier today
        </Link>
      </p>
    </section>
  );
}
