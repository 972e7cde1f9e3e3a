// Compares the figures of two builds. A row is slower if its ratio to the reference of its section grew by more than the noise of both.
import { median, ratios, spread, times } from './figures.mjs';
import { row, title } from './table.mjs';

/** Differences below this share of a figure are noise, however steady the runs were. */
const LEAST = 0.05;

/** With fewer runs, the spread says nothing; differences below this share are noise. */
const FEW = 3;
const LEAST_OF_FEW = 0.25;

/** Prints the rows of both, and then the names of those that got slower or larger. */
export function printComparison(before, now, label) {
  title(`compared with ${label}`);
  row('', 'before', 'now', 'noise', '');
  const worse = [];
  for (const { name, kind, figures } of pairs(before, now)) {
    const [old, current] = figures.map(median);
    const noise = Math.max(...figures.map((values) => noiseOf(values)), LEAST * old);
    const change = current - old;
    const verdict = Math.abs(change) <= noise ? '' : WORDS[kind][change > 0 ? 1 : 0];
    if (change > noise) worse.push(`${name} (${verdict})`);
    row(name, ...[old, current, noise].map((value) => UNITS[kind](value)), verdict);
  }
  process.stdout.write(
    worse.length === 0
      ? '\nnothing got slower or larger by more than the noise\n'
      : `\nworse by more than the noise: ${worse.join(', ')}\n`,
  );
}

const WORDS = {
  time: ['faster', 'slower'],
  ratio: ['faster', 'slower'],
  memory: ['smaller', 'larger'],
};

const UNITS = {
  time: (value) => `${value.toFixed(0)} ms`,
  ratio: times,
  memory: (value) => `${value.toFixed(0)} MB`,
};

function noiseOf(values) {
  return values.length < FEW ? LEAST_OF_FEW * median(values) : spread(values);
}

/** The figures that both have: the ratio to the reference of the section, or else a time; and the memory. */
function* pairs(before, now) {
  for (const [section, { references, rows }] of Object.entries(now)) {
    const old = before[section];
    for (const [name, runs] of Object.entries(rows)) {
      const oldRuns = old?.rows[name];
      if (oldRuns === undefined || references.includes(name)) continue;
      const reference = references.find((one) => old.rows[one] !== undefined);
      const label = `${section}: ${name}`;
      yield reference === undefined
        ? { name: label, kind: 'time', figures: [oldRuns, runs].map(timesOf) }
        : {
            name: label,
            kind: 'ratio',
            figures: [ratios(oldRuns, old.rows[reference]), ratios(runs, rows[reference])],
          };
      const memory = [oldRuns, runs].map((each) => each.flatMap(({ megabytes }) => megabytes ?? []));
      if (memory.every((values) => values.length > 0))
        yield { name: `${label}, memory`, kind: 'memory', figures: memory };
    }
  }
}

/** Processor times where they were measured: without a reference, they depend least on what else the machine did. */
const timesOf = (runs) => runs.map(({ ms, processor }) => processor ?? ms);
