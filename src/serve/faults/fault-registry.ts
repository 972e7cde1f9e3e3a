import { DOCUMENT_FAULTS } from './document-faults';
import type { Fault } from './fault';
import { HEADER_FAULTS } from './header-faults';
import { NEGOTIATION_FAULTS } from './negotiation-faults';
import { NETWORK_FAULTS } from './network-faults';
import { REFUSAL_FAULTS } from './refusal-faults';

/** Every fault that the API can have, by kind. */
export const FAULTS: ReadonlyMap<string, Fault> = new Map(
  [DOCUMENT_FAULTS, NEGOTIATION_FAULTS, HEADER_FAULTS, REFUSAL_FAULTS, NETWORK_FAULTS].flatMap((group) =>
    Object.entries(group),
  ),
);

/** Describes every kind of fault, one line each. */
export function describeFaults(): readonly string[] {
  const width = Math.max(...Array.from(FAULTS.keys(), (kind) => kind.length));
  return Array.from(FAULTS, ([kind, { summary }]) => `  ${kind.padEnd(width)}  ${summary}`);
}
