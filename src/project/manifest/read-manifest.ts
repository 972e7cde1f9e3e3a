import type { FormatDefinition } from '../../model/project/project';
import { childPointer, type JsonPointer } from '../../model/json/json-pointer';
import {
  isJsonArray,
  isJsonObject,
  itemsIn,
  member,
  type JsonObject,
  textMember,
} from '../../model/json/json-value';
import { DEFAULT_LIMITS } from '../../model/project/limits';
import { COMPARE_MODES } from '../../model/contracts/compare-mode';
import { RULE_LEVELS, type RuleLevel } from '../../model/severity';
import type {
  At,
  Manifest,
  ManifestContract,
  ManifestFact,
  ManifestFactPlace,
  ManifestList,
  ManifestLive,
  ManifestOpenApi,
  ManifestRange,
  ManifestSample,
  OperationSelection,
} from './manifest';
import { normalPath } from '../disk/file-path';

/** The default folder for generated types, relative to the manifest's folder. */
const DEFAULT_TYPES = 'src/types';

/** Reads a value that satisfies the manifest's schema, and adds the defaults. What the schema would reject is ignored, never guessed. */
export function readManifest(value: unknown): Manifest {
  const root = objectOf(value);
  const limits = objectOf(member(root, 'limits'));
  const json = objectOf(member(root, 'json'));
  const samples = textsAt(root, 'samples');
  const schemas = textsAt(root, 'schemas');
  return {
    ...optional('list', readList(root)),
    ...optional('service', textMember(root, 'service')),
    ...optional('legacyHeader', textMember(root, 'legacy_microversion_header')),
    ...optional('baseUrl', propertyAt(root, 'base_url', '')),
    ...optional('baseMicroversion', textMember(root, 'base_microversion')),
    samples: samples.length === 0 ? [{ value: 'api_samples', pointer: '/samples' }] : samples,
    ignore: textsAt(root, 'ignore'),
    schemas: schemas.length === 0 ? [{ value: 'schemas', pointer: '/schemas' }] : schemas,
    ...optional('refBase', propertyAt(root, 'ref_base', '')),
    references: propertiesOf(root, 'references').flatMap(({ key: url, value: target, pointer }) =>
      typeof target === 'string' ? [{ url, pointer, target: { value: target, pointer } }] : [],
    ),
    keywords: textsAt(root, 'keywords'),
    types: { value: textMember(root, 'types') ?? DEFAULT_TYPES, pointer: '/types' },
    openApi: oneOrMany(root, 'openapi', '').flatMap(readOpenApiEntry),
    contracts: propertiesOf(root, 'contracts').map(readContract),
    facts: propertiesOf(root, 'facts').map(readFact),
    rules: Object.fromEntries(
      propertiesOf(root, 'rules').flatMap(({ key, value: level }) =>
        isRuleLevel(level) ? [[key, level]] : [],
      ),
    ),
    formats: Object.fromEntries(propertiesOf(root, 'formats').flatMap(readFormat)),
    unicodePatterns: member(root, 'unicode_patterns') !== false,
    json: {
      comments: member(json, 'comments') === true,
      trailingCommas: member(json, 'trailing_commas') === true,
    },
    limits: {
      fileSize: numberAt(limits, 'file_size') ?? DEFAULT_LIMITS.fileSize,
      depth: numberAt(limits, 'depth') ?? DEFAULT_LIMITS.depth,
      validationTime: numberAt(limits, 'validation_time') ?? DEFAULT_LIMITS.validationTime,
    },
  };
}

function readList(root: JsonObject): ManifestList | undefined {
  if (member(root, 'manifests') === undefined) return undefined;
  const besides = Object.keys(root).filter((key) => key !== 'manifests' && key !== '$schema');
  return { globs: textsAt(root, 'manifests'), besides };
}

interface Property extends At<unknown> {
  readonly key: string;
}

function readContract({ key: name, value, pointer }: Property): ManifestContract {
  const contract = objectOf(value);
  const schema = textMember(contract, 'schema');
  const isFromSamples = isJsonObject(member(contract, 'schema'));
  const laws = member(contract, 'laws');
  return {
    name,
    pointer,
    ...optional('min', textMember(contract, 'min_version')),
    ...optional('max', textMember(contract, 'max_version')),
    ranges:
      schema === undefined
        ? oneOrMany(contract, 'ranges', pointer).flatMap(readRange)
        : [{ pointer, schema: { value: schema, pointer: childPointer(pointer, 'schema') } }],
    ...(isFromSamples ? { from: childPointer(pointer, 'schema') } : {}),
    samples: oneOrMany(contract, 'samples', pointer).flatMap(readSample),
    live: oneOrMany(contract, 'live', pointer).flatMap(readLive),
    ...(typeof laws === 'boolean' ? { laws } : {}),
    except: textsAt(contract, 'except', pointer),
  };
}

function readOpenApiEntry({ value, pointer }: At<unknown>): readonly ManifestOpenApi[] {
  const entry = objectOf(value);
  const document = textMember(entry, 'document');
  if (document === undefined) return [];
  return [
    {
      pointer,
      document: { value: document, pointer: childPointer(pointer, 'document') },
      ...optional('prefix', textMember(entry, 'prefix')),
      ...optional('select', readSelection(entry, 'select', pointer)),
      ...optional('except', readSelection(entry, 'except', pointer)),
    },
  ];
}

