import { formatSchemaRef } from '../../model/contract';
import type { RangeSchema } from '../../model/contract-ranges';
import { isJsonObject } from '../../model/json-value';
import type { Microversion } from '../../model/microversion';
import { isSameJson } from '../../model/same-json';
import { formatRange } from '../../model/version-range';
import type { Rule } from '../rule';

/** A reader looks for what changed at the boundary, and nothing did. */
export const rangesDiffer: Rule<'contract-ranges'> = {
  id: 'ranges-differ',
  subject: 'contract-ranges',
  severity: 'info',
  summary: 'Two neighbouring ranges of a contract have different schemas.',
  check: ({ versions }) =>
    versions.flatMap((later, index) => {
      const earlier = versions[index - 1];
      if (earlier === undefined || !areNeighbours(earlier.range.max, later.range.min)) return [];
      if (!areSame(earlier, later)) return [];
      return [
        {
          at: later.place,
          message: describe(earlier, later),
          related: [{ at: earlier.place, message: formatRange(earlier.range) }],
        },
      ];
    }),
};

function describe(earlier: RangeSchema, later: RangeSchema): string {
  const joined = formatRange({
    ...(earlier.range.min === undefined ? {} : { min: earlier.range.min }),
    ...(later.range.max === undefined ? {} : { max: later.range.max }),
  });
  const [schema, other] = [formatSchemaRef(later.schema), formatSchemaRef(earlier.schema)];
  return schema === other
    ? `${schema} is the schema of the range before too, so nothing changes: make both one range, ${joined}`
    : `${schema} says the same as ${other} before it, so nothing changes: make both one range, ${joined}`;
}

function areNeighbours(end: Microversion | undefined, begin: Microversion | undefined): boolean {
  return (
    end !== undefined && begin !== undefined && end.major === begin.major && end.minor + 1 === begin.minor
  );
}

function areSame(a: RangeSchema, b: RangeSchema): boolean {
  if (formatSchemaRef(a.schema) === formatSchemaRef(b.schema)) return true;
  if (a.written === undefined || b.written === undefined) return false;
  // Equal references of different files may lead to different schemas.
  return isSameJson(withoutNames(a.written), withoutNames(b.written)) && !hasReference(a.written);
}

const NAMES: ReadonlySet<string> = new Set(['$id', 'id', '$comment', 'title', 'description']);

/** What a schema is called is no part of what it says. */
function withoutNames(schema: unknown): unknown {
  if (!isJsonObject(schema)) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !NAMES.has(name)));
}

function hasReference(schema: unknown): boolean {
  return /"\$(?:ref|dynamicRef|recursiveRef)":/.test(JSON.stringify(schema));
}
