import { type ReactNode, useState } from 'react'
import { AddEntry, LogLine, LogList } from '#renderer/features/plan-logs/public.ts'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { LEVELS, levelWords } from '#shared/features/development/areas.ts'
import { AREAS, type Area } from '#shared/features/development/public.ts'
import type { Need } from '#shared/features/development/schema.ts'
import { AreaField } from './area-field.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import type { OwnTabProps } from './own-tab.ts'
import { useOpened } from './use-opened.ts'
import classes from './development.module.css'

const LABELS = {
  area: 'Area of the role',
  levelNow: 'Where I am',
  levelWanted: 'Where I want to be',
  words: 'What I need to learn',
} as const

const CHOICES = LEVELS.map((label, at) => ({ value: String(at + 1), label: `${at + 1}, ${label.toLowerCase()}` }))

type NeedDrawerProps = {
  readonly row: Need | null
  readonly area: Area | null
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onFailure: (words: string) => void
}

const NeedDrawer = ({ row, area, ...rest }: NeedDrawerProps): ReactNode => {
  const [form, setForm] = useState({
    area: row?.area ?? area,
    now: row === null ? null : String(row.levelNow),
    wanted: row === null ? null : String(row.levelWanted),
    words: row?.words ?? '',
  })
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const read = () => ({
    entry: {
      kind: 'need',
      area: form.area,
      levelNow: form.now === null ? null : Number(form.now),
      levelWanted: form.wanted === null ? null : Number(form.wanted),
      words: form.words,
    },
    faults: {},
  })
  return (
    <EntryDrawer what="a need" labels={LABELS} firstField="area" row={row} read={read} {...rest}>
      {(field) => (
        <>
          <AreaField field={field('area')} value={form.area} onChange={(next) => change({ area: next })} />
          <SelectField {...field('levelNow')} options={CHOICES} value={form.now} onChange={(now) => change({ now })} />
          <SelectField
            {...field('levelWanted')}
            options={CHOICES}
            value={form.wanted}
            onChange={(wanted) => change({ wanted })}
          />
          <TextAreaField
            {...field('words')}
            optional
            maxLength={1000}
            value={form.words}
            onChange={(words) => change({ words })}
          />
        </>
      )}
    </EntryDrawer>
  )
}

const standing = (need: Need): string =>
  need.levelNow >= need.levelWanted
    ? `${levelWords(need.levelNow)}: where I want to be`
    : `Now ${levelWords(need.levelNow)}. Wanted ${levelWords(need.levelWanted)}`

/** Every area of the role, with where somebody is in it and where they want to be. */
export const NeedsTab = ({ own, mayWrite, onFailure }: OwnTabProps): ReactNode => {
  const opened = useOpened(own.needs, 'need', onFailure)
  const [area, setArea] = useState<Area | null>(null)
  const begin = (of: Area | null): void => {
    setArea(of)
    opened.add()
  }
  const open = (code: Area, need: Need | undefined): (() => void) | undefined => {
    if (!mayWrite) return undefined
    return need === undefined ? () => begin(code) : () => opened.edit(need)
  }
  return (
    <Panel
      title="What the role asks"
      aside={`${own.needs.length} of ${AREAS.length} areas looked at`}
      padding="flush"
      actions={mayWrite && <AddEntry title="Add a need" onAdd={() => begin(null)} />}
    >
      <LogList label="Areas of the role">
        {AREAS.map(({ code, label }) => {
          const need = own.needs.find((one) => one.area === code)
          return (
            <LogLine key={code} title={label} onOpen={open(code, need)}>
              {need !== undefined && need.words !== '' && <small>{need.words}</small>}
              <small className={need === undefined ? classes.quiet : undefined}>
                {need === undefined ? 'Not looked at yet' : standing(need)}
              </small>
            </LogLine>
          )
        })}
      </LogList>
      {opened.isOpen && (
        <NeedDrawer
          key={opened.key}
          row={opened.row}
          area={area}
          onClose={opened.close}
          onRemove={opened.remove}
          onFailure={onFailure}
        />
      )}
    </Panel>
  )
}
