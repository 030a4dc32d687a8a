/**
 * The built-in files as packed trees, by path. Empty here, so that tests parse the files as they
 * are; the build puts the packed trees in this module's place.
 */
export const packedTrees: Readonly<Record<string, string>> = {}
