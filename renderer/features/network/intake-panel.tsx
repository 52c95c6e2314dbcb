import { IconFolderOpen, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { useCommands } from '#renderer/app/commands.tsx'
import { core } from '#renderer/app/core-client.ts'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { PassphraseField } from '#renderer/ui/fields/passphrase-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { FilesChoice } from '#shared/contract/shell-api.ts'
import { type Intake, type NewNetworkPractice, networkPracticeSchema } from '#shared/features/network/schema.ts'
import { periodWords } from '#shared/features/reports/labels.ts'
import type { ReportPeriod } from '#shared/features/reports/public.ts'
import classes from './network.module.css'

interface Given {
  readonly fileHandles: readonly string[]
  readonly folderHandles: readonly string[]
}

/** Practices of packs that are not on the list, each once, in the order of their packs. */
const unlisted = (results: readonly Intake[]): NewNetworkPractice[] => {
  const found = results.flatMap(({ outcome, odsCode, practiceName }) => {
    const read = networkPracticeSchema.safeParse({ odsCode, name: practiceName, listSize: null })
    return outcome === 'not-listed' && read.success ? [read.data] : []
  })
  return [...new Map(found.toReversed().map((practice) => [practice.odsCode, practice])).values()].toReversed()
}

const wasTaken = ({ outcome }: Intake): boolean => outcome === 'taken' || outcome === 'replaced'

const toneOf = (result: Intake): 'ok' | 'info' | 'bad' => {
  if (wasTaken(result)) return 'ok'
  return result.outcome === 'repeated' || result.outcome === 'older-than-kept' ? 'info' : 'bad'
}

const PASSPHRASE_ID = 'network-passphrase'

interface IntakePanelProps {
  readonly period: ReportPeriod
  readonly onPeriod: (period: ReportPeriod) => void
}

/** Packs come in here, several or a folder at once; what becomes of each is said beside its name. */
export const IntakePanel = ({ period, onPeriod }: IntakePanelProps): ReactNode => {
  const job = useCoreJob('network', 'takeIn')
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState<string>()
  const [refused, setRefused] = useState<string | null>(null)
  const [notAdded, setNotAdded] = useState<string | null>(null)
  const told = useRef<HTMLUListElement>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const [results, setResults] = useState<readonly Intake[]>([])
  const run = async (wanted: Given, when: ReportPeriod = period): Promise<void> => {
    if (job.running) return
    const found = await job.start({
      from: when.from,
      to: when.to,
      fileHandles: [...wanted.fileHandles],
      folderHandles: [...wanted.folderHandles],
      passphrase,
    })
    if (found === null) return
    setResults(found)
    announce(`${found.filter(wasTaken).length} of ${found.length} packs taken in.`)
  }
  const take = async (choice: FilesChoice): Promise<void> => {
    setRefused(choice.status === 'refused' ? choice.message : null)
    if (choice.status !== 'chosen') return
    const wanted = {
      fileHandles: choice.files.map(({ handle }) => handle),
      folderHandles: choice.folders.map(({ handle }) => handle),
    }
    setGiven(wanted)
    await run(wanted)
  }
  const ready = (): boolean => {
    setMissing(passphrase === '' ? 'Type the passphrase of the packs first' : undefined)
    if (passphrase === '') document.getElementById(PASSPHRASE_ID)?.focus()
    return passphrase !== ''
  }
  const choose = async (): Promise<void> => {
    if (ready())
      await take(await window.throughline.chooseFilesToOpen({ title: 'Choose packs', kinds: ['pack', 'any'] }))
  }
  const chooseFolder = async (): Promise<void> => {
    if (ready()) await take(await window.throughline.chooseFolderToOpen({ title: 'Choose a folder of packs' }))
  }
  const addAndRetry = async (practices: readonly NewNetworkPractice[]): Promise<void> => {
    if (job.running) return
    setNotAdded(null)
    const { refused } = await doUndoable(
      core.network.addPractices({ practices: [...practices] }),
      ({ added }) => `${added} ${added === 1 ? 'practice' : 'practices'} added to the list.`,
      setNotAdded,
    )
    if (refused !== null) setNotAdded(refused.message)
    else if (given !== null) await run(given)
    // The pressed button is gone with what it offered.
    if (document.activeElement === document.body) told.current?.focus()
  }
  const strangers = unlisted(results)
  const addAll = strangers.length > 1 ? `Add all ${strangers.length} practices to the list` : null
  useCommands(
    addAll === null
      ? []
      : [
          {
            id: 'network.addAll',
            title: addAll,
            group: 'On this page',
            keys: ['A'],
            icon: IconPlus,
            run: () => void addAndRetry(strangers),
          },
        ],
  )
  const offer = (result: Intake): ReactNode => {
    const own = unlisted([result])
    if (own.length > 0)
      return (
        <Button size="small" onClick={() => void addAndRetry(own)}>
          Add {result.practiceName} to the list
        </Button>
      )
    const { period: other } = result
    if (result.outcome === 'wrong-period' && other !== null)
      return (
        <Button
          size="small"
          onClick={() => {
            onPeriod(other)
            if (given !== null) void run(given, other)
          }}
        >
          Go to {periodWords(other)}
        </Button>
      )
    return undefined
  }
  const refusals = results.some(({ outcome }) => outcome === 'wrong-passphrase')
  return (
    <Panel title="Take in packs" aside={periodWords(period)}>
      <div className={classes.form}>
        <PassphraseField
          id={PASSPHRASE_ID}
          label="Passphrase of the packs"
          hint="Where practices chose different ones, take their packs in one after the other."
          value={passphrase}
          onChange={setPassphrase}
          error={missing}
        />
        <DropZone
          label="Choose packs"
          running={job.running}
          progress={job.progress}
          trouble={refused ?? (job.error?.code === 'cancelled' ? null : (job.error?.message ?? null))}
          onChoose={() => void choose()}
          onDrop={(files) => {
            if (ready()) void window.throughline.filesFromDrop(files).then(take)
          }}
          onStop={job.stop}
          several={
            <Button icon={IconFolderOpen} onClick={() => void chooseFolder()}>
              Choose a folder
            </Button>
          }
        >
          Packs that practices wrote for the lead. Counts only: nobody is in them.
        </DropZone>
        {notAdded !== null && (
          <InlineAlert tone="bad" spoken>
            {notAdded}
          </InlineAlert>
        )}
        {refusals && given !== null && (
          <div>
            <Button onClick={() => ready() && void run(given)}>Try again with this passphrase</Button>
          </div>
        )}
        {addAll !== null && (
          <div>
            <Button icon={IconPlus} keys="A" onClick={() => void addAndRetry(strangers)}>
              {addAll}
            </Button>
          </div>
        )}
        {results.length > 0 && (
          <ul ref={told} tabIndex={-1} className={classes.results} aria-label="What became of each pack">
            {results.map((result, at) => (
              // Two folders may each hold a pack of the same name.
              <li key={`${at} ${result.file}`}>
                <InlineAlert tone={toneOf(result)} title={result.practiceName ?? result.file} actions={offer(result)}>
                  <span className={classes.files}>{result.sentence}</span>
                </InlineAlert>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}
