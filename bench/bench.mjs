// Measures tasks in turn, prints them as a table, and keeps the figures. A task that runs the program is measured once for each build.
import { median, ratios, times } from './figures.mjs';
import { row, show, title } from './table.mjs';

/**
 * A run of the bench. `builds` are the builds to measure, each a `label`, its `root` and its `bin`; the first is this one.
 * `figures` has for each build, by section: the names of its references, and the runs of each row.
 */
export function createBench(builds) {
  const figures = builds.map(() => ({}));

  /** Keeps the runs of a row of one build. */
  function keep(build, section, name, runs, references = []) {
    const kept = (figures[build][section] ??= { references, rows: {} });
    kept.rows[name] = runs.map(({ ms, processor, megabytes }) => ({ ms, processor, megabytes }));
  }

  return {
    builds,
    figures,
    keep,

    /**
     * Runs each of some tasks once per round, after a round that only warms the caches, and prints and keeps them. `tasks` get a build; `references` are
     * what they are compared with. Returns the runs of this build by name,
     * with what they printed.
     */
    async inTurn(section, { heading, tasks, references = {}, rounds, warm = true }) {
      const steps = [
        ...Object.entries(tasks).flatMap(([name, task]) =>
          builds.map((build, index) => ({ name, of: [index], run: () => task(build) })),
        ),
        ...Object.entries(references).map(([name, run]) => ({ name, of: builds.keys(), run })),
      ].map((step) => ({ ...step, of: [...step.of], runs: [] }));
      for (let round = warm ? 0 : 1; round <= rounds; round += 1)
        for (const step of steps) {
          const measured = await step.run();
          if (round > 0) step.runs.push(measured);
        }
      for (const { name, of, runs } of steps)
        for (const build of of) keep(build, section, name, runs, Object.keys(references));
      title(`${heading}: medians of ${rounds} rounds in turn`);
      printTable(builds, figures, section);
      return Object.fromEntries(
        steps.filter(({ of }) => of.includes(0)).map(({ name, runs }) => [name, runs]),
      );
    },
  };
}

function printTable(builds, figures, section) {
  const { references, rows } = figures[0][section];
  const others = builds.slice(1).map(({ label }) => `to ${label}`);
  row('', 'ms', 'processor ms', 'MB', ...references.map((name) => `to ${short(name)}`), ...others);
  for (const [name, runs] of Object.entries(rows)) {
    const of = (key) => show(median(runs.map((run) => run[key] ?? Number.NaN)));
    const to = (other) => times(median(ratios(runs, other)));
    row(
      name,
      of('ms'),
      of('processor'),
      of('megabytes'),
      ...references.map((reference) => to(rows[reference])),
      ...(references.includes(name) ? [] : figures.slice(1).map((other) => to(other[section].rows[name]))),
    );
  }
}

/** The name of a reference in the head of a column. */
const short = (name) => name.replace(/^an? /, '').slice(0, 11);
