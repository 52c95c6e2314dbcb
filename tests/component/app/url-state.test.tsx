import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isUnder, destinations, destinationKey } from '#renderer/app/destinations.ts'
import { urlChoice, urlFlag, urlList, urlText, useUrlState } from '#renderer/app/url-state.ts'

const fields = {
  find: urlText(),
  view: urlChoice(['everyone', 'missing'], 'everyone'),
  living: urlFlag(true),
  sites: urlList(),
}

beforeEach(() => history.replaceState(null, '', '/register'))
afterEach(cleanup)

const state = () => renderHook(() => useUrlState(fields)).result

describe('the address as state', () => {
  it('gives the usual values when it says nothing, or nonsense', () => {
    history.replaceState(null, '', '/register?view=nowhere&living=maybe')
    expect(state().current[0]).toEqual({ find: '', view: 'everyone', living: true, sites: [] })
  })

  it('holds what differs from the usual and leaves the rest out', () => {
    const result = state()
    act(() => result.current[1]({ view: 'missing', sites: ['colon', 'lung'], living: false }))
    expect(location.search).toBe('?view=missing&sites=colon%2Clung&living=0')
    expect(result.current[0]).toEqual({ find: '', view: 'missing', living: false, sites: ['colon', 'lung'] })
    act(() => result.current[1]({ view: 'everyone', living: true }))
    expect(location.search).toBe('?sites=colon%2Clung')
  })

  it('adds a stop on the way Back, unless it replaces this one', () => {
    const result = state()
    const before = history.length
    act(() => result.current[1]({ find: 'a' }, { replace: true }))
    act(() => result.current[1]({ find: 'as' }, { replace: true }))
    expect(history.length).toBe(before)
    act(() => result.current[1]({ view: 'missing' }))
    expect(history.length).toBe(before + 1)
  })
})

describe('destinations', () => {
  it('count the pages of a person as the register', () => {
    const under = (path: string) => destinations.filter((destination) => isUnder(path, destination)).map(({ id }) => id)
    expect([under('/people/1/journey'), under('/register'), under('/registered'), under('/settings/audit')]).toEqual([
      ['register'],
      ['register'],
      [],
      ['settings'],
    ])
  })

  it('have the keys Alt+1 to Alt+9 and Alt+0', () => {
    expect([0, 8, 9, 10].map(destinationKey)).toEqual(['Alt+1', 'Alt+9', 'Alt+0', undefined])
  })
})
