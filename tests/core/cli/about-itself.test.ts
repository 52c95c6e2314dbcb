import { describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { listMethods, type MethodTree } from '#shared/contract/define.ts'
import { runCli } from './run-cli.ts'

const TIMEOUT = 120_000

describe('what it tells about itself', { timeout: TIMEOUT }, () => {
  it('lists every method with its input as a JSON Schema', async () => {
    const listed = (await runCli(['methods'])).json() as {
      name: string
      kind: string
      summary: string
      input: { type?: string }
    }[]
    expect(listed.map(({ name }) => name)).toEqual(listMethods(contract as MethodTree).map(({ name }) => name))
    expect(listed.filter(({ summary, input }) => summary === '' || input.type !== 'object')).toEqual([])
    expect(listed.find(({ name }) => name === 'journey.logEvent')).toMatchObject({
      kind: 'command',
      capability: 'journey.write',
      input: { required: expect.arrayContaining(['personId', 'eventType', 'date']) as unknown },
    })
  })

  it('prints its help and version', async () => {
    const help = await runCli(['--help'])
    expect(help.code).toBe(0)
    for (const word of ['demo', 'import', 'report network', 'call', 'methods', 'THROUGHLINE_PASSPHRASE', '130'])
      expect(help.stdout).toContain(word)
    expect((await runCli(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
