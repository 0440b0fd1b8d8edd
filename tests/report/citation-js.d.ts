/** What the tests use of the two packages that read citations back; they ship no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(text: string, options: { readonly generateGraph: false; readonly strict?: boolean }): unknown
    }
  }
}
declare module '@citation-js/plugin-bibtex' {}
