import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { ProjectPlanOptions } from '../../src/engine/plan-project';
import { judgeProject } from '../engine/check-made';
import { openProject } from '../../src/engine/open/open-project';
import { EVERYTHING } from '../../src/engine/subjects/scopes';
import type { Finding } from '../../src/model/findings/finding';
import { DEFAULT_LIMITS } from '../../src/model/project/limits';
import { parseDocument } from '../../src/text/parse-document';
import { decodeText } from '../../src/text/decode';
import { runBounded } from '../../src/text/run-bounded';
import { RULES } from '../../src/rules/rule-registry';
import { harmlessMutants } from './harmless-mutants';
import { jointMutants, semanticMutants, structuralMutants, textMutants, type Mutant } from './mutants';

const ROOT = join(__dirname, '..', '..');
const project = openProject({ cwd: ROOT });

function mutantsOf(name: string): readonly Mutant[] {
  const text = readFileSync(join(ROOT, name), 'utf8');
  const sample: unknown = JSON.parse(text);
  return [
    ...structuralMutants(sample),
    ...semanticMutants(sample),
    ...jointMutants(sample),
    ...textMutants(text),
  ];
}

/** The errors of the project, or of the part in `options`, with one of its samples replaced by the mutant. */
function errorsWith(
  name: string,
  mutant: Pick<Mutant, 'text'>,
  options: ProjectPlanOptions = {},
): readonly Finding[] {
  const { text, problems } = decodeText(Buffer.from(mutant.text));
  const samples = project.samples.map((sample) =>
    sample.document.source.name === name
      ? {
          ...sample,
          document: parseDocument(
            { name, kind: 'sample', origin: 'samples' },
            text,
            DEFAULT_LIMITS,
            problems,
          ),
        }
      : sample,
  );
  return judgeProject({ ...project, samples }, options).findings.filter(
    ({ severity }) => severity === 'error',
  );
}

/** The subjects of rules that check a sample alone, or together with related documents. */
const OF_SAMPLES = new Set<string>(['document', 'sample', 'versions', 'versions-set', 'fact']);

/** The rules and files that must catch a mutant of one sample. Checking everything could only catch more. */
function scopeOf(name: string): ProjectPlanOptions {
  return {
    rules: RULES.filter(({ subject }) => OF_SAMPLES.has(subject)),
    scope: {
      ...EVERYTHING,
      sample: ({ document }) => document.source.name === name,
      contract: () => false,
    },
  };
}

/** In milliseconds, longer than any machine needs. One watchdog around all mutants is cheaper than one for each. */
const AGES = 600_000;

/** A finding, or the other side of a disagreement, at one of the mutant's places. */
function isAt(name: string, { at }: Mutant, finding: Finding): boolean {
  return [finding, ...finding.related].some(
    ({ file, pointer = '' }) => file === name && at.includes(pointer),
  );
}

describe('strength', () => {
  let caught = 0;
  let all = 0;

  test.each(project.samples.map(({ document }) => document.source.name))(
    'every mutant of %s is reported at its place',
    (name) => {
      const mutants = mutantsOf(name);
      const options = scopeOf(name);
      const survivorsOf = (mutant: Mutant) => {
        const errors = errorsWith(name, mutant, options);
        return errors.some((finding) => isAt(name, mutant, finding))
          ? []
          : [
              {
                mutant: mutant.name,
                found: errors.map(({ ruleId, file, pointer }) => `${ruleId} ${file}#${pointer ?? ''}`),
              },
            ];
      };
      const survivors = runBounded(() => mutants.flatMap(survivorsOf), AGES);
      if (survivors === 'timed-out') throw new Error(`the mutants of ${name} were not checked in time`);
      all += mutants.length;
      caught += mutants.length - survivors.length;
      expect(survivors).toEqual([]);
    },
  );

  test.each(
    project.samples.flatMap(({ document }) =>
      harmlessMutants(document.value).map((mutant) => ({ file: document.source.name, ...mutant })),
    ),
  )('in $file, it is harmless that $name: $reason', ({ file, ...mutant }) => {
    expect(errorsWith(file, mutant)).toEqual([]);
  });

  test('there are at least 300 mutants', () => {
    process.stdout.write(`mutants caught: ${caught} of ${all}\n`);
    expect(all).toBeGreaterThanOrEqual(300);
    expect(caught).toBe(all);
  });
});
