/** Removes the folders that the tests of a file made. Files share their modules, so none can do it by itself. */

import { afterAll } from 'vitest'

import { removeFolders } from './cli/folder.ts'

afterAll(removeFolders)
