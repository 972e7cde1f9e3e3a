import { formatSchemaRef } from '../../model/contracts/contract';
import type { RangeSchema } from '../../model/contracts/contract-ranges';
import { isJsonObject } from '../../model/json/json-value';
import type { Microversion } from '../../model/versions/microversion';
import { isSameJson } from '../../model/json/same-json';
import { formatRange } from '../../model/versions/version-range';
import type { Rule } from '../rule';
import { SEVERAL_RANGES } from './several-ranges';

/** A boundary between equal schemas makes readers search for a change that does not exist. */
export const rangesDiffer: Rule<'contract-ranges'> = {
  id: 'ranges-differ',
  subject: 'contract-ranges',
  severity: 'info',
  summary: 'Adjacent ranges of a contract have different schemas.',
  needs: SEVERAL_RANGES,
  check: ({ versions }) =>
    versions.flatMap((later, index) => {
      const earlier = versions[index - 1];
      if (earlier === undefined || !areNeighbours(earlier.range.max, later.range.min)) return [];
      if (!areSame(earlier, later)) return [];
      return [
        {
          at: later.place,
          message: equalRangesMessage(earlier, later),
          related: [{ at: earlier.place, message: formatRange(earlier.range) }],
        },
      ];
    }),
};

function equalRangesMessage(earlier: RangeSchema, later: RangeSchema): string {
  const joined = formatRange({
    ...(earlier.range.min === undefined ? {} : { min: earlier.range.min }),
    ...(later.range.max === undefined ? {} : { max: later.range.max }),
  });
  const [schema, other] = [formatSchemaRef(later.schema), formatSchemaRef(earlier.schema)];
  return schema === other
    ? `${schema} is also the schema of the previous range: merge the two ranges into one, ${joined}`
    : `${schema} has the same content as ${other}, the schema of the previous range: merge the two ranges into one, ${joined}`;
}

function areNeighbours(end: Microversion | undefined, begin: Microversion | undefined): boolean {
  return (
    end !== undefined && begin !== undefined && end.major === begin.major && end.minor + 1 === begin.minor
  );
}

function areSame(a: RangeSchema, b: RangeSchema): boolean {
  if (formatSchemaRef(a.schema) === formatSchemaRef(b.schema)) return true;
  const [ofA, ofB] = [a.written(), b.written()];
  if (ofA === undefined || ofB === undefined) return false;
  // The same relative reference in two files may resolve to different schemas.
  return isSameJson(withoutNames(ofA), withoutNames(ofB)) && !hasReference(ofA);
}

const NAMES: ReadonlySet<string> = new Set(['$id', 'id', '$comment', 'title', 'description']);

/** Names and descriptions do not change what a schema accepts. */
function withoutNames(schema: unknown): unknown {
  if (!isJsonObject(schema)) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !NAMES.has(name)));
}

function hasReference(schema: unknown): boolean {
  return /"\$(?:ref|dynamicRef|recursiveRef)":/.test(JSON.stringify(schema));
}
