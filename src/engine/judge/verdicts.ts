import type { Verdict } from '../../model/findings/check-result';
import { usersOf, type Claim, type Sample } from '../../model/contracts/contract';
import { contractsNamed, rulesOf, type Finding } from '../../model/findings/finding';
import { contractOfItem } from '../../model/project/open-api';
import { groupBy } from '../../model/group-by';
import type { LiveExchange } from '../../model/live/live';
import { documentName, fileOf, partOf } from '../../model/documents/source';
import { memoize, memoizeObject } from '../../model/memoize';
import { sampleJudged } from '../../rules/judged/sample-judged';
import { causesOfExchange } from '../../rules/judged/unjudged-causes';
import { whyExchangeUnjudged } from '../../rules/judged/why-unjudged';
import { sampleMatchesResponse } from '../../rules/live/sample-matches-response';
import type { AnyRule, SubjectKind, SubjectLists } from '../../rules/rule';
import { SUBJECT_KINDS } from '../../rules/subject-kinds';
import { nameOfExchange } from './exchange-name';
import { nothingToJudge } from './nothing-to-judge';
import { isNegotiationJudged } from './unjudged-negotiations';

/** Whether a rule is about a single document, so that its findings belong to the document's verdict. */
export function isAboutOneDocument({ subject }: AnyRule): boolean {
  return SUBJECT_KINDS[subject].scope === 'one-document';
}

/** One verdict per sample and per live request, with the rules about single documents; and one per rule that looks across documents. */
export function createVerdicts(
  subjects: SubjectLists,
  rules: readonly AnyRule[],
  findings: readonly Finding[],
  judgedBefore?: ReadonlySet<SubjectKind>,
): readonly Verdict[] {
  // A document that was not judged has not passed, although the finding is about the cause.
  const { within, rulesOn, verdictWithout } = factsOf(rules);
  const byFile = groupBy(
    findings.filter((finding) => rulesOf(finding).some((id) => within.has(id))).flatMap(byFileOfVerdict),
    ({ file }) => file,
  );
  const kindsOf = kindsOfDocuments(subjects);
  const samples = new Map(subjects.sample.map((sample) => [sample.document, sample]));
  const verdictOn = (
    {
      file,
      part,
      ...rest
    }: Pick<Verdict, 'group' | 'name' | 'part' | 'operations'> & {
      readonly file: string;
    },
    kinds: ReadonlySet<SubjectKind>,
    claims: readonly Claim[] = [],
  ): Verdict => {
    const ofRules = rulesOn(kinds);
    const found = byFile.get(documentName({ file, part }));
    const ofDocument = found === undefined ? NO_FINDINGS : found.map(({ finding }) => finding);
    const contract = contractOf(claims);
    const { group, name, operations } = rest;
    // There may be a hundred thousand of these, and objects that are spread together are several times as large.
    if (part === undefined && operations === undefined && contract !== undefined)
      return { group, name, file, contract, rules: ofRules, findings: ofDocument };
    return {
      ...rest,
      file,
      ...(part === undefined ? {} : { part }),
      ...(contract === undefined ? {} : { contract }),
      rules: ofRules,
      findings: ofDocument,
    };
  };
  const ofExchanges = subjects.exchange.map((exchange) => {
    const file = nameOfExchange(exchange);
    const ofUrl = kindsOf.get(file) ?? new Set<SubjectKind>();
    // Another request to the same URL may have a body.
    const ofBody = isLeftUnjudged(exchange)
      ? [...ofUrl].filter((kind) => kind === 'negotiation')
      : [...(exchange.claims.length > 0 ? (['named'] as const) : []), ...ofUrl];
    const kinds = new Set<SubjectKind>(['request-group', 'exchange', ...ofBody]);
    return verdictOn({ group: 'response', name: exchange.name, file }, kinds, exchange.claims);
  });
  const asked = new Set(subjects.exchange.map(nameOfExchange));
  const inSchemas = new Set(subjects['schema-example'].map(({ document }) => document.source.name));
  const ofDocuments = subjects.document
    .filter(({ source }) => !asked.has(source.name) && !inSchemas.has(source.name))
    .map((document) => {
      const sample = samples.get(document);
      const { name } = document.source;
      return verdictOn(
        document.kind === 'response'
          ? { group: 'response', name: `GET ${name}`, file: name }
          : {
              group: 'sample',
              name: sample?.path ?? name,
              file: fileOf(document.source),
              ...partOf(document.source),
              ...operationsOf(sample),
            },
        kindsOf.get(name) ?? new Set(),
        sample?.claims,
      );
    });
  const negotiated = new Set(subjects.negotiation.map(({ url }) => url));
  for (const { source } of negotiated.size === 0 ? [] : subjects.document) negotiated.delete(source.name);
  const ofNegotiations = [...negotiated]
    .filter((url) => !asked.has(url))
    .map((url) =>
      verdictOn(
        { group: 'response', name: `GET ${url}`, file: url },
        new Set<SubjectKind>(['request-group', ...(kindsOf.get(url) ?? [])]),
      ),
    );
  const aboutDocuments = [...ofDocuments, ...ofExchanges, ...ofNegotiations];
  const inDocuments = new Set(aboutDocuments.flatMap((verdict) => verdict.findings));
  // What was not judged belongs to its documents, or to the rule about its cause.
  const isElsewhere = (finding: Finding) => finding.ruleId !== sampleJudged.id || inDocuments.has(finding);
  const byRule = groupBy(
    findings.flatMap((finding) => [...new Set(rulesOf(finding))].map((id) => ({ id, finding }))),
    ({ id }) => id,
  );
  const ofRules = rules.flatMap((rule): readonly Verdict[] => {
    const { id } = rule;
    const ofRule = byRule.get(id)?.map(({ finding }) => finding) ?? NO_FINDINGS;
    // What a rule about documents finds in the example of a schema belongs to no document of its own.
    const isOfDocuments = isAboutOneDocument(rule);
    if (ofRule.length === 0)
      return isOfDocuments ? [] : [verdictWithout(rule, nothingToJudge(rule, subjects, judgedBefore))];
    const own = isOfDocuments
      ? ofRule.filter((finding) => inSchemas.has(documentName(finding)))
      : ofRule.filter((finding) => id !== sampleJudged.id || !isElsewhere(finding));
    if (isOfDocuments && own.length === 0) return [];
    return [{ group: 'rule', name: id, rules: [id], findings: own }];
  });
  return [...aboutDocuments, ...ofRules];
}

