/** Prints the packed trees of the built-in files, for the bundle. */

import { packTree } from '../../grammar/pack.ts'
import { builtInTrees } from '../built-in/trees.ts'

const packed = Object.fromEntries(builtInTrees().map((tree) => [tree.source.path, packTree(tree)]))
process.stdout.write(JSON.stringify(packed))
