/** How the engine is to compile. The launcher of the built command knows; elsewhere all stays as it is. */

/** Says that there is much to do, so that code is worth compiling for speed. */
export function expectMuch(): void {
  // Nothing is set where nobody launched.
}
