import { formatSchemaRef, type Contract, type ContractVersion } from '../../model/contracts/contract';
import { childPointer } from '../../model/json/json-pointer';
import { groupBy } from '../../model/group-by';
import type { SchemaFiles } from '../../model/project/schema-files';
import { count } from '../../wording/list-words';
import { createGlobMatcher } from './ignored-files';
import type { Manifest, ManifestContract, ManifestMistake, ManifestRange } from '../manifest/manifest';
import {
  compilePlaceholders,
  countLiterals,
  escapeValue,
  fillIn,
  fillInName,
  placeholdersIn,
  type Values,
} from '../samples/placeholders';
import { parseSchemaRef, readContract, readVersion } from './read-contracts';
import { isTemplate, wordsOfSchemas } from './template-mistakes';

/** The contracts of a manifest, and the mistakes that show only with the list of schema files. */
export interface Expansion {
  readonly contracts: readonly Contract[];
  readonly mistakes: readonly ManifestMistake[];
}

/**
 * Reads the contracts of a manifest. A contract with placeholders becomes one contract for each schema file that it matches; `file` is the
 * name of the manifest, and `schemas` are the schema files. A schema that two templates match belongs to the one with more literal
 * characters. A contract written out in the manifest replaces one of its name.
 */
export function expandContracts(
  { contracts }: Pick<Manifest, 'contracts'>,
  file: string,
  schemas: SchemaFiles,
): Expansion {
  const templates = contracts.filter(isTemplate);
  if (templates.length === 0)
    return { contracts: contracts.map((contract) => readContract(contract, file, schemas)), mistakes: [] };
  const written = new Set(
    contracts.filter((contract) => !isTemplate(contract)).map(({ name }) => fillInName(name)),
  );
  const matches = ownMatches(templates, schemas);
  const known = new Map<string, Generated>();
  const mistakes: ManifestMistake[] = [];
  for (const template of templates) {
    const found = matches.get(template) ?? [];
    if (found.every(({ files }) => files.size === 0)) {
      const isTaken = found.some(({ isMatched }) => isMatched);
      mistakes.push({ pointer: pointerOf(template), message: noSchema(template, isTaken) });
      continue;
    }
    const conflicts: string[] = [];
    for (const generated of generate(template, found)) {
      const { name } = generated.contract;
      if (written.has(name)) continue;
      const other = known.get(name);
      if (other === undefined) known.set(name, generated);
      else if (other.template === template && other.schemas === generated.schemas)
        known.set(name, withPatternsOf(other, generated));
      else conflicts.push(conflict(name, other, generated));
    }
    const [first] = conflicts;
    if (first !== undefined) {
      const more =
        conflicts.length > 1
          ? `; ${count(conflicts.length - 1, 'other name has', 'other names have')} this conflict`
          : '';
      mistakes.push({ pointer: pointerOf(template), message: first + more });
    }
  }
  const generated = groupBy([...known.values()], ({ template }) => template);
  return {
    contracts: contracts.flatMap((contract) =>
      isTemplate(contract)
        ? (generated.get(contract) ?? []).map((each) => each.contract)
        : [readContract(contract, file, schemas)],
    ),
    mistakes,
  };

  function generate(template: ManifestContract, found: readonly RangeMatches[]): readonly Generated[] {
    const words = wordsOfSchemas(template);
    const tuples = new Map(
      found
        .filter((range) => range.words.length === words.length)
        .flatMap(({ files }) => [...files.values()].flat())
        .map(({ values }) => [keyOf(values, words), values]),
    );
    return [...tuples.values()].flatMap((values) => {
      const choices = template.ranges.map((range) => {
        const matching = found.find((each) => each.range === range);
        if (matching === undefined) return [readVersion(range, file, schemas)];
        const files = matching.files.get(keyOf(values, matching.words)) ?? [];
        return files.map((match) => versionOf(range, match.file, values));
      });
      // Two files for one range are two contracts of one name: a mistake.
      return Array.from({ length: Math.max(...choices.map(({ length }) => length)) }, (_, index) =>
        createGenerated(
          template,
          values,
          choices.flatMap((choice) => choice[index] ?? choice[0] ?? []),
        ),
      );
    });
  }

  function createGenerated(
    template: ManifestContract,
    values: Values,
    versions: readonly ContractVersion[],
  ): Generated {
    const samples = template.samples.map((sample) => ({
      ...sample,
      path: fillIn(sample.path, values, escapeValue),
    }));
    const contract = readContract({ ...template, samples, ranges: [] }, file, schemas);
    return {
      template,
      schemas: versions.map(({ schema }) => formatSchemaRef(schema)).join(' and '),
      contract: {
        ...contract,
        name: fillInName(template.name, values),
        template: template.name,
        versions,
        patterns: contract.patterns.map((pattern, index) => ({
          ...pattern,
          template: template.samples[index]?.path ?? pattern.pattern,
        })),
      },
    };
  }

  function versionOf(range: ManifestRange, schema: string, values: Values): ContractVersion {
    const { pointer } = parseSchemaRef(range.schema.value);
    return {
      ...readVersion(range, file, schemas),
      schema: { file: schema, pointer: fillIn(pointer, values, (value) => childPointer('', value).slice(1)) },
    };
  }
}

