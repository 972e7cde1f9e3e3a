import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { jest } from '@jest/globals';

import type { LawsOptions } from '../../src/engine/check-laws';
import type { CheckResult } from '../../src/model/check-result';
import type { Finding } from '../../src/model/finding';
import type { Position } from '../../src/model/place';
import type { Severity } from '../../src/model/severity';

const FIXTURES = join(__dirname, '../fixtures/rules');

/** A point in a text, as people count: both from 1. */
interface Point {
  readonly line: number;
  readonly column: number;
}

/** What a finding says and where, without the offsets that nobody counts by hand. */
export interface FixtureFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the fixture folder. */
  readonly file: string;
  readonly pointer?: string;
  readonly start: Point;
  readonly end: Point;
  readonly clients?: string;
  readonly related?: readonly {
    readonly message: string;
    readonly file: string;
    readonly pointer?: string;
    readonly start: Point;
    readonly end: Point;
  }[];
}

/**
 * Every finding, of whatever severity, of a folder below `tests/fixtures/rules`: a project with a manifest, or versions documents;
 * where `exchanges.json` records a service beside the manifest, that is checked too.
 */
export async function findingsOf(
  folder: string,
  options: LawsOptions = {},
): Promise<readonly FixtureFinding[]> {
  const root = join(FIXTURES, folder);
  const { findings } = await checkFolder(root, options);
  return findings.map(reduce);
}

/** Each kind of folder loads what it needs, as loading the engine takes longer than most folders' check. */
async function checkFolder(root: string, options: LawsOptions): Promise<CheckResult> {
  const recorded = join(root, 'exchanges.json');
  if (existsSync(recorded)) {
    const { readRecording, recordedClient } =
      jest.requireActual<typeof import('../engine/recorded-client')>('../engine/recorded-client');
    const { checkMade } = jest.requireActual<typeof import('../engine/check-made')>('../engine/check-made');
    const { openProject } = jest.requireActual<typeof import('../../src/engine/open/open-project')>(
      '../../src/engine/open/open-project',
    );
    const recording = readRecording(recorded);
    const { base } = recording;
    return checkMade(openProject({ cwd: root }), {
      target: { name: base, url: base },
      address: base,
      client: recordedClient(recording),
    });
  }
  if (existsSync(join(root, 'contracts.yaml'))) {
    const { check } = jest.requireActual<typeof import('../../src/engine/check')>('../../src/engine/check');
    return check({ cwd: root, manifest: 'contracts.yaml' });
  }
  const names = readdirSync(root).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new Error(`no documents in ${root}`);
  const { checkLaws } = jest.requireActual<typeof import('../../src/engine/check-laws')>(
    '../../src/engine/check-laws',
  );
  const documents = names.toSorted().map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
  return checkLaws({ documents, ...options });
}

function reduce(finding: Finding): FixtureFinding {
  const { ruleId, severity, message, file, pointer, start, end, clients, related } = finding;
  return {
    ruleId,
    severity,
    message,
    file,
    ...(pointer === undefined ? {} : { pointer }),
    start: point(start),
    end: point(end),
    ...(clients === undefined ? {} : { clients }),
    ...(related.length === 0
      ? {}
      : {
          related: related.map((place) => ({
            message: place.message,
            file: place.file,
            ...(place.pointer === undefined ? {} : { pointer: place.pointer }),
            start: point(place.start),
            end: point(place.end),
          })),
        }),
  };
}

function point({ line, column }: Position): Point {
  return { line, column };
}
