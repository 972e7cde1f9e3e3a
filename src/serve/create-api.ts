import type { Project } from '../model/project/project';
import { errorAnswer, jsonAnswer, noSuchPath, type Answer, type ApiRequest } from './answer';
import { answerFrom } from './answer-from';
import { choicesDocument } from './choices';
import type { Fault, FaultSetting } from './faults/fault';
import { homesOfProject, moveHome, plainPath } from './homes';
import { versionAt } from './known-versions';
import { readRoutes, type RouteTable } from './routes';

/** The path of the API, and its faults. */
export interface ApiOptions {
  /** The path that the API is served under: `/compute`. Default: the root. */
  readonly prefix?: string;
  readonly faults?: readonly FaultSetting[];
}

/** The samples of a project as an API. It keeps no state between requests. */
export interface Api extends RouteTable {
  readonly answer: (request: ApiRequest) => Answer;
}

/** Creates an API from the live requests of the manifest and their samples; throws UsageError if the manifest lacks something. */
export function createApi(project: Project, { prefix = '', faults = [] }: ApiOptions = {}): Api {
  const homes = homesOfProject(project);
  const table = readRoutes(project, homes);
  const root = plainPath(prefix);
  return {
    ...table,
    answer: (request) => {
      const requested = plainPath(request.path);
      const base = `http://${request.host}${root}`;
      const moved = moveHome(homes, base);
      // A path outside the prefix would belong to another service.
      const path = `${requested}/`.startsWith(`${root}/`) ? requested.slice(root.length) : undefined;
      const active = faults
        .filter((setting) => setting.path === undefined || setting.path === path)
        .map(({ fault }) => fault);
      const right =
        path === undefined
          ? noSuchPath()
          : answerTo({ ...request, path }, { table, base, moved, faults: active });
      return finish(
        active.reduce((answer, fault) => fault.answer?.(answer) ?? answer, right),
        active,
        request.method,
      );
    },
  };
}

interface Setting {
  readonly table: RouteTable;
  /** The URL of the API as the client sees it, without a slash at the end. */
  readonly base: string;
  /** Rewrites the URLs in a sample to that one. */
  readonly moved: (text: string) => string;
  readonly faults: readonly Fault[];
}

/** Responds to a request; its path is plain and relative to the prefix. */
function answerTo(request: ApiRequest, { table, base, moved, faults }: Setting): Answer {
  const candidates = table.routes.filter(({ path }) => plainPath(path) === request.path);
  const withMethod = (method: string) => candidates.find((candidate) => candidate.method === method);
  const route =
    withMethod(request.method) ??
    (request.method === 'HEAD' ? withMethod('GET') : undefined) ??
    candidates.find(({ isVersions }) => isVersions);
  if (route !== undefined) return answerFrom(route, request.headers, { moved, faults });
  if (candidates.length > 0)
    return notAllowed(
      request.method,
      candidates.map((candidate) => candidate.method),
    );
  const isBelowVersion = versionAt(table.versions, request.path) !== undefined;
  return isBelowVersion || table.versions.length === 0
    ? noSuchPath()
    : jsonAnswer(300, JSON.stringify(choicesDocument(table.versions, request.path, base)));
}

function notAllowed(method: string, allowed: readonly string[]): Answer {
  const methods = allowed.flatMap((name) => (name === 'GET' ? [name, 'HEAD'] : [name]));
  return errorAnswer(405, `The method ${method} is not allowed for this resource.`, [
    ['Allow', methods.join(', ')],
  ]);
}

/** The response as it is sent: with its `Content-Length`, and without a body for HEAD and in a 204 (RFC 9110 §6.4.1, §8.6). */
function finish(answer: Answer, faults: readonly Fault[], method: string): Answer {
  const chosen = faults.findLast(({ delivery }) => delivery !== undefined)?.delivery ?? 'whole';
  // A response without a body has nothing that a fault could break.
  const breaksBody = chosen === 'truncated' || chosen === 'stalled' || chosen === 'endless';
  const bodiless = breaksBody ? 'whole' : chosen;
  if (answer.status === 204) {
    const headers = answer.headers.filter(([name]) => name !== 'Content-Type');
    return { ...answer, headers, body: '', delivery: bodiless };
  }
  const length = ['Content-Length', String(Buffer.byteLength(answer.body))] as const;
  const sized = { ...answer, headers: [...answer.headers, length] };
  return method === 'HEAD' ? { ...sized, body: '', delivery: bodiless } : { ...sized, delivery: chosen };
}
