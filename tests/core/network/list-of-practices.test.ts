import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

const YEAR = { from: '2025-04-01', to: '2026-03-31' }

let lead: TestCore
beforeEach(async () => {
  lead = await createTestCore()
})
afterEach(() => lead.close())

const listed = async (): Promise<string[]> =>
  (await lead.client.network.standing(YEAR)).practices.map(({ odsCode, name }) => `${odsCode} ${name}`).toSorted()

const practice = (odsCode: string, name: string) => ({ odsCode, name, listSize: null })

describe('the list of the network', () => {
  it('takes many practices as one change, each once, and is taken back whole', async () => {
    await lead.client.network.addPractice(practice('A99902', 'Alder Practice'))
    const { added, undo } = await lead.client.network.addPractices({
      practices: [
        practice('A99902', 'Alder Practice by another name'),
        practice('A99903', 'Birch Practice'),
        practice('a99903 ', 'Birch Practice again'),
        practice('A99904', 'Cedar Practice'),
      ],
    })
    expect(added).toBe(2)
    expect(await listed()).toEqual(['A99902 Alder Practice', 'A99903 Birch Practice', 'A99904 Cedar Practice'])
    await lead.client.audit.undo({ seq: undo })
    expect(await listed()).toEqual(['A99902 Alder Practice'])
  })

  it('takes none where one of them cannot be', async () => {
    const practices = [practice('A99903', 'Birch Practice'), practice('A-1', 'Cedar Practice')]
    await expect(lead.client.network.addPractices({ practices })).rejects.toMatchObject({ code: 'validation' })
    expect(await listed()).toEqual([])
  })

  it('does not bring back a practice under a code that another has taken meanwhile', async () => {
    const { id } = await lead.client.network.addPractice(practice('A99903', 'Birch Practice'))
    const { undo } = await lead.client.network.removePractice({ id, version: 1 })
    await lead.client.network.addPractice(practice('A99903', 'Birch and Beech'))
    expect((await lead.client.audit.undo({ seq: undo })).kept).toBe(1)
    expect(await listed()).toEqual(['A99903 Birch and Beech'])
  })
})
