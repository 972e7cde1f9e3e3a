import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import '@hyperjump/json-schema/draft-2019-09';
import '@hyperjump/json-schema/draft-07';
import '@hyperjump/json-schema/draft-06';
import '@hyperjump/json-schema/draft-04';
import * as fc from 'fast-check';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DIALECTS, schemaIn, value } from './arbitrary-schema.mjs';

/**
 * Random schemas and values. Samplegate and @hyperjump/json-schema, an independent implementation, must give the same verdict on each.
 *
 * @param {object} library Samplegate's exports
 * @param {string} work an empty folder
 * @param {(input: unknown) => void} started called with each input before it is tried
 */
export function verdictProperties(library, work, started) {
  return DIALECTS.map((dialect) => ({
    name: `verdicts in ${dialect.name}`,
    property: fc.asyncProperty(
      schemaIn(dialect),
      fc.array(value, { minLength: 1, maxLength: 8 }),
      async (schema, values) => {
        started({ schema, values });
        const ours = ourVerdicts(library, work, schema, values);
        const theirs = await theirVerdicts(schema, values);
        const wrong = values.findIndex((_, index) => ours[index] !== theirs[index]);
        if (wrong !== -1)
          throw new Error(
            `${JSON.stringify(values[wrong])}: Samplegate says ${ours[wrong]}, @hyperjump/json-schema says ${theirs[wrong]}`,
          );
      },
    ),
  }));
}

/** `true`, `false`, or why there is no verdict. */
function ourVerdicts(library, work, schema, values) {
  const folder = join(work, 'schemas');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'a.json'), JSON.stringify(schema));
  const contracts = { any: { schema: 'a.json', samples: 'none.json' } };
  const project = library.openProject({
    cwd: work,
    manifestText: JSON.stringify({ samples: '.', contracts }),
  });
  const verdicts = values.map((of) => {
    const verdict = library.schemaVerdict(project, { file: 'a.json', pointer: '' }, of, {
      formats: 'annotated',
    });
    return verdict.kind === 'checked' ? verdict.violations.length === 0 : verdict.kind;
  });
  rmSync(folder, { recursive: true });
  return verdicts;
}

async function theirVerdicts(schema, values) {
  const uri = 'https://example.com/a';
  registerSchema(structuredClone(schema), uri);
  try {
    const validateOne = await validate(uri);
    return values.map((of) => validateOne(of).valid);
  } finally {
    unregisterSchema(uri);
  }
}
