import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { BLANK_DATE, type DateParts } from '#shared/domain/partial-date.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { accessibilityFaults, renderUi } from './render-ui.tsx'

const Harness = ({ from = BLANK_DATE, exact = false }: { readonly from?: DateParts; readonly exact?: boolean }) => {
  const [value, setValue] = useState(from)
  return (
    <>
      <DateField
        id="diagnosed"
        label="Diagnosed"
        value={value}
        onChange={setValue}
        exact={exact}
        calendarFrom="2026-11-23"
      />
      <button type="button">After</button>
      <output>{`${value.day}/${value.month}/${value.year}`}</output>
    </>
  )
}

const type = async (day: string, month: string, year: string): Promise<void> => {
  const user = userEvent.setup()
  if (day !== '') await user.type(screen.getByLabelText('Day'), day)
  if (month !== '') await user.type(screen.getByLabelText('Month'), month)
  if (year !== '') await user.type(screen.getByLabelText('Year'), year)
  await user.click(screen.getByText('After'))
}

describe('a date of three boxes', () => {
  it('is one named group, and the first box carries the id that an error summary links to', () => {
    renderUi(<Harness />)
    expect(screen.getByRole('group', { name: 'Diagnosed' })).toBeTruthy()
    expect(screen.getByLabelText('Day').id).toBe('diagnosed')
  })

  it.each([
    ['', '2', '2026', 'Shown as Feb 2026, day not known'],
    ['', '', '2026', 'Shown as 2026, day and month not known'],
  ])('says what a vague date will be shown as: %s/%s/%s', async (day, month, year, words) => {
    renderUi(<Harness />)
    await type(day, month, year)
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByLabelText('Day').getAttribute('aria-invalid')).not.toBe('true')
  })

  it.each([
    ['31', '2', '2020', /February 2020 has 29 days/],
    ['3', '13', '2026', /no month 13/],
    ['5', '3', '26', /4 digits/],
    ['5', '', '2026', /month/],
  ])('refuses %s/%s/%s in words on leaving, and keeps what was typed', async (day, month, year, words) => {
    renderUi(<Harness />)
    await type(day, month, year)
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText(`${day}/${month}/${year}`)).toBeTruthy()
    expect(screen.getByLabelText('Day').getAttribute('aria-invalid')).toBe('true')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says nothing while it is being typed', async () => {
    renderUi(<Harness />)
    await userEvent.type(screen.getByLabelText('Day'), '31')
    expect(screen.queryByText(/month/)).toBeNull()
  })

  it('wants every box where the exact day matters', async () => {
    renderUi(<Harness exact />)
    await type('', '2', '2026')
    expect(screen.getByText('Enter the day, month and year')).toBeTruthy()
  })

  it('takes a day from the calendar into the boxes', async () => {
    renderUi(<Harness />)
    await userEvent.click(screen.getByRole('button', { name: 'Choose diagnosed from a calendar' }))
    await userEvent.click(await screen.findByRole('button', { name: '5 November 2026' }))
    expect(screen.getByText('5/11/2026')).toBeTruthy()
  })
})
