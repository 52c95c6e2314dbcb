import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { spcMonth } from '#shared/statistics/spc-words.ts'
import {
  type ChangeLibrary,
  lastYearLabel,
  type LibraryAddress,
  monthChoices,
  monthsText,
  PERIODS,
  periodOf,
} from './library-address.ts'
import classes from './library.module.css'

type LibraryPeriodProps = { readonly address: LibraryAddress; readonly change: ChangeLibrary }

/** Which months the figures are about. */
export const LibraryPeriodField = ({ address, change }: LibraryPeriodProps): ReactNode => {
  const today = dayNow()
  const { shown, error } = periodOf(address, today)
  const options = monthChoices(today).map((month) => ({ value: month, label: spcMonth(month) }))
  const words = { 'last-12': 'Last 12 months', 'last-year': lastYearLabel(today), own: 'Own months' }
  return (
    <>
      <SegmentedField
        label="Period"
        options={PERIODS.map((value) => ({ value, label: words[value] }))}
        value={address.period}
        onChange={(period) => change(period === 'own' ? { period, ...shown } : { period, from: null, to: null })}
      />
      {address.period === 'own' ? (
        <>
          <div className={classes.month}>
            <SelectField
              label="From"
              options={options}
              value={shown.from}
              onChange={(from) => change({ from })}
              searchable
            />
          </div>
          <div className={classes.month}>
            <SelectField
              label="To"
              options={options}
              value={shown.to}
              error={error}
              onChange={(to) => change({ to })}
              searchable
            />
          </div>
        </>
      ) : (
        <p className={classes.period}>{monthsText(shown)}</p>
      )}
    </>
  )
}
