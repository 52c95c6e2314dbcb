import { describe, expect, it } from 'vitest'
import { invalidateFor } from '#renderer/app/invalidation.ts'
import { createQueryClient } from '#renderer/app/query-client.ts'

const isAskedAgain = (feature: string, table: string): boolean => {
  const queryClient = createQueryClient()
  queryClient.setQueryData([feature, 'page', {}], {})
  invalidateFor(queryClient, [table])
  return queryClient.getQueryState([feature, 'page', {}])?.isInvalidated ?? false
}

describe('a change to what a screen shows', () => {
  it.each([
    'person',
    'cancer_episode',
    'journey_event',
    'practice',
    'setting',
    'pathway',
    'pathway_sign_off',
    'clock_adjustment',
    'hospital_query',
    'hospital_query_item',
    'hospital_query_step',
    'task',
    'put_off',
    'day',
  ])('of %s is asked for again by Today', (table) => expect(isAskedAgain('today', table)).toBe(true))

  it.each(['person', 'cancer_episode', 'journey_event', 'hospital_query_item', 'setting', 'user_account', 'day'])(
    'of %s is asked for again by the register',
    (table) => expect(isAskedAgain('register', table)).toBe(true),
  )

  it.each([
    'person',
    'cancer_episode',
    'practice_registration',
    'journey_event',
    'pathway',
    'pathway_sign_off',
    'clock_adjustment',
    'hospital_query_item',
    'task',
    'setting',
    'figure_set',
    'practice',
    'day',
  ])('of %s is asked for again by the measures', (table) => expect(isAskedAgain('measures', table)).toBe(true))

  it.each(['care', 'today', 'journey', 'register'])(
    'of a registration, or of the practice that it is with, is asked for again by %s',
    (feature) => {
      expect(isAskedAgain(feature, 'practice_registration')).toBe(true)
      expect(isAskedAgain(feature, 'practice')).toBe(true)
    },
  )

  it('leaves alone the screens that show nothing of it', () => {
    expect(isAskedAgain('today', 'report')).toBe(false)
  })
})
