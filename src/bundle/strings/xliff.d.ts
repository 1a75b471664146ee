/** The npm package `xliff` ships no types. What it gives is not trusted: see `xliff-package.ts`. */
declare module 'xliff' {
  export function js2xliff(contents: unknown, options: { readonly indent: string }): Promise<unknown>;
  export function jsToXliff12(contents: unknown, options: { readonly indent: string }): Promise<unknown>;
  export function xliff2js(text: string): Promise<unknown>;
  export function xliff12ToJs(text: string): Promise<unknown>;
}
