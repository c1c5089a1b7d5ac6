import { type Measure, median } from './load';
import { total } from './scripts';

/** One thing measured in one round, with the bare page measured just before it. */
export type Taken = { name: string; size: number; beside: Measure; measure: Measure };

type Report = {
  taken: readonly Taken[];
  scripts: {
    bare: Map<string, number>;
    pages: { name: string; scripts: Map<string, number> }[];
  } | null;
  sizes: readonly number[];
  connections: number;
  seconds: number;
};

const HEADERS: [string, string][] = [
  ['What', '---'],
  ['Applications', '--:'],
  ['Requests/s', '--:'],
  ['Bare page', '--:'],
  ['Of bare', '--:'],
  ['Median ms', '--:'],
  ['95 % below ms', '--:'],
  ['Processor ms', '--:'],
  ['Bare page', '--:'],
  ['Of bare by processor', '--:'],
];

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
const share = (value: number) => `${Math.round(value * 100)} %`;
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The measurements as Markdown: medians of the rounds, and each beside the bare page. */
export function report({ taken, scripts, sizes, connections, seconds }: Report): string {
  const names = [...new Set(taken.map(({ name }) => name))];
  const rounds = taken.filter(({ name, size }) => name === names[0] && size === sizes[0]).length;
  const of = (name: string, size: number) =>
    taken.filter((each) => each.name === name && each.size === size);
  const lines = [
    `Medians of ${rounds} rounds of ${seconds} s with ${connections} connections, Node ${process.versions.node}.`,
    '',
    row(HEADERS.map(([name]) => name)),
    row(HEADERS.map(([, side]) => side)),
  ];
  for (const name of names) {
    for (const size of sizes) {
      const rows = of(name, size);
      const pick = (read: (each: Taken) => number) => median(rows.map(read));
      lines.push(
        row([
          name,
          whole(size),
          whole(pick((each) => each.measure.perSecond)),
          whole(pick((each) => each.beside.perSecond)),
          share(pick((each) => each.measure.perSecond / each.beside.perSecond)),
          pick((each) => each.measure.medianMs).toFixed(1),
          pick((each) => each.measure.slowMs).toFixed(1),
          pick((each) => each.measure.processorMs).toFixed(1),
          pick((each) => each.beside.processorMs).toFixed(1),
          share(pick((each) => each.beside.processorMs / each.measure.processorMs)),
        ]),
      );
    }
  }
  if (scripts) {
    const bare = total(scripts.bare);
    lines.push('', `JavaScript, gzipped; Next's own bare page loads ${kilobytes(bare)} kB.`, '');
    lines.push(row(['Supplier page', 'kB', 'Above bare']), row(['---', '--:', '--:']));
    for (const { name, scripts: sizes } of scripts.pages)
      lines.push(row([name, kilobytes(total(sizes)), kilobytes(total(sizes) - bare)]));
  }
  return lines.join('\n');
}
