import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Progress } from '#shared/contract/define.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEvent } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const somebody = async (localId: string, change: Parameters<typeof aPerson>[0] = {}): Promise<string> =>
  (await test.client.register.addPerson({ person: aPerson({ nhsNumber: null, localId, ...change }), episode: null })).id

const search = async (
  hear: (step: Progress) => unknown = () => undefined,
): Promise<{ people: number; pairs: number }> => {
  const running = await test.client.duplicates.search({})
  for (;;) {
    const step = await running.next()
    if (step.done === true) return step.value
    hear(step.value)
  }
}

const pairIds = async (): Promise<Set<string>[]> =>
  (await test.client.duplicates.pairs({})).pairs.map(({ people }) => new Set(people.map(({ id }) => id)))

describe('looking for people who are here twice', () => {
  it('finds them by what they share, likeliest first, and leaves the others alone', async () => {
    const first = await somebody('1', { phoneMobile: '07700 900123', postcode: 'WX1 2AP' })
    const again = await somebody('2', { phoneMobile: '+44 7700 900123', postcode: 'wx12ap' })
    const turned = await somebody('3', { surname: 'Maureen', givenName: 'Ashworth' })
    const undated = await somebody('4', {
      birthDate: null,
      surname: 'Quillbottom',
      postcode: 'WX3 3DR',
      phoneHome: '01632 960009',
    })
    const undatedToo = await somebody('4', { surname: 'Quillbottom', postcode: 'WX3 3DR', phoneHome: '01632 960009' })
    await somebody('9', { surname: 'Pell', givenName: 'Edwin', sex: '1', birthDate: '1940-01-01' })
    expect(await test.client.duplicates.standing({})).toMatchObject({ searchedAt: null, upToDate: false, open: 0 })
    const progress: Progress[] = []
    expect(await search((step) => progress.push(step))).toEqual({ people: 6, pairs: 4 })
    expect(progress.map(({ step }) => step)).toContain('Comparing')
    expect(await pairIds()).toEqual([new Set([first, again]), expect.any(Set), expect.any(Set), expect.any(Set)])
    expect(await pairIds()).toContainEqual(new Set([undated, undatedToo]))
    expect(await pairIds()).toContainEqual(new Set([first, turned]))
    expect(await test.client.duplicates.standing({})).toMatchObject({ people: 6, upToDate: true, open: 4 })
    const { pairs } = await test.client.duplicates.pairs({})
    expect(pairs[0]).toMatchObject({ band: 'very_likely' })
    expect(pairs[0]?.reasons).toContain('Telephone: one that both have')
  })

  it('says when the register has changed since, and not for what is no person', async () => {
    const id = await somebody('1')
    await search()
    await test.client.journey.logEvent(anEvent(id))
    expect(await test.client.duplicates.standing({})).toMatchObject({ upToDate: true })
    await somebody('2')
    expect(await test.client.duplicates.standing({})).toMatchObject({ upToDate: false })
  })

  it('keeps what was found before when it is stopped', async () => {
    await somebody('1')
    await somebody('2')
    await search()
    await somebody('3')
    const stop = new AbortController()
    const running = await test.client.duplicates.search({}, { signal: stop.signal })
    await running.next()
    stop.abort()
    const readOn = async (): Promise<void> => {
      for (;;) if ((await running.next()).done === true) return
    }
    expect((await refusal(readOn())).code).toBe('cancelled')
    expect(await test.client.duplicates.standing({})).toMatchObject({ people: 2, upToDate: false, open: 1 })
  })

  it('remembers who is not the same person, with the reason, and can be told to forget it', async () => {
    const [one, other] = [await somebody('1'), await somebody('2')]
    await search()
    const said = await test.client.duplicates.notSame({ personId: other, otherId: one, reason: 'Two cousins' })
    expect(await pairIds()).toEqual([])
    await search()
    expect(await pairIds()).toEqual([])
    expect(await test.client.duplicates.standing({})).toMatchObject({ open: 0, notSame: 1 })
    const [pair] = await test.client.duplicates.notSameList({})
    expect(pair).toMatchObject({ reason: 'Two cousins', byName: 'Dr Anjali Rao', madeOn: '2026-11-23' })
    await expect(test.client.duplicates.notSame({ personId: one, otherId: other })).rejects.toMatchObject({
      code: 'conflict',
    })
    await test.client.duplicates.askAgain({ id: pair?.id ?? '', version: 1 })
    expect(await pairIds()).toHaveLength(1)
    await test.client.audit.undo({ seq: said.undo })
    expect(await pairIds()).toHaveLength(1)
  })

  it('drops a pair when one of the two is corrected, merged or removed', async () => {
    const [one, other, third] = [await somebody('1'), await somebody('2'), await somebody('3')]
    await search()
    expect(await pairIds()).toHaveLength(3)
    await test.client.register.savePerson({
      id: third,
      version: 1,
      person: aPerson({ surname: 'Pell', givenName: 'Edwin', nhsNumber: null, localId: '3', birthDate: '1940-01-01' }),
    })
    expect(await pairIds()).toEqual([new Set([one, other])])
    await test.client.duplicates.merge({ personId: one, version: 1, otherId: other, otherVersion: 1 })
    expect(await pairIds()).toEqual([])
  })

  it('says field by field why, with what hangs on each', async () => {
    const [one, other] = [await somebody('1'), await somebody('2', { givenName: 'Mo' })]
    await test.client.journey.logEvent(anEvent(other))
    const pair = await test.client.duplicates.pair({ personId: one, otherId: other })
    expect(pair.fields.find(({ field }) => field === 'givenName')).toEqual({
      field: 'givenName',
      label: 'First name',
      weight: 12,
      points: 10,
      words: 'a short form of one name',
    })
    expect(pair.belongings.map(({ events }) => events)).toEqual([0, 1])
    expect(pair.points).toBe(pair.fields.reduce((sum, { points }) => sum + (points ?? 0), 0))
  })
})
