import { isIp } from './ip-address';
import { isHostname, isIdnHostname } from './hostname';

/** The limits of RFC 5321, 4.5.3.1, in octets. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

const ATOM = /[\w!#$%&'*+/=?^`{|}~-]/;
const NOT_ASCII = String.raw`[^\p{ASCII}\p{Cs}]`;
const LOCAL_PART = localPart(ATOM.source);
let idnLocalPart: RegExp | undefined;
const IPV4_LITERAL = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** A mailbox of RFC 5321: the local part may be quoted, and the domain may be an address in brackets. */
export function isEmail(text: string): boolean {
  return isMailbox(text, LOCAL_PART, isHostname);
}

/** A mailbox of RFC 6531: as in RFC 5321, also with characters that are not ASCII. */
export function isIdnEmail(text: string): boolean {
  idnLocalPart ??= localPart(`(?:${ATOM.source}|${NOT_ASCII})`, NOT_ASCII);
  // An address has no separator of labels other than the full stop.
  return isMailbox(text, idnLocalPart, (domain) => !/[。．｡]/.test(domain) && isIdnHostname(domain));
}

function isMailbox(text: string, local: RegExp, isDomain: (text: string) => boolean): boolean {
  // A quoted local part may contain an @; a domain never does.
  const at = text.lastIndexOf('@');
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  return (
    at > 0 &&
    local.test(before) &&
    Buffer.byteLength(before) <= LONGEST_LOCAL_PART &&
    Buffer.byteLength(text) <= LONGEST_ADDRESS &&
    (isDomain(after) || isAddressLiteral(after))
  );
}

/** An IPv4 or IPv6 address in brackets, the only kinds of literals that are registered. */
function isAddressLiteral(text: string): boolean {
  const [, literal = ''] = /^\[(.*)\]$/s.exec(text) ?? [];
  const [, ipv6] = /^IPv6:(.*)$/is.exec(literal) ?? [];
  if (ipv6 !== undefined) return isIp('ipv6', ipv6);
  return IPV4_LITERAL.test(literal) && literal.split('.').every((octet) => Number(octet) <= 255);
}

/** A dot-string or a quoted string of these characters; `quoted` are more characters that a quoted string may contain. */
function localPart(atom: string, quoted = '[]'): RegExp {
  return new RegExp(`^(?:${atom}+(?:\\.${atom}+)*|"(?:[ !#-\\[\\]-~]|${quoted}|\\\\[ -~])*")$`, 'u');
}
