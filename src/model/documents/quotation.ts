/** A part of a message that comes from a document or schema. */
export interface Quotation {
  /** The name of the document or schema. */
  readonly file: string;
  /** The part, exactly as the message has it: a JSON string with its quotes, or a pattern. */
  readonly text: string;
}
