import { type ReactNode, useState } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { SwitchField } from '#renderer/ui/fields/choice-fields.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { ProgressBar } from '#renderer/ui/progress-panel.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import {
  type WordChoice,
  type WordField,
  type WordFound,
  wordKey,
  type WordsFound,
} from '#shared/features/imports/matching.ts'
import { counted } from './import-words.ts'
import classes from './imports.module.css'
import type { Matching } from './use-matching.ts'
import { meaningCode, meaningOptions, onlyMeaning, readingOfWord, wordChoice } from './word-options.ts'

const TITLES: Readonly<Record<WordField, string>> = {
  cancer: 'Cancer',
  stage: 'Stage',
  route: 'Route',
  sex: 'Sex',
  event_term: 'Events',
}
const A_PAGE = 50
const MOST_SHOWN = 200

interface WordRow {
  readonly word: WordFound
  readonly choice: WordChoice | undefined
}

const MARKS = { read: 'on-track', blank: 'not-started', 'as-written': 'at-risk', rejected: 'off-track' } as const

const readingCell =
  (field: WordField) =>
  ({ word, choice }: WordRow): ReactNode => (
    <span className={classes.how}>
      {choice === undefined ? (
        <StatusMark kind={MARKS[word.how]}>{readingOfWord(field, word)}</StatusMark>
      ) : (
        <StatusMark kind="done">Chosen by you</StatusMark>
      )}
    </span>
  )

interface MeaningFieldProps extends WordRow {
  readonly field: WordField
  readonly onChoose: Matching['chooseWord']
}

/** The list of meanings is long, and there is one a word: each is made when somebody comes to it. */
const MeaningField = ({ field, word, choice, onChoose }: MeaningFieldProps): ReactNode => {
  const [visited, setVisited] = useState(false)
  const code = meaningCode(choice)
  return (
    <div className={classes.goesTo} onFocus={() => setVisited(true)}>
      <SelectField
        label={`“${word.theirs}” means`}
        options={visited ? meaningOptions(field) : onlyMeaning(field, code)}
        searchable
        clearable
        placeholder="As we read it"
        value={code}
        onChange={(next) => onChoose(field, word.theirs, next === null ? null : wordChoice(field, word.theirs, next))}
      />
    </div>
  )
}

const meaningCell =
  (field: WordField, onChoose: Matching['chooseWord']) =>
  (row: WordRow): ReactNode => <MeaningField {...row} field={field} onChoose={onChoose} />

interface FieldWordsProps {
  readonly draftId: string
  readonly found: WordsFound
  readonly matching: Matching
}

/** The words of one field: those that are not read first, unless all are. */
const FieldWords = ({ draftId, found, matching }: FieldWordsProps): ReactNode => {
  const { field } = found
  const [search, setSearch] = useState('')
  const [onlyOpen, setOnlyOpen] = useState(found.notRead.words > 0)
  const [limit, setLimit] = useState(A_PAGE)
  const columns = matching.columns.filter((one) => one.field === field).map(({ column }) => column.index)
  const list = useCoreQuery(
    'imports',
    'words',
    { draftId, field, columns, search, which: onlyOpen ? 'not-read' : 'all', limit },
    { enabled: !matching.looking, keepPrevious: true },
  )
  const chosen = new Map(
    matching.words.filter((one) => one.field === field).map((one) => [wordKey(one.theirs), one] as const),
  )
  const { words, total } = list.data ?? { words: [], total: 0 }
  return (
    <>
      <div className={classes.wordTools}>
        <SearchField label="Find a word" placeholder="Find a word" value={search} onChange={setSearch} />
        <SwitchField label="Only those not recognised" checked={onlyOpen} onChange={setOnlyOpen} />
      </div>
      {list.error !== null && (
        <InlineAlert tone="bad" title="The words could not be listed" spoken>
          {list.error.message}
        </InlineAlert>
      )}
      {words.length === 0 ? (
        <p className={classes.wordsNone}>
          {search === '' ? 'Every word of this column is recognised.' : 'No word holds these letters.'}
        </p>
      ) : (
        <PlainTable
          caption="Words of the file and what they mean"
          rows={words.map((word): WordRow => ({ word, choice: chosen.get(wordKey(word.theirs)) }))}
          rowId={({ word }) => wordKey(word.theirs)}
          flagged={({ word, choice }) => choice === undefined && word.how === 'rejected'}
          columns={[
            { id: 'theirs', header: 'In the file', rowHeader: true, width: '26%', cell: ({ word }) => word.theirs },
            {
              id: 'rows',
              header: 'Cells',
              align: 'end',
              width: '8%',
              cell: ({ word }) => word.rows.toLocaleString('en-GB'),
            },
            { id: 'how', header: 'How we read it', width: '30%', cell: readingCell(field) },
            {
              id: 'ours',
              header: 'It means',
              cell: meaningCell(field, matching.chooseWord),
            },
          ]}
        />
      )}
      <p className={classes.wordsMore} aria-live="polite">
        {total > words.length && `The ${words.length} most used of ${total.toLocaleString('en-GB')}. `}
        {total > words.length && limit < MOST_SHOWN && (
          <Button kind="quiet" size="small" onClick={() => setLimit(Math.min(MOST_SHOWN, limit + A_PAGE))}>
            Show more
          </Button>
        )}
        {found.unlisted > 0 && `${counted(found.unlisted, 'cell')} hold sentences or rare words and are not listed.`}
      </p>
    </>
  )
}

/** Which words stand in the coded columns, how each is read, and what it means where somebody says so. */
export const WordsPanel = ({
  draftId,
  matching,
}: {
  readonly draftId: string
  readonly matching: Matching
}): ReactNode => {
  const { looked, progress, looking } = matching
  const [wanted, setWanted] = useState<WordField | null>(null)
  const fields = looked?.words.filter(({ cells }) => cells > 0) ?? []
  const found =
    fields.find(({ field }) => field === wanted) ?? fields.find(({ notRead }) => notRead.words > 0) ?? fields[0]
  if (found === undefined) {
    return looking ? (
      <Panel title="Words of the file">
        <ProgressBar
          label="Looking through the columns"
          value={progress === null || progress.total === null ? undefined : (progress.done / progress.total) * 100}
        />
      </Panel>
    ) : null
  }
  const open = fields.reduce((sum, { notRead }) => sum + notRead.words, 0)
  return (
    <Panel
      title="Words of the file"
      aside={open === 0 ? 'All recognised' : `${counted(open, 'word')} not recognised`}
      padding="flush"
      actions={
        fields.length > 1 && (
          <SegmentedField
            label="Words of which field"
            options={fields.map(({ field, notRead }) => ({
              value: field,
              label:
                notRead.words === 0 ? TITLES[field] : `${TITLES[field]} (${notRead.words.toLocaleString('en-GB')})`,
            }))}
            value={found.field}
            onChange={setWanted}
          />
        )
      }
    >
      <FieldWords key={found.field} draftId={draftId} found={found} matching={matching} />
    </Panel>
  )
}
