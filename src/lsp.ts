/** What `concord lsp` runs: the language server, which the command line lends its disk and its day. */

import { serveOnStreams } from '../language-server/main.ts'
import { disk } from './cli/disk.ts'
import { today } from './cli/option-values.ts'
import { keepHeapSmall } from './cli/small-heap.ts'

keepHeapSmall()
serveOnStreams({ disk, today })
