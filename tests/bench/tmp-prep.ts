import { cpSync, rmSync } from 'node:fs'
import { finish, inProcessClient } from '#core/in-process.ts'
import { benchRegister } from './bench-register.ts'
import { writeList } from './large-import-files.ts'
await writeList('/tmp/proto/list.csv', 100_000)
const e = await benchRegister(0)
const client = inProcessClient(e.core)
await e.core.close()
rmSync('/tmp/proto/empty', { recursive: true, force: true })
cpSync(e.folder, '/tmp/proto/empty', { recursive: true })
await e.remove()
const r = await benchRegister(0)
const c = inProcessClient(r.core)
r.core.env.files.grant('file', '/tmp/proto/list.csv', 'read')
const draft = await finish(c.imports.read({ fileHandle: 'file', reading: {} }))
await finish(c.imports.preview({ draftId: draft.draftId, columns: draft.columns.map(({ index, field }) => ({ index, field, dates: null })) }))
const b = await finish(c.imports.commit({ draftId: draft.draftId, name: 'bench' }))
console.log(JSON.stringify(b.counts))
await r.core.close()
rmSync('/tmp/proto/reg', { recursive: true, force: true })
cpSync(r.folder, '/tmp/proto/reg', { recursive: true })
await r.remove()
process.exit(0)
