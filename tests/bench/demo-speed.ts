import { demoPeople } from '#core/features/demo/people.ts'
import { systemClock } from '#core/clock.ts'
import type { BenchRegister } from './bench-register.ts'
import { type Figure, median, timed } from './measure.ts'

const MADE_UP = 10_000
const LEAST = 2000

const rate = (people: number, milliseconds: number): number => (people / milliseconds) * 1000

/** How fast people are made up, and how fast they are stored with their history and summaries. */
export const demoFigures = async (register: BenchRegister, stored: number): Promise<Figure[]> => {
  const times: number[] = []
  const today = systemClock.today()
  for (let round = 0; round < 3; round += 1) {
    times.push(
      await timed(() => {
        let events = 0
        for (const person of demoPeople({ patients: MADE_UP, seed: round, today, leadIds: [] }))
          events += person.events.length
        return events
      }),
    )
  }
  return [
    {
      name: 'demo people made up',
      value: rate(MADE_UP, median(times)),
      unit: 'people/s',
      limit: { least: LEAST },
      detail: 'with diagnoses and about 30 events each',
    },
    {
      name: 'demo people stored',
      value: rate(stored, register.filledIn),
      unit: 'people/s',
      limit: null,
      detail: 'made up, encrypted, with history and summaries',
    },
  ]
}
