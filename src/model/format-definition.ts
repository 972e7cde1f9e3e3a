/** How a manifest defines a format: a known variant by name, or a regular expression of its own. */
export type FormatDefinition = string | { readonly pattern: string };