/** Whether the answer to a request gave nothing to judge, and that is no error: the summary counts it. */
function isLeftUnjudged(exchange: LiveExchange): boolean {
  return whyExchangeUnjudged(exchange) !== undefined && causesOfExchange(exchange).length === 0;
}

/** How many responses were checked: those to live requests, and the documents behind links. */
export function countResponses(verdicts: readonly Verdict[]): number {
  const responses = verdicts.filter(({ group, file }) => group === 'response' && file !== undefined);
  return new Set(responses.map(({ file = '', part }) => documentName({ file, part }))).size;
}

/** Shared by all documents without findings. */
const NO_FINDINGS: readonly Finding[] = [];

/** What verdicts need to know about a list of rules. It is the same for each of many services. */
interface RuleFacts {
  /** The ids of the rules whose findings belong to the verdicts on documents. */
  readonly within: ReadonlySet<string>;
  /** Lists the rules that were run on subjects of some kinds; one list for all sets of the same kinds. */
  readonly rulesOn: (kinds: ReadonlySet<SubjectKind>) => readonly string[];
  /** The verdict on a rule without findings, and why it had nothing to judge. */
  readonly verdictWithout: (rule: AnyRule, why: string | undefined) => Verdict;
}

const factsOf = memoizeObject((rules: readonly AnyRule[]): RuleFacts => {
  const ofKinds = memoize((kinds: string) => {
    const set = new Set(kinds.split(' '));
    return rules.filter(({ subject }) => set.has(subject)).map(({ id }) => id);
  });
  const without = memoizeObject(({ id }: AnyRule) =>
    memoize((why: string | undefined): Verdict => ({
      group: 'rule',
      name: id,
      rules: [id],
      findings: NO_FINDINGS,
      ...(why === undefined ? {} : { nothingToJudge: why }),
    })),
  );
  return {
    within: new Set([...rules.filter(isAboutOneDocument).map(({ id }) => id), sampleJudged.id]),
    rulesOn: (kinds) => ofKinds([...kinds].join(' ')),
    verdictWithout: (rule, why) => without(rule)(why),
  };
});