function readSelection(entry: JsonObject, key: string, parent: JsonPointer): OperationSelection | undefined {
  const selection = member(entry, key);
  if (!isJsonObject(selection)) return undefined;
  const pointer = childPointer(parent, key);
  const textsOf = (name: string) =>
    Object.hasOwn(selection, name) ? textsAt(selection, name, pointer) : undefined;
  return {
    ...optional('tags', textsOf('tags')),
    ...optional('paths', textsOf('paths')),
    ...optional('operations', textsOf('operations')),
  };
}

function readRange({ value, pointer }: At<unknown>): readonly ManifestRange[] {
  const range = objectOf(value);
  const schema = textMember(range, 'schema');
  if (schema === undefined) return [];
  return [
    {
      pointer,
      schema: { value: schema, pointer: childPointer(pointer, 'schema') },
      ...optional('min', textMember(range, 'min_version')),
      ...optional('max', textMember(range, 'max_version')),
    },
  ];
}

function readSample({ value, pointer }: At<unknown>): readonly ManifestSample[] {
  if (typeof value === 'string') return [{ pointer, path: value, expect: 'valid' }];
  const sample = objectOf(value);
  const path = textMember(sample, 'path');
  if (path === undefined) return [];
  return [
    {
      pointer: childPointer(pointer, 'path'),
      path,
      ...optional('microversion', textMember(sample, 'microversion')),
      expect: member(sample, 'expect') === 'invalid' ? 'invalid' : 'valid',
      ...optional('fence', propertyAt(sample, 'fence', pointer)),
      ...optional('at', propertyAt(sample, 'at', pointer)),
      ...optional('items', propertyAt(sample, 'items', pointer)),
    },
  ];
}

function readLive({ value, pointer }: At<unknown>): readonly ManifestLive[] {
  const live = objectOf(value);
  const request = textMember(live, 'request');
  if (request === undefined) return [];
  return [
    {
      pointer,
      request,
      status: numberAt(live, 'status') ?? 200,
      ...optional('sample', textMember(live, 'sample')),
      ...optional(
        'compare',
        COMPARE_MODES.find((mode) => mode === member(live, 'compare')),
      ),
      ignore: textsAt(live, 'ignore', pointer),
      negotiates: member(live, 'negotiates') === true,
      ...optional('microversion', textMember(live, 'microversion')),
      token: member(live, 'token') === true,
    },
  ];
}

function readFact({ key: name, value, pointer }: Property): ManifestFact {
  const places = itemsIn(value).flatMap((place, index) =>
    readFactPlace(objectOf(place), childPointer(pointer, index)),
  );
  return { name, pointer, places };
}

function readFactPlace(place: JsonObject, pointer: JsonPointer): readonly ManifestFactPlace[] {
  const file = textMember(place, 'file');
  const match = textMember(place, 'match');
  if (file !== undefined && match !== undefined)
    return [{ kind: 'file', pointer, file, match, ...optional('value', textMember(place, 'value')) }];
  const sample = textMember(place, 'sample');
  const at = textMember(place, 'at');
  return sample !== undefined && at !== undefined
    ? [{ kind: 'sample', pointer, sample: normalPath(sample), at }]
    : [];
}

function readFormat({ key, value }: Property): readonly (readonly [string, FormatDefinition])[] {
  if (typeof value === 'string') return [[key, value]];
  const pattern = textMember(objectOf(value), 'pattern');
  return pattern === undefined ? [] : [[key, { pattern }]];
}

function isRuleLevel(value: unknown): value is RuleLevel {
  return RULE_LEVELS.some((level) => level === value);
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

function propertiesOf(root: JsonObject, key: string): readonly Property[] {
  const pointer = childPointer('', key);
  return Object.entries(objectOf(member(root, key))).map(([name, value]) => ({
    key: name,
    value,
    pointer: childPointer(pointer, name),
  }));
}

/** The items of a property that is an array, or a single item that is given without an array. */
function oneOrMany(object: JsonObject, key: string, parent: JsonPointer): readonly At<unknown>[] {
  const value = member(object, key);
  const pointer = childPointer(parent, key);
  if (value === undefined) return [];
  return isJsonArray(value)
    ? value.map((item, index) => ({ value: item, pointer: childPointer(pointer, index) }))
    : [{ value, pointer }];
}

/** The strings of a property that is one string or an array of them. */
function textsAt(object: JsonObject, key: string, parent: JsonPointer = ''): readonly At<string>[] {
  return oneOrMany(object, key, parent).flatMap(({ value, pointer }) =>
    typeof value === 'string' ? [{ value, pointer }] : [],
  );
}

function propertyAt(object: JsonObject, key: string, parent: JsonPointer): At<string> | undefined {
  const value = textMember(object, key);
  return value === undefined ? undefined : { value, pointer: childPointer(parent, key) };
}

function numberAt(object: JsonObject, key: string): number | undefined {
  const value = member(object, key);
  return typeof value === 'number' ? value : undefined;
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
