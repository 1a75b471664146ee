/** The npm package `xliff` ships no types; only its reader is used, as an independent one. */
declare module 'xliff' {
  export function xliff2js(text: string): Promise<unknown>;
}