/** A contract that a template gives, and its schemas as one text. */
interface Generated {
  readonly template: ManifestContract;
  readonly schemas: string;
  readonly contract: Contract;
}

/** The schema files that one range of a template matches, by the values of its placeholders. */
interface RangeMatches {
  readonly range: ManifestRange;
  readonly words: readonly string[];
  /** Whether any file matches, also one that belongs to another template. */
  readonly isMatched: boolean;
  readonly files: ReadonlyMap<string, readonly SchemaMatch[]>;
}

interface SchemaMatch {
  readonly file: string;
  readonly values: Values;
}

/** What each template matches, without the files that another one matches with more literal characters. */
function ownMatches(
  templates: readonly ManifestContract[],
  schemas: SchemaFiles,
): ReadonlyMap<ManifestContract, readonly RangeMatches[]> {
  const most = new Map<string, number>();
  const files = schemas.list().map((file) => ({ file, path: schemas.shortPath?.(file) ?? file }));
  const all = templates.flatMap((template) => {
    const isExcepted = createGlobMatcher(template.except.map(({ value }) => value));
    const own = template.except.length === 0 ? files : files.filter(({ path }) => !isExcepted(path));
    return template.ranges.flatMap((range) => {
      const pattern = parseSchemaRef(range.schema.value).file;
      const words = placeholdersIn(pattern);
      if (words.length === 0) return [];
      const literals = countLiterals(pattern);
      const { matchAll } = compilePlaceholders(pattern);
      const matches = own.flatMap(({ file, path }) =>
        matchAll(path)
          .filter(({ size }) => size === words.length)
          .map((values): SchemaMatch => ({ file, values })),
      );
      for (const { file } of matches) most.set(file, Math.max(literals, most.get(file) ?? 0));
      return [{ template, range, words, literals, matches }];
    });
  });
  const own = all.map(({ template, range, words, literals, matches }) => ({
    template,
    range,
    words,
    isMatched: matches.length > 0,
    files: groupBy(
      matches.filter(({ file }) => most.get(file) === literals),
      ({ values }) => keyOf(values, words),
    ),
  }));
  return groupBy(own, ({ template }) => template);
}

function keyOf(values: Values, words: readonly string[]): string {
  return words.map((word) => values.get(word) ?? '').join('/');
}

/** The place of what a template matches schemas with. */
function pointerOf({ ranges: [range], pointer }: ManifestContract): string {
  return range?.schema.pointer ?? pointer;
}

function noSchema({ ranges: [range], except }: ManifestContract, isTaken: boolean): string {
  const pattern = `\`${range?.schema.value ?? ''}\``;
  return isTaken
    ? `each schema file that matches ${pattern} also matches a pattern with more literal characters, which gives its contract: remove this one`
    : `no schema file matches ${pattern}${except.length === 0 ? '' : ' without those of `except:`'}: fix it, or remove the contract`;
}

function conflict(name: string, other: Generated, own: Generated): string {
  return other.template === own.template
    ? `${other.schemas} and ${own.schemas} both give the contract \`${name}\`: add a placeholder that differs to the name, or omit one with \`except:\``
    : `${own.schemas} gives the contract \`${name}\`, as \`${other.template.name}\` does with ${other.schemas}: change one of the names`;
}

/** The same contract with the samples of both: the schema's name can be split in several ways that give one name. */
function withPatternsOf(first: Generated, second: Generated): Generated {
  const { contract } = first;
  return {
    ...first,
    contract: { ...contract, patterns: [...contract.patterns, ...second.contract.patterns] },
  };
}
