import type { ContractTemplate } from '../../model/contracts/contract-template';
import type { Project } from '../../model/project/project';
import type { Scope } from '../../model/project/scope';
import type { SchemaNode } from '../../schema/link/schema-node';

/**
 * The contracts with placeholders. Meta-schemas in use are not among their schemas without a sample: schemas are checked against them.
 * `reached` gives what the schemas of all contracts reach.
 */
export function contractTemplates(
  { templates }: Pick<Project, 'templates'>,
  scope: Pick<Scope, 'shared'>,
  reached: () => readonly SchemaNode[],
): readonly ContractTemplate[] {
  const inScope = templates.filter(({ withoutSample }) => scope.shared(withoutSample));
  if (inScope.every(({ schemas }) => schemas.length === 0)) return inScope;
  const metaSchemas = new Set(
    reached().flatMap(({ file, links }) =>
      links
        .filter(({ describes, to }) => describes !== undefined && to.file !== file)
        .map(({ to }) => to.file.source.name),
    ),
  );
  return inScope.map((template) => ({
    ...template,
    schemas: template.schemas.filter((name) => !metaSchemas.has(name)),
  }));
}
