import type {
  Contract,
  ContractVersion,
  LiveRequest,
  SamplePattern,
  SchemaRef,
} from '../../model/contracts/contract';
import { parseMicroversion } from '../../model/versions/microversion';
import { percentDecoded } from '../../model/percent-decoded';
import type { Place } from '../../model/documents/place';
import { schemaFileNamed, type SchemaFiles } from '../../model/project/schema-files';
import type { VersionRange } from '../../model/versions/version-range';
import { normalPath } from '../disk/file-path';
import { isRelativeToManifest } from '../samples/find-samples';
import { fillInName } from '../samples/placeholders';
import type { ManifestContract, ManifestLive, ManifestRange, ManifestSample } from '../manifest/manifest';

/** A contract of a manifest, with its schemas, ranges and requests parsed; `file` is the name of the manifest. */
export function readContract(
  { name, pointer, min, max, ranges, from, samples, live, laws }: ManifestContract,
  file: string,
  schemas: Pick<SchemaFiles, 'filesAt'>,
): Contract {
  return {
    name: fillInName(name),
    place: { file, pointer, token: 'key' },
    ...(min === undefined && max === undefined ? {} : { range: readRange(min, max) }),
    versions: ranges.map((range) => readVersion(range, file, schemas)),
    patterns: samples.map((sample) => readPattern(sample, file)),
    live: live.map((request) => readLive(request, file)),
    ...(laws === undefined ? {} : { laws }),
    ...(from === undefined ? {} : { schemaFrom: { file, pointer: from, token: 'value' } as const }),
  };
}

function readRange(min: string | undefined, max: string | undefined): VersionRange {
  const from = min === undefined ? undefined : parseMicroversion(min);
  const to = max === undefined ? undefined : parseMicroversion(max);
  return { ...(from === undefined ? {} : { min: from }), ...(to === undefined ? {} : { max: to }) };
}

/** The schema of a contract for one range, as the manifest writes it. */
export function readVersion(
  { schema, min, max }: ManifestRange,
  file: string,
  schemas: Pick<SchemaFiles, 'filesAt'>,
): ContractVersion {
  // Without a backslash, a brace would begin a placeholder.
  const ref = parseSchemaRef(schema.value.replaceAll(/\\([{}])/g, '$1'));
  return {
    range: readRange(min, max),
    schema: { ...ref, file: schemaFileNamed(schemas, ref.file) },
    place: { file, pointer: schema.pointer, token: 'value' },
  };
}

function readPattern(sample: ManifestSample, file: string): SamplePattern {
  const { path, microversion, expect, pointer } = sample;
  const recorded = microversion === undefined ? undefined : parseMicroversion(microversion);
  return {
    pattern: normalPattern(path),
    expect,
    place: { file, pointer, token: 'value' },
    ...(recorded === undefined ? {} : { microversion: recorded }),
    ...readSelection(sample, file),
  };
}

function readSelection({ fence, at, items }: ManifestSample, file: string): Pick<SamplePattern, 'select'> {
  const stated = at ?? items ?? fence;
  if (stated === undefined) return {};
  return {
    select: {
      ...(fence === undefined ? {} : { fence: fence.value }),
      ...(at === undefined ? {} : { at: at.value }),
      ...(items === undefined ? {} : { items: items.value }),
      place: { file, pointer: stated.pointer, token: 'value' },
    },
  };
}

/** A pattern without `..`. A leading `./` stays, because it means the manifest's folder. */
function normalPattern(path: string): string {
  return isRelativeToManifest(path) ? `./${normalPath(path)}` : normalPath(path);
}

function readLive(live: ManifestLive, file: string): LiveRequest {
  const { request, status, sample, compare, ignore, negotiates, token, pointer } = live;
  const [method = '', path = ''] = request.split(' ');
  const place: Place = { file, pointer, token: 'opening' };
  const microversion = live.microversion === 'latest' ? 'latest' : parseMicroversion(live.microversion ?? '');
  return {
    method,
    path,
    status,
    ignore: ignore.map(({ value }) => value),
    negotiates,
    token,
    place,
    ...(compare === undefined ? {} : { compare }),
    ...(microversion === undefined ? {} : { microversion }),
    ...(sample === undefined ? {} : { sample: normalPath(sample) }),
  };
}

/** Parses a file name, optionally with a JSON Pointer after `#`. As in any URI reference, the fragment may be percent-encoded. */
export function parseSchemaRef(text: string): SchemaRef {
  const hash = text.indexOf('#');
  if (hash === -1) return { file: normalPath(text), pointer: '' };
  const pointer = percentDecoded(text.slice(hash + 1));
  return { file: normalPath(text.slice(0, hash)), pointer: pointer.replace(/\/$/, '') };
}
