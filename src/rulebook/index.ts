/** The built-in rulebook, written in the plan language: one file a principle. */

import policies from './00-policies.sop'
import leader from './01-leader.sop'
import balance from './02-balance.sop'
import cycle from './03-cycle.sop'
import aggregate from './04-aggregate.sop'
import mix from './05-mix.sop'
import money from './06-money.sop'
import functions from './07-functions.sop'
import disagreement from './08-disagreement.sop'
import accountability from './09-accountability.sop'
import families from './10-families.sop'

export const rulebookFiles = [
  { path: '00-policies.sop', text: policies },
  { path: '01-leader.sop', text: leader },
  { path: '02-balance.sop', text: balance },
  { path: '03-cycle.sop', text: cycle },
  { path: '04-aggregate.sop', text: aggregate },
  { path: '05-mix.sop', text: mix },
  { path: '06-money.sop', text: money },
  { path: '07-functions.sop', text: functions },
  { path: '08-disagreement.sop', text: disagreement },
  { path: '09-accountability.sop', text: accountability },
  { path: '10-families.sop', text: families },
]
