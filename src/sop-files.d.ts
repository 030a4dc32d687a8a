// The rulebook and the prelude are written in the language itself; both are imported as text.
// The bundler and the test runner each know the ending (src/build/entries.mjs, vitest.config.ts).
declare module '*.sop' {
  const text: string
  export default text
}
