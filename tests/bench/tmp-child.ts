import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { createCore } from '#core/core.ts'
import { finish, inProcessClient } from '#core/in-process.ts'
import { silentLog } from '#core/log.ts'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import { systemClock } from '#core/clock.ts'
import { demoPractice } from '#core/features/demo/demo.ts'
const [folder = '', file = ''] = process.argv.slice(2)
const cpu = async (work: () => unknown): Promise<number> => {
  const a = process.cpuUsage()
  await work()
  const b = process.cpuUsage(a)
  return (b.user + b.system) / 1000
}
const rss = () => Math.round(process.memoryUsage().rss / 1e6)
const core = createCore({ dataFolder: folder, appVersion: 'bench', log: silentLog, kdfCost: 10 })
const client = inProcessClient(core)
const locked = (await client.access.state({})) as any
await client.access.unlock({ passphrase: DEMO_PASSPHRASE, userId: locked.users[0].id })
core.env.files.grant('file', file, 'read')
globalThis.gc?.()
const idle = rss()
let peak = idle
let at = process.memoryUsage()
const watch = setInterval(() => { const m = process.memoryUsage(); if (m.rss / 1e6 > peak) { peak = Math.round(m.rss / 1e6); at = m } }, 5)
for (let i = 0; i < 4; i += 1) {
  let drop = ''
  peak = rss()
  let t1 = 0
  const took = await cpu(async () => {
    const a = process.cpuUsage()
    const draft = await finish(client.imports.read({ fileHandle: 'file', reading: {} }))
    const b = process.cpuUsage(a); t1 = (b.user + b.system) / 1000
    drop = draft.draftId
    await finish(client.imports.preview({ draftId: draft.draftId, columns: draft.columns.map(({ index, field }) => ({ index, field, dates: null })) })); if (process.env['LIVE']) { globalThis.gc?.(); console.log('live', Math.round(process.memoryUsage().heapUsed / 1e6)) }
  })
  const mine = peak
  const bare = await cpu(() => parse(readFileSync(file)))
  console.log('read', t1.toFixed(0), 'again', took.toFixed(0), 'bare', bare.toFixed(0), (took / bare).toFixed(2), 'idle', idle, 'peak', mine, 'now', rss(), JSON.stringify(Object.fromEntries(Object.entries(at).map(([k, v]) => [k, Math.round(v / 1e6)]))))
  await client.imports.discard({ draftId: drop })
}
clearInterval(watch)
await core.close()
process.exit(0)
