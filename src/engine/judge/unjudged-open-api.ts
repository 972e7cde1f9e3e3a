import type { NotChecked } from '../../model/check-result';
import { groupBy, uniqueBy } from '../../model/group-by';
import { hasExample, partsOf, type OperationPart } from '../../model/open-api';
import { placeKey } from '../../model/place';
import type { Project } from '../../model/project';

/** What is not checked in OpenAPI documents: operations without an example, examples that are not JSON, and whatever would have to be fetched. */
export function unjudgedOpenApi({
  openApi: { documents, problems },
}: Pick<Project, 'openApi'>): readonly NotChecked[] {
  const operations = documents.flatMap((document) => document.operations);
  const parts = uniqueBy(
    documents.flatMap(partsOf).filter(({ notJudged }) => notJudged !== undefined),
    ({ place }) => placeKey(place),
  );
  return [
    {
      what: 'operations without an example',
      one: 'operation without an example',
      items: operations.filter((operation) => !hasExample(operation)).map(({ label }) => label),
    },
    ...[...groupBy(parts, ({ notJudged }) => notJudged?.what ?? '')].map(([what, ofKind]) => ({
      what: examplesIn(what, 'examples'),
      one: examplesIn(what, 'example'),
      items: ofKind.flatMap(itemsOf),
    })),
    {
      what: 'remote references',
      one: 'remote reference',
      items: problems.flatMap((problem) => (problem.kind === 'remote' ? problem.reference : [])),
    },
    {
      what: 'OpenAPI documents without operations',
      one: 'OpenAPI document without operations',
      items: documents
        .filter((document) => document.operations.length === 0 && document.file.problem === undefined)
        .map(({ file }) => file.source.name),
    },
  ];
}

/** `XML examples`, or `examples as text in a style`. */
function examplesIn(what: string, noun: string): string {
  return what.includes(' ') ? `${noun} as ${what}` : `${what} ${noun}`;
}

function itemsOf({ label, notJudged }: OperationPart): readonly string[] {
  return Array.from({ length: notJudged?.count ?? 0 }, () => label);
}
