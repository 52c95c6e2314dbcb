import { IconLayoutSidebarRight, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, type Ref, useState } from 'react'
import { AGE_BANDS, HARM_ORDER } from '#shared/features/pathways/harm.ts'
import { Button, IconButton } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import type { ReferralFilter } from './referral-address.ts'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './referrals.module.css'

type ReferralToolsProps = {
  readonly filter: ReferralFilter
  /** How many lines each band holds in this view. */
  readonly bandCounts: Readonly<Record<string, number>>
  readonly change: (change: Partial<ReferralFilter>, options?: { readonly replace?: boolean }) => void
  readonly searchBox: Ref<HTMLInputElement>
  readonly onToRows: () => void
  readonly onPrint: () => void
  readonly preview: boolean | null
  readonly onPreview: (shown: boolean) => void
}

/** The rule behind the order, a press away. */
export const WhyThisOrder = (): ReactNode => {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label="Why this order?"
      width={360}
      open={open}
      onOpenChange={setOpen}
      anchor={
        <Button kind="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          Why this order?
        </Button>
      }
    >
      <div className={classes.why} tabIndex={-1} data-autofocus>
        {HARM_ORDER.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p
          className={classes.quiet}
        >{`Rule ${HARM_ORDER.version}. Days count from the receipt, as this practice saw it.`}</p>
      </div>
    </Popover>
  )
}

/** Search, age bands, print and the preview. */
export const ReferralTools = (props: ReferralToolsProps): ReactNode => {
  const { filter, bandCounts, change, preview } = props
  return (
    <div className={classNames(frame.tools, classes.tools)} role="group" aria-label="Referral tools">
      <SearchField
        label="Find in the referrals"
        placeholder="Find"
        keys="/"
        value={filter.q}
        onChange={(q) => change({ q }, { replace: true })}
        inputRef={props.searchBox}
        onArrowDown={props.onToRows}
      />
      <SegmentedField<ReferralFilter['waiting']>
        label="Days waited"
        value={filter.waiting}
        onChange={(waiting) => change({ waiting })}
        options={[
          { value: 'any', label: 'All' },
          ...AGE_BANDS.map(({ code, short }) => ({ value: code, label: `${short} (${bandCounts[code] ?? 0})` })),
        ]}
      />
      <span className={frame.push} />
      <Button size="small" icon={IconPrinter} keys="P" onClick={props.onPrint}>
        Print
      </Button>
      {preview !== null && (
        <IconButton
          icon={IconLayoutSidebarRight}
          label={preview ? 'Hide the preview' : 'Show the preview'}
          on={preview}
          aria-pressed={preview}
          onClick={() => props.onPreview(!preview)}
        />
      )}
    </div>
  )
}