/** The kinds of subjects that each document is. A verdict lists only rules of these kinds: a law was not run on, say, a server. */
function kindsOfDocuments(subjects: SubjectLists): ReadonlyMap<string, ReadonlySet<SubjectKind>> {
  const kinds = new Map<string, ReadonlySet<SubjectKind>>();
  // Thousands of documents are of the same few kinds, so they share one set.
  const withKind = new Map<ReadonlySet<SubjectKind>, Map<SubjectKind, ReadonlySet<SubjectKind>>>();
  const none: ReadonlySet<SubjectKind> = new Set();
  const add = (name: string, kind: SubjectKind) => {
    const before = kinds.get(name) ?? none;
    if (before.has(kind)) return;
    const next = withKind.get(before) ?? new Map<SubjectKind, ReadonlySet<SubjectKind>>();
    const set = next.get(kind) ?? new Set([...before, kind]);
    withKind.set(before, next.set(kind, set));
    kinds.set(name, set);
  };
  for (const { source } of subjects.document) add(source.name, 'document');
  for (const { document } of subjects.sample) add(document.source.name, 'sample');
  for (const { document } of subjects.named.flatMap(({ samples: named }) => named))
    add(document.source.name, 'named');
  for (const { document } of subjects.versions) add(document.source.name, 'versions');
  for (const { response } of subjects.comparison) add(response.source.name, 'comparison');
  for (const negotiation of subjects.negotiation.filter(isNegotiationJudged))
    add(negotiation.url, 'negotiation');
  for (const { url } of subjects['request-group']) add(url, 'request-group');
  for (const { document } of subjects['followed-link']) add(document.source.name, 'followed-link');
  return kinds;
}

/**
 * A difference between a sample and a response is placed in the sample but belongs to the verdict on the response. What was not judged
 * is in the related places of a finding about the cause.
 */
function byFileOfVerdict(finding: Finding): readonly { readonly file: string; readonly finding: Finding }[] {
  const { ruleId, related } = finding;
  const file = documentName(finding);
  const elsewhere = related.map(documentName);
  const files =
    ruleId === sampleMatchesResponse.id
      ? elsewhere
      : isAboutUnjudged(finding)
        ? [file, ...elsewhere]
        : [file, ...itemOf(finding)];
  return [...new Set(files)].map((name) => ({ file: name, finding }));
}

/** The item of a sequence that a finding in the whole is about, too. */
function itemOf(finding: Finding): readonly string[] {
  const { file, part, pointer = '' } = finding;
  const contracts = new Set(contractsNamed(finding));
  const [, index] = pointer.split('/');
  return part !== undefined &&
    index !== undefined &&
    [...contracts].some((contract) => contracts.has(contractOfItem(contract)))
    ? [documentName({ file, part: `${part}/${index}` })]
    : [];
}

/** Whether a finding says that something was not judged. */
export function isAboutUnjudged(finding: Finding): boolean {
  return rulesOf(finding).includes(sampleJudged.id);
}

function operationsOf(sample: Sample | undefined): Pick<Verdict, 'operations'> {
  const operations = sample === undefined ? undefined : usersOf(sample);
  return operations === undefined ? {} : { operations };
}

function contractOf(claims: readonly Claim[]): string | undefined {
  const [only] = claims;
  if (only === undefined) return undefined;
  if (claims.length === 1) return only.contract.name;
  return [...new Set(claims.map(({ contract }) => contract.name))].join(', ');
}
