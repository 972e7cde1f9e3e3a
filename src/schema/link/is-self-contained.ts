import { member } from '../../model/json/json-value';
import { everyObjectIn } from '../../model/json/every-object-in';
import type { SchemaRef } from '../../model/contracts/contract';
import { memoizeObject } from '../../model/memoize';
import type { SchemaFile, SchemaFiles } from '../../model/project/schema-files';
import { parseDialect } from '../dialects/dialect';

/** With a string as its value, each leads to another schema. */
const REFERENCES = ['$ref', '$dynamicRef', '$recursiveRef'];

/** What looks like a reference but is none, such as in an example, counts too. */
const isSelfContained: (file: SchemaFile) => boolean = memoizeObject(
  ({ value }) =>
    value !== undefined &&
    !everyObjectIn(value).some((each) => {
      const dialect = member(each, '$schema');
      return (
        REFERENCES.some((name) => typeof member(each, name) === 'string') ||
        Object.hasOwn(each, 'discriminator') ||
        (typeof dialect === 'string' && parseDialect(dialect) === undefined)
      );
    }),
);

/** Whether nothing in the file of a schema can refer to a schema, so that what it reaches is known without linking it. */
export function reachesOnlyItself(files: Pick<SchemaFiles, 'get'>, { file }: SchemaRef): boolean {
  const read = files.get(file);
  return read !== undefined && isSelfContained(read);
}
