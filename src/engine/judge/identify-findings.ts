import { clipEnd } from '../../model/clip-text';
import type { Finding } from '../../model/findings/finding';
import { isJsonArray, isJsonObject, member } from '../../model/json/json-value';
import { childPointer, pointerTokens, type JsonPointer } from '../../model/json/json-pointer';
import { documentName } from '../../model/documents/source';
import { digest } from '../../project/cache/cache-files';
import type { LocatedFinding } from './located-finding';

/** The algorithm below. A change of it gives every known finding a new identity, so the version must change too. */
const ALGORITHM = 'samplegate/v1';

/** What the findings of a run are identified by, besides themselves. */
export interface IdentityContext {
  /** The path of a file below the top of its repository. */
  readonly pathOf: (file: string) => string;
  /** The name of the service in a run over several; absent in any other run. */
  readonly target?: string;
  /** The request that a document answers, `GET /servers/${SAMPLEGATE_SERVER}`, without a value for its variables; undefined for a file. */
  readonly requestOf: (file: string) => string | undefined;
  /** The value of a document or schema, by name; undefined if there is none. */
  readonly valueOf: (document: string) => unknown;
  /** Replaces secrets in a text that came from this document. */
  readonly blank: (text: string, document: string) => string;
}

/**
 * Gives each finding its fingerprint. It has no line and no message, so that a baseline survives edits elsewhere in the file and better
 * wording. Findings of one run that would have the same are numbered, in their order.
 */
export function identifyFindings(
  findings: readonly LocatedFinding[],
  context: IdentityContext,
): readonly Finding[] {
  const counts = new Map<string, number>();
  const labels: ItemLabels = new Map();
  return findings.map((located) => {
    const { kind: _kind, quotes: _quotes, report: _report, settled, ...finding } = located;
    const identity = settled?.fingerprint ?? hashOf(identityOf(located, context, labels));
    const count = (counts.get(identity) ?? 0) + 1;
    counts.set(identity, count);
    return {
      fingerprint: `${identity}${count === 1 ? '' : `${NUMBER}${count}`}`,
      ...finding,
      ...(settled?.excerpt === undefined ? {} : { excerpt: settled.excerpt }),
    };
  });
}

/** Before the number of a finding that has the same identity as another. */
const NUMBER = '#';

/** A fingerprint without the number. */
export function withoutNumber(fingerprint: string): string {
  return fingerprint.split(NUMBER, 1)[0] ?? fingerprint;
}

function hashOf(parts: readonly string[]): string {
  return `${ALGORITHM}:${digest(JSON.stringify(parts)).slice(0, 32)}`;
}

function identityOf(
  { ruleId, file, part = '', pointer, contract = '', keyword = '', kind = '' }: LocatedFinding,
  { pathOf, target = '', requestOf, valueOf, blank }: IdentityContext,
  labels: ItemLabels,
): readonly string[] {
  const request = requestOf(file);
  const where = request === undefined ? [pathOf(file)] : [target, request];
  const document = documentName({ file, part: part === '' ? undefined : part });
  return pointer === undefined
    ? [ruleId, ...where, kind]
    : [
        ruleId,
        ...where,
        part,
        contract,
        keyword,
        blank(
          stablePointer(() => valueOf(document), pointer, labels),
          document,
        ),
      ];
}

/** What an item of a list is called, in this order. */
const NAMES = ['id', 'name', 'rel', 'href'] as const;

/** In characters: a service may send an id of megabytes. */
const LONGEST_NAME = 80;

/** The names of the items of each list that a pointer leads through; undefined for an item without one. */
type ItemLabels = Map<readonly unknown[], readonly (string | undefined)[]>;

/** A pointer with the index of each item replaced by the item's name, if no other item of the list has it. */
function stablePointer(read: () => unknown, pointer: JsonPointer, labels: ItemLabels): JsonPointer {
  // Most pointers have no index, and then the document is not needed.
  let value = /\/\d/.test(pointer) ? read() : undefined;
  let stable = '';
  for (const token of pointerTokens(pointer)) {
    if (isJsonArray(value)) {
      const known = labels.get(value) ?? labelsOf(value);
      labels.set(value, known);
      const label = known[Number(token)];
      stable = childPointer(stable, label ?? token);
      value = value[Number(token)];
    } else {
      stable = childPointer(stable, token);
      value = isJsonObject(value) ? member(value, token) : undefined;
    }
  }
  return stable;
}

function labelsOf(items: readonly unknown[]): readonly (string | undefined)[] {
  const counts = new Map<string, number>();
  const named = items.map((item) =>
    NAMES.flatMap((name) => {
      const value = isJsonObject(item) ? member(item, name) : undefined;
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      const label = `${name}=${clipEnd(String(value), LONGEST_NAME)}`;
      counts.set(label, (counts.get(label) ?? 0) + 1);
      return [label];
    }),
  );
  return named.map((labels) => labels.find((label) => counts.get(label) === 1));
}
