// The same question in SQL: each stated inventory against the row before, over the CSV.
// Arguments: where the module @duckdb/node-api lies, and the CSV.
import { createRequire } from 'node:module'

const [module = '', file = ''] = process.argv.slice(2)
const { DuckDBInstance } = createRequire(import.meta.url)(module)

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
const answer = await connection.runAndReadAll(`
  with balances as (
    select *, lag(inventory, 1, opening) over (partition by family order by month) as before
    from read_csv('${file.replaceAll("'", "''")}')
  )
  select family, month, inventory, before + operations - sales as follows
  from balances
  where inventory != before + operations - sales
  order by family, month`)
console.log(answer.getRows().length)
