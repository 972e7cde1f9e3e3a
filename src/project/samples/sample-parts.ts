import type { Claim, MissingPart, PartSelection, SamplePattern } from '../../model/contracts/contract';
import type { Document } from '../../model/documents/document';
import { childPointer, pointerTokens, valueAt, type JsonPointer } from '../../model/json/json-pointer';
import { isJsonObject } from '../../model/json/json-value';
import type { Limits } from '../../model/project/limits';
import { nearest } from '../../model/nearest';
import { queryJsonPath } from '../../text/json-path';
import { partOfDocument } from '../../text/part-of-document';
import { addClaim } from './match-samples';

/** A document of a file, and the claims on it. */
export interface ClaimedDocument {
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** The pointer or query that selects nothing in it, although it does in others of the file. */
  readonly lacks?: string;
}

/** A pattern that names a part which a file does not have. */
export interface Miss {
  readonly claim: Claim;
  readonly missing: Omit<MissingPart, 'path'>;
}

/**
 * The samples in one file: its documents, and the parts of them that patterns select. `documentsOf` gives the blocks of a Markdown file, or
 * the documents of any other one.
 */
export function claimedParts(
  documentsOf: (fence: string | undefined) => readonly Document[],
  claims: readonly Claim[],
  limits: Pick<Limits, 'validationTime'>,
): { readonly claimed: readonly ClaimedDocument[]; readonly misses: readonly Miss[] } {
  const [only] = claims;
  // Nearly all files are one sample of one contract.
  if (only !== undefined && claims.length === 1 && only.pattern.select === undefined) {
    const documents = documentsOf(undefined);
    if (documents.length > 0)
      return { claimed: documents.map((document) => ({ document, claims })), misses: [] };
  }
  const claimed = new Map<string, ClaimedDocument>();
  const misses: Miss[] = [];
  for (const claim of claims) {
    const documents = documentsOf(claim.pattern.select?.fence);
    if (documents.length === 0) misses.push({ claim, missing: { reason: 'no-block' } });
    const found = documents.map((document) => select(document, claim.pattern, limits));
    const [first] = found;
    if (first !== undefined && 'reason' in first && found.every((each) => 'reason' in each))
      misses.push({ claim, missing: first });
    else
      for (const [index, document] of documents.entries())
        if (found[index] !== undefined && 'reason' in found[index]) noteLack(document, claim.pattern);
    for (const document of found.flatMap((each) => ('reason' in each ? [] : each))) {
      const { name } = document.source;
      const before = claimed.get(name);
      claimed.set(name, {
        document: before?.document ?? document,
        claims: addClaim(before?.claims ?? [], claim),
      });
    }
  }
  return { claimed: [...claimed.values()], misses };

  /** A line, document or block without the part is no sample, and that is reported there: the others are checked. */
  function noteLack(document: Document, { select: selection, pattern }: SamplePattern): void {
    const { name } = document.source;
    if (claimed.has(name)) return;
    claimed.set(name, { document, claims: [], lacks: selection?.at ?? selection?.items ?? pattern });
  }
}

/** A document that cannot be read is its own only part, so that the reason is reported. */
function select(
  document: Document,
  { select: selection }: SamplePattern,
  limits: Pick<Limits, 'validationTime'>,
): readonly Document[] | Omit<MissingPart, 'path'> {
  if (selection === undefined || document.value === undefined) return [document];
  const pointers = pointersOf(selection, document.value, limits);
  if (pointers === 'timed-out') return { reason: 'timed-out' };
  const parts = pointers.flatMap((pointer) => partOfDocument(document, pointer) ?? []);
  if (parts.length > 0) return parts;
  const near = selection.at === undefined ? undefined : nearestPointer(document.value, selection.at);
  return { reason: 'nothing-there', ...(near === undefined ? {} : { nearest: near }) };
}

function pointersOf(
  { at, items }: PartSelection,
  value: unknown,
  { validationTime }: Pick<Limits, 'validationTime'>,
): readonly JsonPointer[] | 'timed-out' {
  if (items === undefined) return [at ?? ''];
  const answer = queryJsonPath(items, value, validationTime);
  if (answer === 'timed-out') return answer;
  return 'mistake' in answer ? [] : answer.matches.map(({ pointer }) => pointer);
}

/** The pointer with its first wrong property replaced by a similar one, if it then leads somewhere. */
function nearestPointer(value: unknown, at: JsonPointer): JsonPointer | undefined {
  const tokens = pointerTokens(at);
  let reached = '';
  for (const [index, token] of tokens.entries()) {
    const next = childPointer(reached, token);
    const holder = valueAt(value, reached);
    if (valueAt(value, next) === undefined) {
      const near = isJsonObject(holder) ? nearest(token, Object.keys(holder)) : undefined;
      if (near === undefined) return undefined;
      const fixed = [near, ...tokens.slice(index + 1)].reduce<string>(childPointer, reached);
      return valueAt(value, fixed) === undefined ? undefined : fixed;
    }
    reached = next;
  }
  return undefined;
}
